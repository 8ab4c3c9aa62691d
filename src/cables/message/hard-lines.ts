/** @module Lines that were cut hard at their end, also inside words: `Coun` / `selor Jane Ro` / `e for reaso` / `ns 1.4 (b)`. */

/** Words of titles and of the formula that are often cut; the two parts of one are joined wherever they stand side by side. */
const CUT_WORDS: ReadonlySet<string> = new Set(
  (
    'acting affairs ambassador and assistant chief commercial consul counsellor counselor department deputy director economic ' +
    'embassy for general management military minister mission officer political principal public reason reasons secretary ' +
    'section senior'
  ).split(' '),
)

/** Small words that may begin a line; other one or two letters are the end of a name. */
const SMALL_WORDS = 'of|to|in|by|at|on|or|an|as|is|de|di|da|du|del|la|le|el|al|bin|ii|jr|sr|a|b|c|d|e|f|g|h'

const END_OF_NAME = new RegExp(`^(?!(?:${SMALL_WORDS})\\b)[a-z]{1,2}(?![a-z])`)
const SPLIT_NAME = new RegExp(
  `(?<=[a-z]) (?!(?:${SMALL_WORDS.replace('|e|', '|')})\\b)(?=[a-z]{1,2}(?:[,;]|,? (?:for|reasons?|per)\\b))`,
  'g',
)

/** @returns one line with single spaces, cut words whole */
export function joinHardLines(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const next = line.trim()
    const isCut = /[a-z]$/.test(text) && (END_OF_NAME.test(next) || isSingleE(next))
    text += text === '' || isCut ? next : ` ${next}`
  }
  return joinCutWords(text.replace(/\s+/g, ' ').trim()).replace(SPLIT_NAME, '')
}

/** `Ro` / `e for reasons`: an `e` before words, not before a sign as in a list of reasons. */
function isSingleE(line: string): boolean {
  return /^e,? (?:for|reasons?|per)\b/i.test(line)
}

function joinCutWords(text: string): string {
  const words = text.split(' ')
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1) ?? ''
    const [, head = '', signs = ''] = /^([A-Za-z]+)([^A-Za-z]*)$/.exec(word) ?? []
    const isCut =
      head !== '' &&
      before !== '' &&
      !CUT_WORDS.has(before.toLowerCase()) &&
      CUT_WORDS.has((before + head).toLowerCase())
    if (isCut) joined[joined.length - 1] = before + head + signs
    else joined.push(word)
  }
  return joined.join(' ')
}
