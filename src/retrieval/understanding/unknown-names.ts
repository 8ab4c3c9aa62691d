/**
 * @module Names in a question that the archive does not know. They are all asked for alike, so that an answer tells nothing of a
 * name: one that a cable shields, which is in no masked word of it, gets the reply of one that nobody has.
 */
import { findCableIds } from '../../cables/ids.js'
import { countriesIn } from '../../cables/vocabulary/countries.js'
import { findPost } from '../../cables/vocabulary/posts.js'
import { findTag } from '../../cables/vocabulary/tags.js'
import { findCaption } from '../../cables/vocabulary/terms.js'
import { stemOf, type Term, termsOf, wordsOf } from '../terms.js'
import { vectorOfStem } from '../word-vectors/word-vectors.js'

/** What such a name is read as, and a number that no paragraph has. Both are stop words. */
const SOMEONE = 'someone'
const SOME_NUMBER = 'something'

/** An address of somebody is as good as the name. */
const E_MAIL = /[^\s<>()"“”]{1,64}@[^\s<>()"“”?!,;]{1,190}/gu

/** Between the words of one name. */
const JOINT =
  /^[\s.,'’"“”@_-]*(?:(?:al|el|ul|bin|ben|ibn|abu|van|von|der|de|del|di|da|dos|du|la|le)[\s-]+){0,2}$/iu
const POSSESSIVE = /['’]s?$/u

/** A number of a paper, an account or a telephone; shorter ones are years, counts and ordinals. */
const LONG_NUMBER = /^(?=(?:\D*\d){5})[\p{L}\p{N}]+$/u
/** The same in groups: `+41 79 555 0143`. */
const LONG_DIGITS = /\+?\(?\d(?:[\s()./-]{0,2}\d){6,24}/gu
const STREET =
  /\b\d{1,5}\s+(?:\p{Lu}[\p{L}'’-]*\s+){1,3}(?:street|st|avenue|ave|road|rd|lane|drive|square|court|terrace|quay|row|alley|way)\b/giu

/** Letters that stand for a body or a thing: `DNA`. */
const ACRONYM = /^\p{Lu}{2,4}$/u

/** Directly behind these a word without an article is a name, also in small letters: `What did kovalenko tell …?` */
const BEFORE_NAME =
  /\b(?:did|does|do|has|had|have|is|was|were|are|can|could|will|would|should|mr|mrs|ms|dr|by|about|president|minister|senator|general|ambassador|source|named|called|al|el|ul|bin|ibn|abu)\.?[\s-]+(?:(?:al|el|ul|bin|ben|ibn|abu|van|von|der|de|del|della|di|da|dos|du|la|le)[\s-]+){0,3}$/iu

/** What ordinary words end with behind a word of the dictionary: `kidnappers`, `youngsters`. */
const ENDING =
  /^(?:s|es|d|ed|r|er|ers|ster|sters|ing|ings|ly|y|ies|ness|less|ful|man|men|woman|women|ship|hood|able|ible|al|ally|ism|ist|ists|ation|ations|ment|ments|pers|ters|ped|ted|ify|ified|ise|ize|ised|ized|fall|like|wide|en)$/u
/** Letters of the first part of such a word. */
const PART_MIN = 4

/** All unknown names are this one term, which no text holds and no word is near to. */
export const UNKNOWN_TERM: Term = { word: '\u0000', stem: '\u0000', isName: true }

/** @param isKnown whether any paragraph of the archive has the word. @returns the text itself when it names nobody unknown */
export function withoutUnknownNames(asked: string, isKnown: (word: string) => boolean): string {
  const isUnknown = (part: string): boolean => wordsOf(part).some(({ word }) => !isKnown(word))
  const text = asked
    // `Ko- valenko`
    .replace(/(?<=\p{L})-\s+(?=\p{Ll})/gu, '-')
    .replace(E_MAIL, SOMEONE)
    .replace(STREET, (address) => (isUnknown(address) ? SOME_NUMBER : address))
    .replace(LONG_DIGITS, (number) => (isUnknown(number) ? SOME_NUMBER : number))
  const terms = new Map(termsOf(text).map((term) => [term.word, term]))
  const words = wordsOf(text).filter(({ word }) => terms.has(word))
  // In one case alone nothing is told by capitals.
  const isMixed = /\p{Lu}/u.test(text) && /\p{Ll}/u.test(text)
  // Looking a word up takes time that the question is not embedded in: so only what may be a name is.
  const sure = words.map(({ word, index }) => {
    const isSubject = !isMixed || BEFORE_NAME.test(text.slice(Math.max(0, index - 30), index))
    return mayBeName(terms.get(word), isSubject, isMixed) && !isKnown(word)
  })
  if (!sure.includes(true)) return text
  let result = ''
  let end = 0
  let last = -1
  words.forEach(({ word, index }, at) => {
    // `Vera Tamsin`: an ordinary word beside an unknown name belongs to it.
    const isBeside =
      (sure[at - 1] === true && isJoined(text, words[at - 1], index)) ||
      (sure[at + 1] === true && isJoined(text, words[at], words[at + 1]?.index))
    // `S. Tamsin`: an initial is the name's, though every archive has its letter somewhere.
    const isInitial = /^\p{Lu}$/u.test(word)
    const belongs = isBeside && (isInitial || (!isPublic(word, isMixed) && !isKnown(word)))
    if (sure[at] !== true && !belongs) return
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

/** @param isSubject it is where a name is likely, or nothing in the question has a capital */
function mayBeName(term: Term | undefined, isSubject: boolean, isMixed: boolean): boolean {
  if (term === undefined || isPublic(term.word, isMixed)) return false
  if (/\p{N}/u.test(term.word)) return LONG_NUMBER.test(term.word)
  const isInDictionary = vectorOfStem(term.stem) !== undefined
  if (isMixed && /^\p{Lu}/u.test(term.word)) return !isInDictionary || (term.isName && isSubject)
  return isSubject && !isInDictionary && !isOrdinary(term.word.toLowerCase())
}

/** Known from tables that are the same for every archive: places, peoples, posts, TAGS, numbers of cables, bodies. */
function isPublic(word: string, isMixed: boolean): boolean {
  const bare = word.replace(POSSESSIVE, '')
  if (
    (isMixed && ACRONYM.test(bare)) ||
    findCaption(bare.toUpperCase()) !== null ||
    /^(?:un)?classified$/iu.test(bare)
  )
    return true
  if (/^(?:19|20)\d\d$/u.test(bare)) return true
  if (countriesIn(bare).length > 0 || findPost(bare) !== null || findCableIds(bare).length > 0) return true
  return isMixed && !/\p{Ll}/u.test(bare) && findTag(bare) !== null
}

/** Made of a word of the dictionary and an ending or another word: `shortfall`, `watchers`. */
function isOrdinary(word: string): boolean {
  for (let end = PART_MIN; end < word.length; end++) {
    const rest = word.slice(end)
    if (vectorOfStem(stemOf(word.slice(0, end))) === undefined) continue
    if (ENDING.test(rest) || (rest.length >= PART_MIN && vectorOfStem(stemOf(rest)) !== undefined))
      return true
  }
  return false
}
