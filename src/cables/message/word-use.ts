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

/** Looks at the words of a message when somebody asks, each way once; linear in its length. */
export function wordsOf(units: readonly Unit[]): Words {
  let capitals: boolean | null = null
  let known: ReadonlyMap<string, number> | null = null
  const counts = (): ReadonlyMap<string, number> => (known ??= countWords(units))
  return {
    get capitals() {
      return (capitals ??= isInCapitals(units))
    },
    occurs: (word) => {
      const bare = word.replace(/[^\p{L}]/gu, '')
      if (counts().has(bare.toLowerCase()) && bare.toLowerCase() !== bare) return true
      return /^\p{Lu}+$/u.test(bare) && (counts().get(bare) ?? 0) > 1
    },
    recurs: (word) => {
      const bare = word.replace(/[^\p{L}]/gu, '').toLowerCase()
      let times = 0
      for (const [other, count] of counts()) if (other.toLowerCase().startsWith(bare)) times += count
      return times > 1
    },
  }
}

function isInCapitals(units: readonly Unit[]): boolean {
  let small = 0
  let all = 0
  for (const { text } of units) {
    all += text.match(WORD_BEGINS)?.length ?? 0
    small += text.match(SMALL_BEGINS)?.length ?? 0
  }
  return small * FEW_SMALL < all
}

const WORD_BEGINS = /(?<!\p{L})\p{L}/gu
const SMALL_BEGINS = /(?<!\p{L})\p{Ll}/gu

function countWords(units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of units) {
    for (const word of text.match(/\p{L}+/gu) ?? []) {
      const short = word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word
      counts.set(short, (counts.get(short) ?? 0) + 1)
    }
  }
  return counts
}

/** Words are counted by at most so many letters. */
const LONGEST_WORD = 40
