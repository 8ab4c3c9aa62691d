/** @module What a conversation is about: the last question that stands by itself, with those that went on from it. */
import { termsOf } from '../terms.js'

/** Words that stand for what was named before. */
const PRONOUN = /\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|there)\b/i

/** A question with fewer words that carry a topic, none of them a name, hardly has one. */
const FEWEST_TERMS = 2

/**
 * In the order they were asked, parted by a blank; `null` for a conversation that has not begun.
 * @param history questions, oldest first
 */
export function topicOf(history: readonly string[]): string | null {
  const start = history.findLastIndex(standsAlone)
  return history.length === 0 ? null : history.slice(Math.max(0, start)).join(' ')
}

function standsAlone(question: string): boolean {
  const terms = termsOf(question)
  return !PRONOUN.test(question) && (terms.length >= FEWEST_TERMS || terms.some(({ isName }) => isName))
}
