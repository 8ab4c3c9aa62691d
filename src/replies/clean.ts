/** @module Outside text made harmless to layout before anything else is done with it: no invisible or direction-turning characters. */

/** A lone half of a surrogate pair: not text, and JSON encoders differ on it. */
const LONE_SURROGATE = /\p{Surrogate}/gu

/** Everything that some system takes for a line end. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029\v\f]/gu

/**
 * Controls, and what Unicode says to show as nothing: zero-width characters, byte order marks, soft hyphens, direction marks
 * and overrides (which turn the line around them), tag characters, variation selectors, fillers.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}]/gu

/** More accents on one letter than any script writes: they run over the lines above and below. */
const STACKED_ACCENTS = /(\p{M}{4})\p{M}+/gu

/** Text as it may be shown: ordinary spaces, `\n` as the only line end, at most one empty line in a row. */
export function cleanText(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\u{FFFD}')
    .replace(LINE_END, '\n')
    .replace(/[\t\p{Zs}]/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(STACKED_ACCENTS, '$1')
    .replace(/ +\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ').trim()
}
