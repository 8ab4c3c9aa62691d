/** @module What a conversation is about: the last question that stands by itself, with those that went on from it. */
import { termsOf } from '../terms.js'

/** Words that stand for what was named before. */
const PRONOUN = /\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|there)\b/i

/** How one goes on from what was said, whatever follows. */
const GOES_ON = /^\W*(?:and|but|so|or|what about|how about)\b/i

/** A question with fewer words that carry a topic, none of them a name, hardly has one. */
const FEWEST_TERMS = 2
/** With so many it says itself what it is about. */
const ENOUGH_TERMS = 5

/**
 * In the order they were asked, parted by a blank; `null` for a conversation that has not begun, or begins anew with this question.
 * @param history questions, oldest first
 */
export function topicOf(question: string, history: readonly string[]): string | null {
  const start = history.findLastIndex(standsAlone)
  const topic = history.slice(Math.max(0, start)).join(' ')
  return history.length === 0 || beginsAnew(question, topic) ? null : topic
}

/**
 * It names somebody or something that was not named before, and before any pronoun, which then stands for this; or it says
 * much, and nothing that was said before.
 */
function beginsAnew(question: string, topic: string): boolean {
  if (GOES_ON.test(question)) return false
  const known = new Set(termsOf(topic).map(({ stem }) => stem))
  const terms = termsOf(question)
  const name = terms.find(({ stem, isName }) => isName && !known.has(stem))
  const pronoun = PRONOUN.exec(question)?.index ?? Infinity
  if (name !== undefined) return question.indexOf(name.word) < pronoun
  const saysNothingOfIt = pronoun === Infinity && terms.every(({ stem }) => !known.has(stem))
  return saysNothingOfIt && terms.length >= ENOUGH_TERMS
}

function standsAlone(question: string): boolean {
  const terms = termsOf(question)
  return !PRONOUN.test(question) && (terms.length >= FEWEST_TERMS || terms.some(({ isName }) => isName))
}
