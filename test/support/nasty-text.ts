import fc from 'fast-check'

/** Pieces of text that mean something to Discord, to terminals or to layout. */
export const NASTY_PIECES = [
  '@everyone',
  '@here',
  '@EveryOne',
  '@ev\u200Beryone',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&1>',
  '<#123456789012345678>',
  '</ask:1>',
  '<:seal:1>',
  '<t:0:R>',
  '<id:customize>',
  '*',
  '**',
  '***bold***',
  '__',
  '_x_',
  '~~',
  '||',
  '`',
  '```\ncode\n```',
  '# ',
  '### ',
  '-# ',
  '> ',
  '>>> ',
  '- ',
  '--',
  '+ ',
  '1. ',
  '12. ',
  '[text](https://example.org)',
  'https://example.org/a_b_c',
  '<https://example.org>',
  'discord://x',
  '\\',
  '\\*',
  '\\\\',
  '\n',
  '\n\n\n\n',
  '\r\n',
  '\u2028',
  ' ',
  '\t',
  '\u00A0',
  '\u200B',
  '\u200F',
  '\u202E',
  '\u2066',
  '\uFEFF',
  '\u00AD',
  '\u0000',
  '\u001B[31m',
  '\uD800',
  '\uDC00',
  'א',
  'سلام',
  'a\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '👍🏽',
  '¶2',
  '(C)',
  'word',
  'A sentence of some length. ',
  'U.S. ',
] as const

/** Any text, thick with what could break a message. */
export function nastyText(maxPieces = 40): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...NASTY_PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
  )
  return fc.array(piece, { maxLength: maxPieces }).map((pieces) => pieces.join(''))
}

/** The same, of up to some ten thousand characters: one text over and over. */
export function longNastyText(): fc.Arbitrary<string> {
  return fc.tuple(nastyText(15), fc.integer({ min: 1, max: 150 })).map(([text, times]) => text.repeat(times))
}
