import type { Tokenizer } from './inference.js'

/** A token is rarely longer than this many characters; bounds the tokeniser's work on a text without end. */
const CHARACTERS_PER_TOKEN = 32

/** Part of a window that is repeated in the next, so that no sentence is torn for both. */
const OVERLAP = 1 / 6

/** Tokens of a text. One that is too long loses its end, but keeps the closing token. */
export function cutToLength(tokenizer: Tokenizer, text: string, maxTokens: number): number[] {
  const ids = tokenizer(text.slice(0, maxTokens * CHARACTERS_PER_TOKEN))
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)]
}

/**
 * Cuts a text at white space into pieces of at most `length` tokens that overlap; a text that is short enough stays as it is.
 * Tokens are counted word by word, which is exact for models that never join words (all of BERT's family) and close for others.
 * A single word of more than `length` tokens makes a window that is too long.
 */
export function windows(tokenizer: Tokenizer, text: string, length: number): string[] {
  // Each token takes a character at least, so most texts need no counting.
  if (text.length <= length) return [text]
  const words = wordsOf(tokenizer, text)
  const result: string[] = []
  let first = 0
  for (;;) {
    const { end, tokens } = extent(words, first, length)
    const window = text.slice(words[first]?.start, words[end - 1]?.end)
    if (end === words.length) return result.length === 0 ? [text] : [...result, window]
    result.push(window)
    first = nextStart(words, first, end, tokens)
  }
}

interface Word {
  readonly start: number
  readonly end: number
  readonly tokens: number
}

function wordsOf(tokenizer: Tokenizer, text: string): Word[] {
  const special = tokenizer('').length
  const counts = new Map<string, number>()
  return Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => {
    const tokens = counts.get(word) ?? tokenizer(word).length - special
    counts.set(word, tokens)
    return { start: index, end: index + word.length, tokens }
  })
}

/** How many words from `first` on fit into `length` tokens: at least one. */
function extent(words: readonly Word[], first: number, length: number): { end: number; tokens: number } {
  let tokens = 0
  let end = first
  for (; end < words.length; end++) {
    const next = words[end]?.tokens ?? 0
    if (end > first && tokens + next > length) break
    tokens += next
  }
  return { end, tokens }
}

/** The next window begins so many words before the end of this one as make up the overlap, but further on than this one. */
function nextStart(words: readonly Word[], first: number, end: number, tokens: number): number {
  let repeated = 0
  let start = end
  while (start - 1 > first) {
    repeated += words[start - 1]?.tokens ?? 0
    if (repeated > tokens * OVERLAP) break
    start--
  }
  return start
}
