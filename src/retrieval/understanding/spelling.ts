/** @module Words of a question that the archive does not know, read as the word of its vocabulary that they were meant to be. */
import { readFileSync } from 'node:fs'
import wordListPath from 'word-list'
import { stemOf, termsOf } from '../terms.js'
import { vectorOfStem } from '../word-vectors/word-vectors.js'

/** What is asked of an archive's vocabulary. */
export interface Vocabulary {
  /** In how many paragraphs the word is, in any of its inflections. */
  documentFrequency(word: string): number
  /** Stems that begin with these letters, with the number of their paragraphs. */
  stemsWith(prefix: string): readonly { readonly stem: string; readonly documents: number }[]
  /** A word of the archive that has this stem, as it is printed; `undefined` where no paragraph has one. */
  wordOfStem(stem: string): string | undefined
  /** Two parts that the archive prints with only a sign between them, as it prints them: `Sa'ada`, `F-16`. */
  joinedBySign(first: string, second: string): string | undefined
}

export interface Correction {
  /** As typed. */
  readonly typed: string
  /** As the archive writes it. */
  readonly found: string
}

/** Shorter words have too many neighbours (letters). */
const SHORTEST = 5
/** A name may be right though no cable has it: only a long one is taken for an error (letters). */
const SHORTEST_NAME = 8
/** From so many letters on two errors are allowed. */
const LONG = 8
/** The first letters are taken for right: errors there are rare, and fewer words need to be compared. */
const PREFIX = 2
/** Longer words are no names with a sign left out (letters). */
const LONGEST_SPLIT = 16
/** Stems that are looked up as words, the nearest and most frequent of them. */
const LOOKED_UP = 12
/** How many times as frequent a word must be for one error more (natural logarithm). */
const ERROR_COST = 3
/** A word of so many paragraphs is no error. */
const OFTEN = 100
/** A word that stands in the archive is only an error where one beside it is so many times as frequent. */
const TIMES_MORE = 50
/** A word that is rarer may be an error itself (paragraphs). */
const FEWEST_DOCUMENTS = 3
/** Unknown words of a question that are looked up: each takes some milliseconds, and a stranger may type a hundred. */
const MOST_LOOKED_UP = 6

/** @returns the corrections, in the order of the words; none for names, which may be right though nobody has them */
export function correctionsOf(question: string, vocabulary: Vocabulary): Correction[] {
  const found: Correction[] = []
  let left = MOST_LOOKED_UP
  for (const { word, isName } of termsOf(question)) {
    if (left === 0) break
    if (isKnown(word, vocabulary)) continue
    left--
    const best = withSign(word, vocabulary) ?? nearest(word, isName, vocabulary)
    if (best !== null) found.push({ typed: word, found: best })
  }
  return found
}

/** It stands in the archive too often to be an error, or is a word of the language, whether the archive has it or not. */
function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return vocabulary.documentFrequency(word) >= OFTEN || isEnglish(word.toLowerCase())
}

/** The question with its words corrected. */
export function corrected(question: string, corrections: readonly Correction[]): string {
  return corrections.reduce(
    (text, { typed, found }) => text.replace(new RegExp(`(?<!\\p{L})${typed}(?!\\p{L})`, 'gu'), () => found),
    question,
  )
}

/** `Saada`, which the archive writes `Sa'ada`; `F16`. */
function withSign(word: string, vocabulary: Vocabulary): string | null {
  const isPlain = /^\p{L}+$/u.test(word)
  if (vocabulary.documentFrequency(word) > 0) return null
  const border = /^\p{L}{1,4}(?=\d{1,4}$)/u.exec(word)?.[0].length
  const places = isPlain
    ? Array.from({ length: Math.min(word.length, LONGEST_SPLIT) - 1 }, (_, at) => at + 1)
    : []
  for (const at of border === undefined ? places : [border]) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if ([first, second].some((part) => vocabulary.documentFrequency(part) === 0)) continue
    const joined = vocabulary.joinedBySign(first, second)
    if (joined !== undefined) return joined
  }
  return null
}

function nearest(word: string, isName: boolean, vocabulary: Vocabulary): string | null {
  if (!/^\p{L}+$/u.test(word) || word.length < SHORTEST) return null
  const typed = word.toLowerCase()
  const stem = stemOf(word)
  const own = vocabulary.documentFrequency(word)
  if (isName && (own > 0 || word.length < SHORTEST_NAME)) return null
  // Names and new words that other texts have.
  if (vectorOfStem(stem) !== undefined) return null
  const errors = own === 0 && word.length >= LONG && !isName ? 2 : 1
  const likely = vocabulary
    .stemsWith(stem.slice(0, PREFIX))
    .filter(({ stem: other, documents }) => {
      const isFrequent = documents >= Math.max(FEWEST_DOCUMENTS, own * TIMES_MORE)
      return (
        isFrequent && other !== stem && /^[a-z]+$/.test(other) && Math.abs(other.length - stem.length) <= 3
      )
    })
    .map((one) => ({ ...one, distance: editDistance(stem, one.stem, errors + 1) }))
    .filter(({ distance }) => distance <= errors + 1)
    .sort((a, b) => cost(a) - cost(b))
    .slice(0, LOOKED_UP)
  const found = likely.flatMap((one) => {
    const other = vocabulary.wordOfStem(one.stem)
    if (other === undefined) return []
    const small = other.toLowerCase()
    const distance = editDistance(typed, small, errors)
    const word = isEnglish(small) ? small : other
    return distance > errors || distance === 0 ? [] : [{ word, documents: one.documents, distance }]
  })
  return found.sort((a, b) => cost(a) - cost(b))[0]?.word ?? null
}

function cost({ documents, distance }: { readonly documents: number; readonly distance: number }): number {
  return ERROR_COST * distance - Math.log(documents)
}

let english: string | undefined

/** Looking through the list takes a millisecond. */
function isEnglish(word: string): boolean {
  english ??= `\n${readFileSync(wordListPath, 'utf8')}\n`
  return english.includes(`\n${word}\n`)
}

/**
 * Letters left out, added, exchanged, or two that changed places (Damerau, optimal string alignment).
 * @param most larger distances are given as `most + 1`
 */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      let distance = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (isSwapped) distance = Math.min(distance, (before[column - 2] ?? 0) + 1)
      line.push(distance)
    }
    if (Math.min(...line) > most) return most + 1
    before = above
    above = line
  }
  return Math.min(most + 1, above[b.length] ?? 0)
}
