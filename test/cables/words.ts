import type { Cable } from '../../src/cables/cable.js'
import { readMessage } from '../../src/cables/message/message.js'

/** Words of a text, as numbers or in lower case, with how often each stands in it. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.normalize('NFC').matchAll(/\p{N}+|\p{L}+/gu)) {
    const key = /^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word.toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** Everything that a reading kept of a message: the paragraphs with their labels, and what was put aside. */
export function wordsKept(cable: Cable, aside: readonly string[]): Map<string, number> {
  const paragraphs = cable.paragraphs.map(
    ({ number, marking, heading, text }) => `${number ?? ''} ${marking ?? ''} ${heading ?? ''} ${text}`,
  )
  return countWords([...paragraphs, ...aside].join('\n'))
}

/** Words that one count has more often than the other, for messages of failing tests. */
export function difference(from: Map<string, number>, to: Map<string, number>): string[] {
  return [...from].flatMap(([word, count]) =>
    count > (to.get(word) ?? 0) ? [`${word}: ${count} > ${to.get(word) ?? 0}`] : [],
  )
}

/** Words that the message of a cable has and its reading has not, and words that only the reading has. */
export function wordsLost(cable: Cable, message: string): { lost: string[]; invented: string[] } {
  const reading = readMessage(message, { id: cable.id, source: cable.source })
  if (reading.kind !== 'cable') throw new Error(reading.reason)
  return compareWords(countWords(message), wordsKept(reading.cable, reading.aside))
}

/** Words that were run together in print count as those that the reader took apart. */
export function compareWords(
  printed: Map<string, number>,
  kept: Map<string, number>,
): { lost: string[]; invented: string[] } {
  const had = new Map(printed)
  for (const [word, count] of [...had]) {
    for (let left = count - (kept.get(word) ?? 0); left > 0; left--) {
      const parts = partsOf(word, (part) => (kept.get(part) ?? 0) > (had.get(part) ?? 0)) ?? []
      if (parts.length > 0) had.set(word, (had.get(word) ?? 0) - 1)
      for (const part of parts) had.set(part, (had.get(part) ?? 0) + 1)
    }
  }
  joinNumbers(had, kept)
  return { lost: difference(had, kept), invented: difference(kept, had) }
}

/** A number that a copy broke at the end of a line (`1` / `2. (U)`) and the reader joined is no loss. */
function joinNumbers(had: Map<string, number>, kept: Map<string, number>): void {
  const change = (word: string, by: number): unknown => had.set(word, (had.get(word) ?? 0) + by)
  const isLost = (word: string): boolean => (had.get(word) ?? 0) > (kept.get(word) ?? 0)
  for (const [number, count] of kept) {
    if (!/^\d{2,3}$/.test(number)) continue
    const parts = [number.slice(0, 1), String(Number(number.slice(1)))]
    for (let left = count - (had.get(number) ?? 0); left > 0 && parts.every(isLost); left--) {
      for (const part of parts) change(part, -1)
      change(number, 1)
    }
  }
}

/**
 * A word that a copy ran together (`SIPDISDEPT`) and the reader took apart is no loss.
 * @param isSpare whether the reading has a word more often than the message
 * @returns the words that it is made of, or `null`
 */
function partsOf(word: string, isSpare: (part: string) => boolean): string[] | null {
  if (isSpare(word)) return [word]
  for (let at = word.length - 1; at > 0; at--) {
    if (!isSpare(word.slice(0, at))) continue
    const rest = partsOf(word.slice(at), isSpare)
    if (rest !== null) return [word.slice(0, at), ...rest]
  }
  return null
}
