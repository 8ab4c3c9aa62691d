/** @module Requests that are made in a sentence: `Jane Roe asked that her name be protected`. */
import type { Span } from './words.js'

/** What is asked for somebody's name or identity. */
const REQUEST = new RegExp(
  [
    "(?:his|her|their|whose|source's)\\s+(?:full\\s+)?(?:names?|identit(?:y|ies)|anonymity)\\s+(?:(?:is|are|be|to|should|must|also|kept|strictly|fully|please|carefully)\\s+){0,5}(?:protected|shielded|withheld|concealed|confidential|secret|not\\s+(?:to\\s+)?(?:be\\s+)?(?:revealed|disclosed|used|mentioned|divulged|attributed))",
    "(?:protect|shield|conceal|withhold|guard)(?:s|ed|ing)?\\s+(?:his|her|their|the|this|that)(?:\\s+\\p{L}+[’']s)?\\s+(?:source[’']?s?\\s+)?(?:full\\s+)?(?:names?|identit(?:y|ies)|anonymity)",
    '(?:asked|asks|requested|requests|wished|wishes|wants|wanted|insisted|preferred|begged|pleaded)\\s+(?:us\\s+|poloff\\s+|emboffs?\\s+)?(?:that\\s+(?:he|she|they)\\s+)?(?:not\\s+(?:to\\s+)?be|to\\s+(?:remain|stay|be\\s+kept)|for|remain)\\s+(?:publicly\\s+)?(?:named|identified|quoted\\s+by\\s+name|cited\\s+by\\s+name|mentioned\\s+by\\s+name|anonymous|anonymity|unnamed|unidentified)',
    '(?:he|she|they|who|source|contact)\\s+(?:should|must)\\s+(?:please\\s+)?be\\s+(?:strictly|fully|carefully)\\s+protected',
  ].join('|'),
  'giu',
)

/** Texts without such words have no request. */
const MAY_HOLD_REQUEST =
  /protect|shield|conceal|withh|anonym|unnamed|identif|identit|(?:his|her|their|whose|source's)\s+(?:full\s+)?name|be\s+named|by\s+name/iu

/** In reading order. Linear in the length of the text. */
export function findRequests(text: string): Span[] {
  if (!MAY_HOLD_REQUEST.test(text)) return []
  return Array.from(text.matchAll(REQUEST), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }))
}

/** `Jane Roe should be strictly protected`, `the identities of Jane Roe and Ib Soll must be protected`. */
const PASSIVE =
  /(?:['’]s?\s+(?:name|identity|anonymity)\s+)?\b(?:should|must|needs?\s+to|has\s+to|have\s+to|is\s+to|are\s+to|please)\s+(?:please\s+)?be\s+(?:(strictly|fully|carefully|kept)\s+)?(?:protected|shielded)\b/giu

/** In reading order; each begins where the name before it ends. Linear in the length of the text. */
export function findPassives(text: string): Span[] {
  if (!/protected|shielded/iu.test(text)) return []
  return Array.from(text.matchAll(PASSIVE), ({ index, 0: words, 1: strictly }) => ({
    start: index,
    end: index + words.length,
    isSure:
      strictly !== undefined ||
      /name|identit|anonym/iu.test(text.slice(Math.max(0, index - 80), index + words.length)),
  })).filter(({ isSure }) => isSure)
}
