/** @module Who holds an office that is marked without a name: `the Italian Ambassador (protect)`, `Italian Ambassador Ada Moor`. */
import type { Name } from './marked-names.js'
import { runBehind } from './name-runs.js'
import type { Word } from './words.js'

/** Words between an office and the name of who holds it: `Ambassador to Lindgard, Ada Moor`. */
const BETWEEN =
  "(?:\\s+(?:to|in|of|for|at)\\s+(?:the\\s+)?(?:\\p{Lu}[\\p{L}.'’-]*\\s*){1,3})?,?\\s+(?=\\p{Lu})"

/** An office of one word may be held by several people in one cable. */
const TITLE_WORDS_MIN = 2

/** @param title the words of the office. @returns the names that the texts give with the same office */
export function holdersOf(title: readonly Word[], texts: readonly string[]): Name[] {
  if (title.length < TITLE_WORDS_MIN) return []
  const words = title.map(({ text }) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  const office = new RegExp(`(?<!\\p{L})${words.join('\\s+')}${BETWEEN}`, 'giu')
  return texts.flatMap((text) =>
    Array.from(text.matchAll(office)).flatMap(({ index, 0: found }) => {
      const name = runBehind(text, index + found.length)
      return name.length === 0 ? [] : [name.map((word) => word.text)]
    }),
  )
}
