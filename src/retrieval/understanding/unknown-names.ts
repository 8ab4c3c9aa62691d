/**
 * @module Names in a question that the archive does not know. They are all asked for alike, so that an answer tells nothing of a
 * name: one that a cable shields, which is in no masked word of it, gets the reply of one that nobody has.
 */
import { type Term, termsOf, wordsOf } from '../terms.js'
import { vectorOfStem } from '../word-vectors/word-vectors.js'

/** What such a name is read as, and a number that no paragraph has. Both are stop words. */
const SOMEONE = 'someone'
const SOME_NUMBER = 'something'

/** Between the words of one name. */
const JOINT = /^[\s.,'’"“”-]*$/u
const POSSESSIVE = /['’]s?$/u

/** All unknown names are this one term, which no text holds and no word is near to. */
export const UNKNOWN_TERM: Term = { word: '\u0000', stem: '\u0000', isName: true }

/** @param isKnown whether any paragraph of the archive has the word. @returns the text itself when it names nobody unknown */
export function withoutUnknownNames(text: string, isKnown: (word: string) => boolean): string {
  const terms = new Map(termsOf(text).map((term) => [term.word, term]))
  const hasCapitals = /\p{Lu}/u.test(text)
  let result = ''
  let end = 0
  let last = -1
  for (const { word, index } of wordsOf(text)) {
    const term = terms.get(word)
    if (term === undefined || !mayBeName(term, hasCapitals) || isKnown(word)) continue
    const isSameName = last >= 0 && JOINT.test(text.slice(last, index))
    if (!isSameName) result += text.slice(end, index) + (/^\p{N}/u.test(word) ? SOME_NUMBER : SOMEONE)
    last = index + word.length
    end = last - (POSSESSIVE.exec(word)?.[0].length ?? 0)
  }
  return result + text.slice(end)
}

/** The first word of a question has a capital whatever it is, and without capitals nothing is told from an ordinary word. */
function mayBeName({ word, stem, isName }: Term, hasCapitals: boolean): boolean {
  if (isName) return true
  return (/^\p{Lu}/u.test(word) || !hasCapitals) && vectorOfStem(stem) === undefined
}
