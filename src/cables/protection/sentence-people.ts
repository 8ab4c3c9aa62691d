/** @module The people of a sentence: whom a request is about that is not beside a name. */
import { hasCapital, type Word, wordsOf } from './words.js'
import { isOfTheEmbassy, isOfOrganisation, isTitle } from './name-words.js'
import { isPerson, ownWords, REACH, type Run, runBefore } from './name-runs.js'

/** Sentences that are looked back. */
const SENTENCES_BACK = 4

/** Not the stop of an initial or of a shortened title. */
const STOP =
  /(?<!(?<!\p{L})(?:\p{Lu}|Dr|Mr|Mrs|Ms|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Prof|St|Sen|Rep|Gov|Amb|Rev|Hon|Fr|Jr|Sr|ret))[.!?]["”)]*\s+(?=["“(]?\p{Lu})/gu

/** Directly before a mark these make the speaker the source: `Linus Grady told us (protect) that …`. */
const SAID =
  /\b(?:told|said|says|tells|confided|admitted|claimed|added|stated|explained|revealed|reported|noted|confirmed|mentioned|informed|warned|opined|commented|remarked|asserted|hinted|acknowledged)(?:\s+(?:to\s+)?(?:us|me|him|her|them|poloffs?|emboffs?|econoffs?|conoffs?|dcm|polcouns|charge|the\s+\p{L}+|that|privately|in\s+(?:strict(?:est)?\s+)?(?:confidence|private)|on\s+\p{Lu}\p{L}+\s+\d{1,2})){0,3}[\s,–—-]*$/iu
const PRONOUN = /^[\s"“(]*(?:(?:separately|later|also|meanwhile|privately),?\s+)?(?:he|she)\b/iu
const IS_A_SOURCE =
  /\b(?:is|was|are|remains)\s+(?:an?|our|one|the|very|extremely|highly)\b[^.]{0,60}\b(?:source|contact|informant|interlocutor|asset)s?\b/iu

/** A request in a sentence of its own: the person whom the sentence before is about; for several, everybody in it. */
export function subjectsBefore(text: string, end: number, isForSeveral: boolean): (readonly Word[])[] {
  const from = Math.max(0, end - 2 * REACH)
  const stops = Array.from(
    text.slice(from, end).matchAll(STOP),
    ({ index, 0: stop }) => from + index + stop.length,
  )
  const starts = [from, ...stops]
  for (let at = starts.length - 1; at >= Math.max(0, starts.length - SENTENCES_BACK); at--) {
    const people = peopleIn(text, starts[at] ?? from, starts[at + 1] ?? end, at === starts.length - 1)
    if (people.length > 0) return isForSeveral ? people : people.slice(0, 1)
  }
  return []
}

/** `He said (protect) that …`, `Linus Grady told us (protect) that …`, `Linus Grady is a source; please protect.` */
export function subjectOfSaying(text: string, end: number): (readonly Word[])[] {
  const start = sentenceStart(text, end)
  const sentence = text.slice(start, end)
  const said = SAID.exec(sentence) ?? IS_A_SOURCE.exec(sentence)
  if (said !== null) {
    const speaker = runBefore(text, wordsOf(text, start, start + said.index), start + said.index)
    if (speaker !== null && isPerson(speaker)) return [speaker.name]
    const own = peopleIn(text, start, end, true)
    if (own.length > 0) return own.slice(0, 1)
  }
  return PRONOUN.test(sentence) ? subjectsBefore(text, start, false) : []
}

/** Where the sentence begins that goes on at `end`, as far as it is looked at. */
export function sentenceStart(text: string, end: number): number {
  const from = Math.max(0, end - REACH)
  const stop = Array.from(text.slice(from, end).matchAll(STOP)).at(-1)
  return stop === undefined ? from : from + stop.index + stop[0].length
}

/**
 * In reading order: two words, or one behind a title; nobody who speaks for the embassy.
 * @param takesFirst whether one word is enough that begins the sentence
 */
export function peopleIn(text: string, from: number, to: number, takesFirst = false): (readonly Word[])[] {
  const words = wordsOf(text, from, to)
  const people: (readonly Word[])[] = []
  for (let at = words.length - 1; at >= 0;) {
    const word = words[at]
    const run =
      word !== undefined && hasCapital(word.text) ? runBefore(text, words.slice(0, at + 1), word.end) : null
    const isFirst = takesFirst && run?.start === words[0]?.start && /\p{Ll}{3}/u.test(text.slice(from, to))
    if (run !== null && (isListedPerson(run) || (isFirst && isPerson(run)))) people.unshift(run.name)
    const next = run === null ? at - 1 : words.findLastIndex(({ end }) => end <= run.start)
    at = Math.min(at - 1, next)
  }
  return people
}

/** A person beyond doubt, and not of the embassy. */
export function isListedPerson(run: Run): boolean {
  if (run.titles.some(({ text }) => isOfTheEmbassy(text))) return false
  const isOfTrade = run.before !== undefined && isTitle(run.before.text) && !isOfOrganisation(run.before.text)
  return (
    isPerson(run) &&
    (ownWords(run) >= 2 || isOfTrade || run.titles.some(({ text }) => !isOfOrganisation(text)))
  )
}
