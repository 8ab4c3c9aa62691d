/** @module The questions that a question is made of: "Who bought the airline, and how did the pilots take it?" is two. */

/** What parts two questions, where the second begins with a word of asking. */
const BORDER =
  /(?:[,;:]\s*(?:and|but|or)?|\s(?:and|but|or))\s+(?=(?:(?:in|on|at|to|from|with|by|for|of|since|until)\s)?(?:what|which|who|whom|whose|why|how|when|where)\b)/i

/** Shorter ones are no questions of their own ("when and where"). */
const FEWEST_WORDS = 3
/** A text with more of them is not taken apart: each is embedded. */
const MOST = 4

/** In their order; a text that is one question, or none, is one clause. */
export function clausesOf(text: string): string[] {
  const clauses = text.split(BORDER)
  const areQuestions = clauses.every((clause) => clause.split(/\s+/).filter(Boolean).length >= FEWEST_WORDS)
  return areQuestions && clauses.length <= MOST ? clauses : [text]
}
