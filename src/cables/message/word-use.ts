/** @module How a cable uses a word elsewhere: it tells a common word or an abbreviation from a name. */
import type { Unit } from './units.js'

/** What the words of a cable tell about one of them. */
export interface Words {
  /** The text is printed in capitals throughout. */
  readonly capitals: boolean
  /** The cable has the word in small letters, or once more in capitals. */
  readonly occurs: (word: string) => boolean
  /** The cable has the word, or one that it is the beginning of, once more in any letters. */
  readonly recurs: (word: string) => boolean
}

/** A text is in capitals when it has fewer small letters than one in so many. */
const FEW_SMALL = 10

/** Most lines are ASCII, for which the cheaper pattern says the same. */
const NOT_ASCII = /[^\u0000-\u007F]/
const ANY_WORD = /\p{L}+/gu
const ASCII_WORD = /[A-Za-z]+/g

/** Counts the words of a message once, when somebody asks; linear in its length. */
export function wordsOf(units: readonly Unit[]): Words {
  let known: Counted | null = null
  const counted = (): Counted => (known ??= countWords(units))
  return {
    get capitals() {
      return counted().capitals
    },
    occurs: (word) => {
      const { counts } = counted()
      const bare = word.replace(/[^\p{L}]/gu, '')
      if (counts.has(bare.toLowerCase()) && bare.toLowerCase() !== bare) return true
      return /^\p{Lu}+$/u.test(bare) && (counts.get(bare) ?? 0) > 1
    },
    recurs: (word) => {
      const bare = word.replace(/[^\p{L}]/gu, '').toLowerCase()
      let times = 0
      for (const [other, count] of counted().counts) if (other.toLowerCase().startsWith(bare)) times += count
      return times > 1
    },
  }
}

interface Counted {
  readonly counts: ReadonlyMap<string, number>
  readonly capitals: boolean
}

function countWords(units: readonly Unit[]): Counted {
  const counts = new Map<string, number>()
  let small = 0
  let all = 0
  for (const { text } of units) {
    for (const word of text.match(NOT_ASCII.test(text) ? ANY_WORD : ASCII_WORD) ?? []) {
      const short = word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word
      counts.set(short, (counts.get(short) ?? 0) + 1)
      all++
      if (SMALL_FIRST.test(short)) small++
    }
  }
  return { counts, capitals: small * FEW_SMALL < all }
}

const SMALL_FIRST = /^\p{Ll}/u

/** Words are counted by at most so many letters. */
const LONGEST_WORD = 40
