/** @module Words of questions and passages, compared as FTS5's `porter unicode61 remove_diacritics 2` compares them. */
import { stemmer } from 'stemmer'

/** Words that carry no topic: function words, and the words questions are made of. */
const STOP_WORDS = new Set(
  `a about above according after again against all allegedly also am an and any are as at be because been before
  being below between both but by can could did do does doing done during each either else ever few for from further
  get gets given got had has have having he her here hers herself him himself his how i if in into is it its itself
  just let many may me might mine more most much must my myself near no nor not of off on once one only or other our
  ours out over own per rather said same say says shall she should since so some such tell than that the their theirs
  them themselves then there these they this those through to too under until up upon us very was we were what when
  where whether which while who whom whose why will with within without would yet you your yours cable cables
  someone somebody something embassy consulate mention mentions mentioned describe described report reported reports paragraph`.split(
    /\s+/,
  ),
)

export interface Term {
  /** As typed. */
  readonly word: string
  /** Lower case, without diacritics, stemmed: the key two words are compared by. */
  readonly stem: string
  /** Written with a capital (beyond the first word of a sentence), all capitals, or with a digit: likely a name or figure. */
  readonly isName: boolean
}

const WORD = /\d{1,3}(?:,\d{3})+(?![\d,])|[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu

/** Words come again and again; taking one to its stem costs more than looking it up. */
const REMEMBERED = 50_000
const stems = new Map<string, string>()

/** Stem of one word, equal for words that full-text search treats as equal. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= REMEMBERED) stems.clear()
  const stem = computeStem(word)
  stems.set(word, stem)
  return stem
}

function computeStem(word: string): string {
  const plain = foldedWord(word)
    .replace(/(?<=\d),(?=\d)/g, '')
    .replace(/['’]s?$/u, '')
    .replace(/['’].*$/u, '')
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : plain
}

/** Letters that are no letter with a mark, so that Unicode does not take them apart. */
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/** In small letters, without marks, and with the letters that people type for those they do not have. */
export function foldedWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðıßæœþ]/gu, (letter) => OTHER_LETTERS[letter] ?? letter)
}

/**
 * The ways in which a word may be printed in the archive, itself first: numbers with and without their commas (`4500`, `4,500`),
 * letters with strokes as those without.
 */
export function printedForms(word: string): string[] {
  const digits = word.replace(/,/g, '')
  if (/^\d{4,12}$/.test(digits))
    return [...new Set([word, digits, digits.replace(/\B(?=(?:\d{3})+$)/g, ',')])]
  return [...new Set([word, ...(/[łøđðıßæœþ]/iu.test(word) ? [foldedWord(word)] : [])])]
}

/** Every word of a text with its place, in order. */
export function wordsOf(text: string): { readonly word: string; readonly index: number }[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ word, index }))
}

/** Every word of a text as a stem, in order. Linear in the length of the text. */
export function stemsOf(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) => stemOf(word))
}

/** The words of a question that carry its topic, once each, in order. */
export function termsOf(text: string): Term[] {
  const seen = new Set<string>()
  const terms: Term[] = []
  let previousEnd = 0
  for (const { word, index } of wordsOf(text)) {
    const startsSentence = /(?:^|[.!?:]\s*)["“(]*$/u.test(text.slice(previousEnd, index))
    previousEnd = index + word.length
    const stem = stemOf(word)
    if (stem === '' || seen.has(stem) || STOP_WORDS.has(word.toLowerCase().replace(/['’].*$/u, ''))) continue
    seen.add(stem)
    terms.push({ word, stem, isName: looksLikeName(word, startsSentence) })
  }
  return terms
}

function looksLikeName(word: string, startsSentence: boolean): boolean {
  if (/\p{N}/u.test(word) || /^\p{Lu}{2,}/u.test(word)) return true
  return /^\p{Lu}/u.test(word) && !startsSentence
}
