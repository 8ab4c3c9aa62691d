/** @module What a question rules out: `wheat NOT 2009`, `wheat -barley`, "not in 2009", "except in 2009". */
import { stemOf } from '../terms.js'

export interface Exclusions {
  /** The question without what it rules out. */
  readonly text: string
  /** Stems that no passage may hold. */
  readonly stems: readonly string[]
  /** Years in which no cable may have been sent. */
  readonly years: readonly number[]
}

/** `NOT barley` in capitals, and `-barley` behind a blank; a hyphen inside a word says nothing. */
const WORD =
  /(?:(?<![\p{L}\p{N}])NOT\s+|(?<=^|\s)-(?=\p{L}))(?!(?:19|20)\d\d(?!\p{N}))(["“]?)([\p{L}\p{N}]{2,40})\1/gu

const YEAR =
  /(?:(?<![\p{L}\p{N}])NOT\s+|(?<=^|\s)-|\b(?:but |and )?(?:not|except|excluding|other than|apart from|besides|outside)\s+(?:(?:in|from|of|during|for)\s+)?(?:the year\s+)?)((?:19|20)\d\d)(?![\p{L}\p{N}])/giu

/** @returns the text itself where nothing is ruled out, or where nothing else would be left */
export function exclusionsIn(text: string): Exclusions {
  // A question in capitals shouts; it searches with no operator.
  const isShouted = !/\p{Ll}/u.test(text)
  const years = [...text.matchAll(YEAR)].map(([, year]) => Number(year))
  const words = isShouted ? [] : [...text.matchAll(WORD)].map(([, , word = '']) => stemOf(word))
  const withoutYears = text.replace(YEAR, ' ')
  const rest = (isShouted ? withoutYears : withoutYears.replace(WORD, ' ')).replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(rest)) return { text, stems: [], years: [] }
  return { text: rest, stems: [...new Set(words)], years: [...new Set(years)] }
}
