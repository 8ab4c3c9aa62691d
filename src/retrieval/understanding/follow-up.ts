/**
 * @module A follow-up that only changes or completes the question before ("no, in 2004", "and in 2009?", "in which year?"), put as
 * a question of its own: searched as it is typed, it would lose what the talk is about.
 */
import { countriesIn } from '../../cables/vocabulary/countries.js'
import { termsOf } from '../terms.js'

/** Leads into a correction or a variation. */
const LEAD =
  /^\W*(?:(?:no|nope|sorry|well|ok(?:ay)?|and|or|but|actually|rather|i meant?|i was asking|what about|how about|make (?:it|that)|same (?:question|thing)?)[\s,:;-]+)*(?:(?:in|for|of|from|at|on|during|about|the year|not \d{4},? but)\s+)*/i

const YEAR = /\b(?:1[89]|20)\d\d\b/

/** Asks for one thing more, and says nothing of what it is about. */
const BARE =
  /^\W*(?:(?:and|but|so|ok(?:ay)?)[\s,]+)?(?:(?:in|at|on|by|for|to|from|since|until|with) )?(?:who(?:m|se)?|when|where|why|how(?: (?:much|many|long|often))?|what|which)(?: (?:year|month|day|date|place|city|country|town|number|amount))?(?: exactly| then| (?:was|is) (?:that|it))?\W*$/i

/** How a question begins that asks for something. */
const ASKS =
  /^\W*(?:(?:and|but|so)\s+)?(?:(?:in|at|on|by|for|to|from|since|until|with) )?(?:who(?:m|se)?|when|where|why|how(?: (?:much|many|long|often))?|what|which)\b/i

export interface Resolved {
  readonly question: string
  readonly history: readonly string[]
}

/** @param history oldest first; each of its questions is read in the light of those before it, too */
export function resolved(question: string, history: readonly string[]): Resolved {
  const whole: string[] = []
  for (const earlier of history) whole.push(completed(earlier, whole.at(-1)))
  const own = completed(question, whole.at(-1))
  return own === question ? { question, history: whole } : { question: own, history: whole.slice(0, -1) }
}

/** The question itself where it says enough, or nothing was asked before. */
function completed(question: string, before: string | undefined): string {
  if (before === undefined) return question
  const core = question.replace(LEAD, '').replace(/[\s?.!]+$/, '')
  if (new RegExp(`^${YEAR.source}$`).test(core)) return withYear(before, core)
  const isPlace = termsOf(core).length <= 2 && countriesIn(core).length === 1 && !ASKS.test(core)
  if (isPlace) return withPlace(before, core) ?? question
  // "Who opened the bridge?", "when?": the same, but for what is asked.
  if (BARE.test(question)) return `${question.replace(/[\s?.!]+$/, '')}: ${before.replace(ASKS, '').trim()}`
  return question
}

function withYear(before: string, year: string): string {
  return YEAR.test(before) ? before.replace(YEAR, year) : `${before.replace(/[\s?.!]+$/, '')} in ${year}?`
}

/** `null` where the question before names no country that could be exchanged. */
function withPlace(before: string, place: string): string | null {
  const word = before.match(/\p{Lu}[\p{L}]+(?:['’]s)?/gu)?.find((one) => countriesIn(one).length === 1)
  return word === undefined ? null : before.replace(word, () => place)
}
