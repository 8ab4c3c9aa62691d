/** @module A heading that stands at the end of a line of text, before the paragraph that it heads: copies lost the line ends. */

/** Dashes at the end, perhaps broken by spaces. */
const DASHES_BEHIND = /[-‐-―−](?: ?[-‐-―−]){2}[-‐-―− ]{0,160}$/
/** Dashes inside: the heading stands between two rows of them. */
const DASHES_BEFORE = /[-‐-―−](?: ?[-‐-―−]){2}[-‐-―− ]*(?=[^-‐-―− ][^-‐-―−]*(?:[-‐-―−]{1,2}[^-‐-―−]+)*$)/
/** The end of a sentence, with what closes it. */
const SENTENCE_ENDS = /[.!?…\]][)"'”’*\]]{0,3} {1,4}(?=[^ ])/g
/** Less sure: a heading has colons, too. */
const CLAUSE_ENDS = /[:;] {1,4}(?=[^ ])/g
/** A dot that ends no sentence: `Dr. Hassan`, `John Q. Roe`, `the U.S. 2`. */
const ABBREVIATED =
  /(?:(?<![A-Za-z])(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Amb|Prof|St|Jr|Sr|No|Nos|Art|vs|etc|approx|[A-Za-z]))\. {1,4}$/

/** `-- THE TIDE --`, in capitals. */
const TWO_DASHES = /(?<=[.!?)"”’] {1,4})-- [A-Z][^a-z]{2,80}? --$/

/** Longest heading (characters). */
export const LONGEST_HEADING = 100

/**
 * @param before end of a line
 * @returns index at which the heading, or the dashes before it, begins; `null` when the line ends with none
 */
export function headingAtEnd(before: string): number | null {
  const small = TWO_DASHES.exec(before.trimEnd())
  if (small) return small.index
  const dashes = DASHES_BEHIND.exec(before.trimEnd())
  const words = before.slice(0, dashes?.index ?? before.length)
  const between = DASHES_BEFORE.exec(words)
  const inside = between === null ? '' : words.slice(between.index + between[0].length).trim()
  // A sentence between the dashes and the end is a text of its own.
  if (between !== null && !/[a-z)][.!?] /.test(inside) && !/^\d{1,3}[.)]/.test(inside)) {
    const heading = inside
    const isSmall = dashes !== null && /^[A-Za-z"“'‘][^.!?]{2,100}\??$/.test(heading)
    return (heading === '' && dashes !== null) || isSmall || isHeading(heading, dashes !== null)
      ? between.index
      : null
  }
  // A sentence ends at the dashes: they stand for themselves.
  if (dashes !== null && /[.!?][)"'”’*\]]{0,3} *$/.test(words)) return dashes.index
  const isPlace = (at: number | null): boolean => {
    const heading = at === null ? '' : words.slice(at).trim()
    return heading === '' ? dashes !== null && at !== null : isHeading(heading, dashes !== null)
  }
  const ended = lastEnd(words, SENTENCE_ENDS)
  // The source of the sentence stands behind it: `… the bridge. (Embassy e-mail) THE FERRY`.
  const source = ended === null ? null : /^\([^)]{5,80}\) {1,4}(?=[A-Z])/.exec(words.slice(ended))
  const sentence = ended === null ? null : ended + (source?.[0].length ?? 0)
  if (isPlace(sentence)) return sentence
  // Dashes behind a heading tell that the U.S. before it ends a sentence.
  const abbreviated = dashes === null ? null : lastEnd(words, /U\.S\. {1,4}(?=[A-Z])/g, [])
  if (isPlace(abbreviated)) return abbreviated
  // Behind a colon only where a sentence stands before it: a heading has colons of its own.
  const clause = lastEnd(words, CLAUSE_ENDS)
  const isSentence = SMALL_WORDS.test(words.slice(sentence ?? 0, clause ?? 0))
  return isSentence && isPlace(clause) ? clause : null
}

/** Three small words in a row, as no title has them. */
const SMALL_WORDS = /\b[a-z]{2,20} (?:[A-Z]?[a-z]{2,20} )?[a-z]{2,20} [a-z]{2,20}\b/

function lastEnd(text: string, ends: RegExp, noEnd: readonly RegExp[] = NO_END): number | null {
  const found = [...text.trimEnd().matchAll(ends)]
    .map(({ index, 0: end }) => index + end.length)
    .filter((at) => noEnd.every((pattern) => !pattern.test(text.slice(0, at))))
  return found.at(-1) ?? null
}

/** A marking, or the paragraph's own number. */
const NO_END = [
  ABBREVIATED,
  /(?:^|\s)\.{2,3} {1,4}$/,
  /(?:^|\s)[([][A-Z/]{1,8}[)\]] {1,4}$/,
  /(?:^|[^\w,] {1,4})[¶\uFFFD]{0,2} ?(?:\d{1,3}|[IVX]{1,4}|[A-Z])\. {1,4}$/,
]

/** No end of a sentence, three words or more, and no long word in small letters; or two words in capitals. */
export function isTitleInCapitals(text: string): boolean {
  if (text.length > LONGEST_HEADING || !isHeading(text, false) || /, |^\(|^reasons?\b/i.test(text))
    return false
  const words = text.split(/\s+/)
  return /[a-z]/.test(text)
    ? words.length >= 3 &&
        words.every((word) => !/^[a-z][^\s]{3,}/.test(word) || /^(?:with|from|over|into)$/.test(word))
    : words.length >= 2 || /^[A-Z]{4,}$/.test(text)
}

/** A heading in small letters has few words and does not begin as a sentence does. */
const FEW_WORDS = /^[A-Z][^\s]*(?: [^\s.]+){2,6}$/
const PRONOUN =
  /^(?:He|She|They|It|We|I|You|This|That|These|Those|There|But|And|Or|However|In|On|At|For|From|By|As|If|When|While|The|A|An|Our|His|Her|Their|Mr|Mrs|Ms|Dr)\b/

/** Few words without an end, most of which begin with a capital; without dashes they must. */
export function isHeading(text: string, dashed: boolean): boolean {
  if (
    text.length > LONGEST_HEADING ||
    /[,;]$|(?<![. ] ?\.)(?<!\. )\.$/.test(text) ||
    !/^(?:\.{2,3} ?)?["“'‘(]?[A-Z0-9]/.test(text)
  )
    return false
  // A source in parentheses, or its end, closes the paragraph.
  if (/^\([^)]*\)$|^[^(]*\)$|\bend note[.)\]]{1,2}$/i.test(text)) return false
  if (/^(?:end|begin|sources?|notes?)\b|X{6}|\d{8} {1,4}\d{3}/i.test(text)) return false
  const long = text.split(/\s+/).filter((word) => /[A-Za-z]{4,}/.test(word))
  const capital = long.filter((word) => /^[^A-Za-z]*[A-Z]/.test(word)).length
  if (!dashed && FEW_WORDS.test(text) && !PRONOUN.test(text)) return true
  return (long.length > 0 || /^[A-Z]{2,}$/.test(text)) && capital >= long.length * (dashed ? 0.5 : 0.6)
}
