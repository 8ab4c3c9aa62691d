/** @module A heading that stands at the end of a line of text, before the paragraph that it heads: copies lost the line ends. */

/** Dashes at the end, perhaps broken by spaces. */
const DASHES_BEHIND = /[-‐-―−]{3}[-‐-―− ]{0,160}$/
/** Dashes inside: the heading stands between two rows of them. */
const DASHES_BEFORE = /[-‐-―−]{3}[-‐-―− ]*(?=[^-‐-―− ][^-‐-―−]*(?:[-‐-―−]{1,2}[^-‐-―−]+)*$)/
/** The end of a sentence, with what closes it. */
const SENTENCE_ENDS = /[.!?…][)"'”’*\]]{0,3} {1,4}(?=[^ ])/g
/** Less sure: a heading has colons, too. */
const CLAUSE_ENDS = /[:;] {1,4}(?=[^ ])/g
/** A dot that ends no sentence: `Dr. Hassan`, `John Q. Roe`, `the U.S. 2`. */
const ABBREVIATED =
  /(?:(?<![A-Za-z])(?:Mr|Mrs|Ms|Dr|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Amb|Prof|St|Jr|Sr|No|Nos|Art|vs|etc|approx|[A-Za-z]))\. {1,4}$/

/** Longest heading (characters). */
export const LONGEST_HEADING = 100

/**
 * @param before end of a line
 * @returns index at which the heading, or the dashes before it, begins; `null` when the line ends with none
 */
export function headingAtEnd(before: string): number | null {
  const dashes = DASHES_BEHIND.exec(before.trimEnd())
  const words = before.slice(0, dashes?.index ?? before.length)
  const between = DASHES_BEFORE.exec(words)
  const inside = between === null ? '' : words.slice(between.index + between[0].length).trim()
  // A sentence between the dashes and the end is a text of its own.
  if (between !== null && !/[a-z)][.!?] /.test(inside) && !/^\d{1,3}[.)]/.test(inside)) {
    const heading = inside
    return (heading === '' && dashes !== null) || isHeading(heading, dashes !== null) ? between.index : null
  }
  // A sentence ends at the dashes: they stand for themselves.
  if (dashes !== null && /[.!?][)"'”’*\]]{0,3} *$/.test(words)) return dashes.index
  const places = [lastEnd(words, SENTENCE_ENDS), lastEnd(words, CLAUSE_ENDS)]
  const isPlace = (at: number | null): boolean => {
    const heading = at === null ? '' : words.slice(at).trim()
    return heading === '' ? dashes !== null && at !== null : isHeading(heading, dashes !== null)
  }
  return places.find(isPlace) ?? null
}

function lastEnd(text: string, ends: RegExp): number | null {
  const found = [...text.trimEnd().matchAll(ends)]
    .map(({ index, 0: end }) => index + end.length)
    .filter((at) => NO_END.every((pattern) => !pattern.test(text.slice(0, at))))
  return found.at(-1) ?? null
}

/** A marking, or the paragraph's own number. */
const NO_END = [
  ABBREVIATED,
  /(?:^|\s)[([][A-Z/]{1,8}[)\]] {1,4}$/,
  /(?:^|\s)[¶\uFFFD]{0,2} ?(?:\d{1,3}|[IVX]{1,4}|[A-Z])\. {1,4}$/,
]

/** Few words without an end, most of which begin with a capital; without dashes they must. */
export function isHeading(text: string, dashed: boolean): boolean {
  if (text.length > LONGEST_HEADING || /[.,;]$/.test(text) || !/^["“'‘(]?[A-Z0-9]/.test(text)) return false
  if (/^(?:end|begin|sources?|notes?)\b|X{6}/i.test(text)) return false
  const long = text.split(/\s+/).filter((word) => /[A-Za-z]{4,}/.test(word))
  const capital = long.filter((word) => /^[^A-Za-z]*[A-Z]/.test(word)).length
  return (long.length > 0 || /^[A-Z]{2,}$/.test(text)) && capital >= long.length * (dashed ? 0.5 : 0.6)
}
