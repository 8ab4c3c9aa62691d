/**
 * @module Whether a line is an item of a list of references: `¶B. NAIROBI 90`, `(C) 05 PARIS 12 (NOTAL)`, `D. AND PREVIOUS`. A
 * paragraph that lost its number begins with a letter, too, so the item must look like one.
 */
import { isPost, postKey } from '../vocabulary/posts.js'
import { preparedReferences } from './reference-text.js'
import { referenceTokens } from './reference-tokens.js'
import { scanReferences } from './references.js'

/** Longest item of a list of references (characters). */
const LONGEST_ITEM = 160

/** `A.`, `B)`, `(C)`, `d.`, `¶E:`, also twice: `A. A)`, `REF B:` */
const LETTER =
  /^[¶\uFFFD]? ?(?:REF ?)?[([]?([A-Z])(?:[.:)\]/]{1,3}(?!(?!\1)[A-Z]\.)|,(?= )|-(?= )) ?(?:(?:REF ?)?[([]?\1[.:)\]]{1,3} ?|REF ?\1 (?=[A-Z\d]))?/i

/** `B KUALA LUMPUR 739`: without a sign the rest must be a cable. */
const BARE_LETTER = /^[¶\uFFFD]? ?([A-Z]) (?=['(]?[A-Z\d])/

/** What stands in a list of cables and is none, whole: no sentence has only these words. */
const NO_CABLE =
  /^(?:AND (?:PREVIOUS|OTHERS)|SEPTELS?|PREVIOUS|N\/A|NONE)[ .;,)]*(?:\(?NOTAL\)?)?[ .;,)]*$|\(?\bNOTAL\b\)?[ .;,]*$/i

/** A number that the page cut off: `SECSTATE 1...` */
const CUT_OFF = /^(?:\d{2,4} )?[A-Z][A-Z .'-]{2,30}\d{0,7}\.\.\.?$/

/** Words of messages and reports that are no cables. */
const MESSAGE =
  /(?<![A-Z])(?:E-?MAILS?|TELE?CONS?|MEMCONS?|SVTC|IIR|TDX?-?\d{3}|FBIS|OSC [A-Z]{3}\d|LETTER OF REQUEST|DAILY REPORTS?|SEPTELS?)(?![A-Z])/i

/** A year that stands for any: only whether there is a reference is asked. */
const ANY_YEAR = '10'

/**
 * @param line one line of a head
 * @returns whether it is an item of a list of references by what it says itself: a cable, or a message that is none
 */
export function isLetteredReference(line: string): boolean {
  if (line.length > LONGEST_ITEM) return false
  const lettered = LETTER.exec(line)
  if (lettered === null) {
    const bare = BARE_LETTER.exec(line)
    return bare !== null && beginsWithReference(line.slice(bare[0].length))
  }
  const item = line.slice(lettered[0].length).trim()
  return (
    beginsWithReference(item) ||
    NO_CABLE.test(item) ||
    CUT_OFF.test(item) ||
    (MESSAGE.test(item) && !isSentence(item))
  )
}

/**
 * @param line one line that stands directly behind a list of references
 * @param expected letter that the next item of the list has, see `nextLetter`
 * @returns whether it is that item, also when it names no cable: `¶B. MAYOR READ OUT: THE HARBOUR`
 */
export function isNextItem(line: string, expected: string): boolean {
  if (line.length > LONGEST_ITEM) return false
  const lettered = LETTER.exec(line)
  if (lettered?.[1]?.toUpperCase() !== expected.toUpperCase()) return false
  const item = line.slice(lettered[0].length).trim()
  return item !== '' && (isLetteredReference(line) || !isSentence(item))
}

/**
 * @param list text of the list so far, or its last lines; where no item has a letter it is A
 * @returns the letter of the item that follows, or `null` behind Z or where there is no list
 */
export function nextLetter(list: string): string | null {
  if (list.trim() === '') return null
  const letters = [...list.matchAll(/(?<![A-Za-z0-9.'’-])[([]?([A-Z])[.:)\]]/gi)].map(([, letter = '']) =>
    letter.toUpperCase(),
  )
  const last = letters.reduce((highest, letter) => (isNext(letter, highest) ? letter : highest), '')
  const code = (last === '' ? 'A' : last).charCodeAt(0) + 1
  return code > 'Z'.charCodeAt(0) ? null : String.fromCharCode(code)
}

/**
 * @param line one line that stands behind a gap
 * @param list text of the list so far, or its last lines
 * @returns whether the list stopped inside an item that the line completes: `(B) RIO DE JANEIRO` / `723; (C) STATE 500`
 */
export function completesItem(line: string, list: string): boolean {
  if (line.length > LONGEST_ITEM || !stopsInsideItem(list) || isSentence(line)) return false
  return countReferences(`${list}\n${line}`) > countReferences(list)
}

/** The list ends with a post, a letter, a comma or a word that joins. */
function stopsInsideItem(list: string): boolean {
  // A page shows three dots where it cut the list off; what follows is another record of it.
  if (/\.\.\s*$/.test(list)) return false
  if (/(?:[,;]|(?<![A-Za-z0-9])[([]?[A-Z][.:)\]]|(?<![A-Z])(?:AND|OR))\s*$/i.test(list.slice(-LONGEST_ITEM)))
    return true
  const last = referenceTokens(preparedReferences(list))
    .filter(({ kind }) => kind !== 'end')
    .at(-1)
  return last?.kind === 'words' && isPost(postKey(last.text))
}

function countReferences(text: string): number {
  return scanReferences(referenceTokens(preparedReferences(text)), ANY_YEAR).length
}

/** Letters of a list follow one another; an initial of a name does not count. */
function isNext(letter: string, last: string): boolean {
  return last === '' || letter.charCodeAt(0) === last.charCodeAt(0) + 1
}

/** A cable stands first in the item, and no sentence goes on behind it. */
function beginsWithReference(item: string): boolean {
  const prepared = preparedReferences(item)
  const tokens = referenceTokens(prepared)
  const start = tokens.findIndex(({ kind }) => kind !== 'end')
  const [first] = scanReferences(tokens, ANY_YEAR)
  if (first?.nameOnly !== true || first.from !== start) return false
  const rest = tokens[first.to]
  return rest === undefined || rest.kind !== 'words' || rest.text === rest.text.toUpperCase() || rest.newLine
}

/** Verbs and beginnings that a title of a message has not. */
const SENTENCE_WORD =
  /^(?:\(|THE |HE |SHE |IT |WE |THEY |THIS |THAT |THERE |A |AN |IN |IF |AS |ON |AT )|(?<![A-Z])(?:IS|ARE|WAS|WERE|HAS|HAVE|HAD|WILL|WOULD|SHOULD|COULD|MUST|CAN|SAID|SAYS|TOLD|MET|ASKED|NOTED|DOES|DID)(?![A-Z])/i

/** Words in small letters in a row that make prose. */
const SMALL_WORDS = /(?<![A-Za-z])(?:[a-z]{1,20}[,;]? ){3}[a-z]{1,20}/

function isSentence(item: string): boolean {
  return SENTENCE_WORD.test(item) || SMALL_WORDS.test(item)
}
