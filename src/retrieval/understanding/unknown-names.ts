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
  const words = wordsOf(text).filter(({ word }) => terms.has(word))
  // Looking a word up takes time that the question is not embedded in: so only what may be a name is.
  const sure = words.map(({ word }) => isSurelyName(terms.get(word)) && !isKnown(word))
  if (!sure.includes(true)) return text
  let result = ''
  let end = 0
  let last = -1
  words.forEach(({ word, index }, at) => {
    // `Vera Tamsin`: an ordinary word beside an unknown name belongs to it.
    const isBeside =
      (sure[at - 1] === true && isJoined(text, words[at - 1], index)) ||
      (sure[at + 1] === true && isJoined(text, words[at], words[at + 1]?.index))
    if (sure[at] !== true && !(isBeside && !isKnown(word))) return
    const isSameName = last >= 0 && JOINT.test(text.slice(last, index))
    if (!isSameName) result += text.slice(end, index) + (/^\p{N}/u.test(word) ? SOME_NUMBER : SOMEONE)
    last = index + word.length
    end = last - (POSSESSIVE.exec(word)?.[0].length ?? 0)
  })
  return result + text.slice(end)
}

/** Nothing but the signs inside a name between a word and where the next begins. */
function isJoined(text: string, word: { word: string; index: number } | undefined, next = -1): boolean {
  return word !== undefined && next >= 0 && JOINT.test(text.slice(word.index + word.word.length, next))
}

/** A capital inside a sentence, a digit, or a word that no dictionary has. */
function isSurelyName(term: Term | undefined): boolean {
  return term !== undefined && (term.isName || vectorOfStem(term.stem) === undefined)
}
