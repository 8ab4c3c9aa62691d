/** @module What of the lines behind TAGS is the field: page breaks, captions and other fields that stand among them are left out. */
import {
  findTag,
  hasProgramForm,
  isSubjectOfFour,
  isTagPhrase,
  LONGEST_PHRASE,
  splitGluedTags,
} from '../vocabulary/tags.js'
import { isPost, postKey } from '../vocabulary/posts.js'
import { isCaptionLine } from './kinds.js'

/** Where another field or the body begins. The label may be glued to the last code: `KESUBJECT:`. */
const OTHER_FIELD =
  /(?:SUBJECT|UBJECT|SUBJ|REFS?|REFTELS?) ?:|\bSUBJ(?:ECT)?\b|\bCLASSIFIED BY|\bE\. ?O\.|\bE\.?O\.? ?1\d{4}|\bDECL:|\bREASONS?:|\b(?:DEPT|STATE) (?:FOR|PASS)\b|¶ ?\d|\b\d{1,2}\. ?\(/i

/** @param lines of the field, label taken off @returns one line of codes and names, with their separators */
export function tagsText(lines: readonly string[]): string {
  const own: string[] = []
  for (const line of lines) {
    const clean = line
      .replace(/[¶"“”‘\\|*=<>\u00a0]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    if (own.length > 0 && isOtherText(clean)) break
    own.push(clean)
  }
  const text = joinSpacedLetters(joinWrapped(own)).replace(/\bTAGS? ?:/gi, ' , ')
  const end = OTHER_FIELD.exec(text)?.index ?? text.length
  return withoutPageBreaks(text.slice(0, end).split(' ')).join(' ')
}

/** A reference, or words that go on with a subject: four or more between two commas, and no code among them. */
function isOtherText(line: string): boolean {
  if (/^¶? ?\(?[A-Z][.):] .*\d/.test(line)) return true
  const upper = line.toUpperCase()
  const pieces = upper
    .split(/[,;()]/)
    .map((piece) => piece.split(/[\s.:/-]+/).filter((word) => word.length > 2))
  if (pieces.flat().some((word) => isTag(word) || isCaptionLine(word) || /^0\d{3,7}$/.test(word)))
    return false
  return pieces.some((words) => words.length >= 4 && !holdsPhrase(words))
}

function holdsPhrase(words: readonly string[]): boolean {
  return words.some((_, from) => {
    for (let length = 1; length <= LONGEST_PHRASE; length++)
      if (isTagPhrase(words.slice(from, from + length).join(' '))) return true
    return false
  })
}

/** @param word in capitals */
function isTag(word: string): boolean {
  return findTag(word) !== null || splitGluedTags(word) !== null
}

function isCode(word: string): boolean {
  return isTag(word) || hasProgramForm(word)
}

/** A code may be cut at the end of a line: `PR-` / `EL`, `KD` / `EM`. */
function joinWrapped(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const before = /[A-Za-z]{1,5}-?$/.exec(text)?.[0].replace('-', '').toUpperCase() ?? ''
    const after = /^[A-Za-z]{1,5}(?![A-Za-z])/.exec(line)?.[0].toUpperCase() ?? ''
    const isCut =
      before !== '' && after !== '' && !(isCode(before) && isCode(after)) && isSubjectOfFour(before + after)
    text = isCut ? text.replace(/-$/, '') + line : `${text} ${line}`
  }
  return text.trim()
}

/** `P G O V` -> `PGOV`, `C O N F I D E N T I A L` -> `CONFIDENTIAL`, `K E` -> `KE`; initials of a name stay. */
function joinSpacedLetters(text: string): string {
  return text.replace(/(?<![A-Za-z])(?:[A-Za-z] )+[A-Za-z](?![A-Za-z.])/g, (run) => {
    const word = run.replace(/ /g, '')
    return word.length > 2 || findTag(word) !== null ? word : run
  })
}

const LEVEL = /^(?:CONFIDENTIAL|SECRET|UNCLASSIFIED|UNCLAS|TOP)$/
/** `01 OF 02`, `001.2 OF 004`, `101200Z`, `RUEHNR0101`: what a page break counts and is sent by. */
const COUNT = /^(?:\d{1,3}(?:\.\d)?|\d{6}Z|RUE[A-Z]{2,}\d*)$/
const SERIAL = /^#?\d{4,8}$/
/** Longest name of a post in a page break, in words (`DAR ES SALAAM`). */
const LONGEST_POST = 4

/** Leaves out page breaks (`CONFIDENTIAL PAGE 02 NAIROBI 00101 101200Z`), classification lines and captions. */
function withoutPageBreaks(words: readonly string[]): string[] {
  const kept: string[] = []
  let sinceBreak = LONGEST_POST + 1
  for (const word of words) {
    const bare = word.replace(/[^A-Za-z0-9.#]/g, '').toUpperCase()
    sinceBreak++
    if (LEVEL.test(bare) || bare === 'PAGE' || bare === 'SECTION') sinceBreak = 0
    else if (SERIAL.test(bare)) dropPost(kept, sinceBreak)
    else if (isCaptionLine(bare) && findTag(bare) === null) continue
    else if (!COUNT.test(bare) && !(bare === 'OF' && sinceBreak < 2)) {
      kept.push(word)
      continue
    }
    if (bare !== '' && (COUNT.test(bare) || SERIAL.test(bare))) sinceBreak = 0
  }
  return kept
}

/** Takes the post before a serial off: the longest known one, else the word behind the mark of a break. */
function dropPost(kept: string[], sinceBreak: number): void {
  for (let length = LONGEST_POST; length >= 1; length--) {
    const name = kept.slice(-length).join(' ')
    if (length <= kept.length && isPost(postKey(name)) && !isCode(name.toUpperCase())) {
      kept.length -= length
      return
    }
  }
  const last = kept.at(-1) ?? ''
  if (sinceBreak <= LONGEST_POST && !isCode(last.toUpperCase())) kept.pop()
}
