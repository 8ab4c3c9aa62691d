/** @module The sender's name at the end of a message: what one looks like, and where it may stand. */
import { isCommonWord, isNeverName, isSmallWord } from './not-names.js'

/** What stands around the name, as far as it decides whether it is one. */
export interface Place {
  /** Text of the line before, or `null` at the start and below a rule. */
  readonly before: string | null
  /** A blank line stands before it. */
  readonly gap: boolean
  /** A name stands in its usual place: behind a finished sentence, a note of the post, or `END COMMENT`. */
  readonly apart: boolean
  /** Whether the words of the cable are printed in capitals throughout. */
  readonly capitals: boolean
  /** Whether the cable has the word elsewhere in small letters, or once more in capitals. */
  readonly occurs: (word: string) => boolean
  /** Whether the cable has the word, or one that it is the beginning of, elsewhere in any letters. */
  readonly recurs: (word: string) => boolean
}

export interface Signature {
  /** Upper case, single spaces. */
  readonly name: string
  /** Where in the line it (and the signs before it) begins. */
  readonly column: number
}

const PARTICLE = /^(?:van|von|de|la|le|der|den|da|di|du|al|el|st|mac|mc)$/i
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/i
const CAPITALIZED = /^(?:[DO]['’`´])?\p{Lu}[\p{L}'’`´.-]*$/u
/** A name in capitals may have small letters in its prefix: `McQUILL`. */
const IN_CAPITALS = /^(?:Ma?c|De|Di|La|Le|Van|O['’])?[^\p{Ll}]+$/u
const SMALL = /^\p{Ll}{3,}$/u

/** Signs that stand around a name: `//QUILL//`, `(SIGNED) QUILL`, `QUILL #`, `QUILL-/`. */
const SIGNS_BEFORE = /^(?:[^\p{L}\p{N}]*(?:\(?(?:SIGNED|S\/)\)?:? +))?[^\p{L}\p{N}]*/u
const SIGNS_BEHIND = /[^\p{L}\p{N}]+$/u

/** Longest line that is looked at as a signature (characters), and the most words of a name. */
const LONGEST_LINE = 60
const MOST_WORDS = 4

/** `… END COMMENT`, `UNQUOTE`: words that close a part of the text. */
const CLOSES =
  /(?:\b(?:END|CLOSE)(?: \(?[\p{L}/]{2,14}){0,4} ?(?:COMMENTS?|SUMMARY|TEXT|NOTES?|QUOTE|MESSAGE|CABLE|REQUESTS?|POINTS|TRANSCRIPT|LETTER|STATEMENT|DOCUMENT|REPORT|NON-?PAPER)|\bUN ?QUOTE|\bMINIMIZE CONSIDERED|\bEND)[\s.)\]"”*]*$/iu

const SENTENCE_ENDS = /[.!?…:;][)\]"'”’*\s]*$|[)\]"”*]\s*$|(?:X{4,}|x{4,})\s*$/
const LAST_SENTENCE = /[.!?…)\]"”][)\]"'”’*\s]*$|(?:X{4,}|x{4,})\s*$/
/** A full stop that ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|U\.S|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Cmdr|Adm|Brig|Sgt|Sen|Rep|Gov|Amb|Prof|Rev|St|No|vs)\.$/u
const ADDRESS = /https?:|www\.|\.gov\b|\bc? ?fm$|\.asp\b|\bwiki\b/i

/** @returns whether a text comes to an end, so that a name may follow */
export function isFinished(text: string): boolean {
  const end = text.slice(-80)
  return SENTENCE_ENDS.test(end) || CLOSES.test(end) || ADDRESS.test(text.slice(-200))
}

function wordsOf(name: string): string[] {
  return name
    .replace(/, ?(?=[JS]R\b)/i, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** Looks like a name: capitalised words, small particles between; one word may be all small. */
function isNameShaped(words: readonly string[]): boolean {
  if (words.length === 0 || words.length > MOST_WORDS) return false
  if (words.join('').replace(/[^\p{L}]/gu, '').length < 2) return false
  const last = words.filter((word) => !SUFFIX.test(word.replace('.', ''))).at(-1)
  if (last === undefined) return false
  if (words.length === 1 && SMALL.test(last)) return true
  if (!CAPITALIZED.test(last)) return words.length === 2 && SMALL.test(last) && words[0] !== last
  return words.every(
    (word) => CAPITALIZED.test(word) || PARTICLE.test(word) || SUFFIX.test(word.replace('.', '')),
  )
}

/** In upper case, once where it was printed twice (`Quill QUILL`), without signs. */
function nameOf(words: readonly string[]): string {
  const upper = words
    .map((word) => word.toUpperCase().replace(/[^\p{L}]+$/u, ''))
    .filter((word) => word !== '')
  const half = upper.length / 2
  const doubled = Number.isInteger(half) && upper.slice(0, half).join(' ') === upper.slice(half).join(' ')
  return (doubled ? upper.slice(0, half) : upper).join(' ')
}

/** @returns the words of a line that could be a signature, without the signs around them; empty when it could not */
export function nameWords(line: string): string[] {
  const text = line.trim()
  if (text.length > LONGEST_LINE) return []
  const words = wordsOf(text.replace(SIGNS_BEFORE, '').replace(SIGNS_BEHIND, ''))
  const signed = words.filter((word, at) => at === words.length - 1 || !/^X{6,}$/.test(word))
  return isNameShaped(signed) && !signed.some(isNeverName) ? signed : []
}

/** A name that fills its line. @param line without marks behind it */
export function signatureOnLine(line: string, place: Place): Signature | null {
  const words = nameWords(line)
  if (words.length === 0) return null
  const found = { name: nameOf(words), column: 0 }
  if (place.gap || place.apart || place.before === null) {
    // Two words of the language behind each other are a heading, or the rest of a sentence.
    return words.length > 1 && words.every(isCommonWord) ? null : found
  }
  // Behind a line that ends no sentence it may be the rest of one.
  if (/[,(\-–—/]\s*$/.test(place.before) || isSmallWord(/\S+\s*$/.exec(place.before.slice(-40))?.[0] ?? ''))
    return null
  if (words.some((word) => isCommonWord(word) || (!place.capitals && place.occurs(word)))) return null
  const sure = words.every((word) => IN_CAPITALS.test(word))
  if (place.capitals) return words.length === 1 && sure ? found : null
  return sure || (words.length === 1 && !place.recurs(words[0] ?? '')) ? found : null
}

/** Longest end of a line that is searched for a name (characters). */
const SEARCHED = 120

/** Words at the end of a line: up to four, the last of them a name. */
const LAST_WORDS =
  /(?:[\s\p{P}\p{S}]|^|X{6})((?:(?:van|von|de|la|VAN|VON|DE|LA) |[DO]['’`´])?\p{Lu}[\p{L}'’`´-]+(?:,? (?:[Jj][Rr]|JR)\.?)?)$/u

/** Signs between a sentence and the name behind it: ` / `, `#`, `***`, ` . .` */
const SIGN_BETWEEN = /(?:[/*#>~\\|]|\s[.-]{1,10})$/

function withoutSigns(text: string): string {
  let rest = text.trimEnd()
  while (SIGN_BETWEEN.test(rest.slice(-12))) rest = rest.replace(SIGN_BETWEEN, '').trimEnd()
  return rest
}

/** A name behind other words of its line. @param line without marks behind it */
export function signatureInLine(line: string, place: Place): Signature | null {
  const end = line.slice(-SEARCHED)
  const offset = line.length - end.length
  let best: Signature | null = null
  let text = end.replace(SIGNS_BEHIND, '')
  const taken: string[] = []
  while (taken.length < MOST_WORDS) {
    const found = LAST_WORDS.exec(text)
    const word = found?.[1]?.replace(/^X{6,}/, '')
    if (word === undefined || word === '') break
    taken.unshift(word)
    const rest = text.slice(0, text.length - word.length)
    if (taken.some(isNeverName)) break
    const before = withoutSigns(rest)
    if (isSure(before, rest, taken, place))
      best = { name: nameOf(wordsOf(taken.join(' '))), column: offset + before.length }
    text = rest.trimEnd()
  }
  return best
}

function isSure(before: string, gap: string, taken: readonly string[], place: Place): boolean {
  const capitals = taken.every((word) =>
    wordsOf(word).every((part) => IN_CAPITALS.test(part) || PARTICLE.test(part)),
  )
  const single = taken.length === 1
  if (ABBREVIATION.test(before.slice(-12)) && !capitals) return false
  const closed = CLOSES.test(before.slice(-80))
  if (closed && capitals) return true
  const common = taken.some((word) => isCommonWord(word))
  const signs = /[/*#>]\s*$/.test(gap)
  if (ADDRESS.test(before.slice(-200)) || closed || signs) return single && !common
  if (SENTENCE_ENDS.test(before)) {
    if (capitals && !place.capitals) return !(taken.length > 1 && common)
    if (capitals) return !common && taken.length <= 2
    // In mixed case a single word behind the very last sentence is the sender's name, too.
    return single && !common && LAST_SENTENCE.test(before) && !place.occurs(taken[0] ?? '')
  }
  // In capitals behind words in small letters: `… by desk officer John Doe QUILL`.
  const lastWord = /\S+$/.exec(before)?.[0] ?? ''
  if (!single || !capitals || place.capitals || common || isSmallWord(lastWord)) return false
  const word = taken[0] ?? ''
  // Behind an office (`EUR/NB`) stands a name, behind another word in capitals the rest of a heading.
  const afterName = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(lastWord) && !/\/|^[A-Z]{2,4}$/.test(lastWord)
  return word.length >= 4 && /[AEIOUY]/.test(word) && !afterName && !place.occurs(word)
}

/** @returns where a line ends with the sender's name once more, or `null` */
export function repeatedName(line: string, signer: string): number | null {
  const column = line.length - signer.length
  if (signer === '' || column < 0 || line.slice(column).toUpperCase() !== signer) return null
  const before = line.slice(0, column).trimEnd()
  return before === '' || (isFinished(before) && !ABBREVIATION.test(before.slice(-12))) ? column : null
}
