/** @module Whether every number, date and name that a sentence states stands in what it cites. */
import { canonicalId } from '../../cables/ids.js'
import { countryOf } from '../../cables/vocabulary/demonyms.js'
import { stemOf } from '../../retrieval/terms.js'
import { vectorOfStem } from '../../retrieval/word-vectors/word-vectors.js'
import { readDates } from './dates.js'
import { type Evidence, withoutQuotationMarks } from './evidence.js'
import { readNumbers } from './numbers.js'
import { plain, without } from './text.js'
import { type Token, tokens } from './tokens.js'
import { FUNCTION_WORDS, PARTICLES, SHORT_TITLES, STARTERS, TITLES } from './words.js'

const QUOTED = /"([^"]*)"/g
/** Where a writer left words of a quote out. */
const LEFT_OUT = /\s*(?:\[?\.{3,}\]?|\[[^\]]*\])\s*/
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|[^\s@]+@[^\s@]+\.\p{L}+|\b[\w-]+\.(?:com|org|net|io|info|gov)\b\S*/giu
const GLUED_ID = /(?<![\p{L}\p{N}])(?:19|20)?\d\d[A-Z]{3,32}\d{1,8}(?![\p{L}\p{N}])/gu
const PARAGRAPH_MENTION = /(?:¶ ?|\bpara(?:graph)?s?\.? )\[?(\d{1,4})\]?/giu
const OTHER_DIGITS = /(?![0-9])\p{N}/u
const SAID = new Set(
  'said says told tells claimed claims stated confirmed reported reports warned admitted added explained noted'.split(
    ' ',
  ),
)

/** Letters of a word that may be a name in small letters. */
const UNKNOWN_MIN = 5
const MONTH_NAME =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/

/**
 * The first thing in a sentence that does not stand in what it cites, or `null`.
 * @param sentence without its citation marks, and without quotes that were found already
 * @param paragraphs numbers of the cited paragraphs, which the sentence may name
 * @param question what was asked: a name in small letters that only the asker wrote is no fact
 */
export function unsupported(
  sentence: string,
  evidence: Evidence,
  paragraphs: readonly (number | null)[],
  question = '',
): string | null {
  let text = plain(sentence)
  for (const [address] of text.matchAll(ADDRESS)) {
    if (!evidence.text.includes(withoutQuotationMarks(address.replace(/[.,;:)]+$/, ''))))
      return `the address "${address}"`
  }
  for (const { 1: quoted = '' } of text.matchAll(QUOTED)) {
    if (!isQuotedFrom(quoted, evidence.text)) return `the quotation "${quoted}"`
  }
  text = text.replace(QUOTED, (quoted) => ' ; '.padEnd(quoted.length))
  for (const [id] of text.matchAll(GLUED_ID)) {
    if (!evidence.cableIds.has(canonicalId(id) ?? id)) return `the cable "${id}"`
  }
  text = text
    .replace(GLUED_ID, ' ; ')
    .replace(PARAGRAPH_MENTION, (mention, number: string) =>
      paragraphs.includes(Number(number)) ? ' ; ' : mention,
    )
  if (OTHER_DIGITS.test(text) && !evidence.text.includes(OTHER_DIGITS.exec(text)?.[0] ?? ''))
    return 'a number in other digits'

  const dates = readDates(text)
  const date = dates.find((each) => !evidence.hasDate(each))
  if (date !== undefined) return `the date "${text.slice(date.start, date.end)}"`
  const rest = without(text, dates)
  const number = readNumbers(rest, false).find(
    ({ readings }) => !readings.some((key) => evidence.numbers.has(key)),
  )
  if (number !== undefined) return `the number "${number.text}"`
  const asked = new Set(tokens(plain(question)).map(({ key }) => key))
  const name = unsupportedName(tokens(rest), evidence, asked)
  return name === null ? null : `the name "${name}"`
}

/** Letter for letter, each part where words were left out, in their order. The last stop is the sentence's own. */
function isQuotedFrom(quoted: string, source: string): boolean {
  const parts = withoutQuotationMarks(quoted)
    .trim()
    .replace(/[.,;:!?]$/, '')
    .split(LEFT_OUT)
  let from = 0
  for (const part of parts.filter((each) => /[\p{L}\p{N}]/u.test(each))) {
    const at = wholeWordsAt(source, part.trim(), from)
    if (at === -1) return false
    from = at + part.trim().length
  }
  return true
}

/** Where the words stand, not begun or ended inside another word. */
function wholeWordsAt(source: string, words: string, from: number): number {
  for (let at = source.indexOf(words, from); at !== -1; at = source.indexOf(words, at + 1)) {
    const around = `${source[at - 1] ?? ' '}${source[at + words.length] ?? ' '}`
    if (!/[\p{L}\p{N}]/u.test(around)) return at
  }
  return -1
}

function unsupportedName(
  words: readonly Token[],
  evidence: Evidence,
  asked: ReadonlySet<string>,
): string | null {
  let run: Token[] = []
  for (const [at, token] of words.entries()) {
    if (!token.capital || FUNCTION_WORDS.has(token.key)) {
      if (isUnknownWord(token, evidence) && (asked.has(token.key) || isUsedAsName(words, at, evidence)))
        return token.text
      run = []
      continue
    }
    if (!isSupported(token, evidence)) return token.text
    if (!isPartOfName(token) || (token.begins && STARTERS.has(token.key))) {
      run = []
      continue
    }
    const before = /^[ -]$/.test(token.gap) || /^\. $/.test(token.gap) ? run.at(-1) : undefined
    if (before !== undefined && !evidence.areTogether(before.key, token.key))
      return `${before.text} ${token.text}`
    run = [token]
  }
  return null
}

function isSupported(token: Token, evidence: Evidence): boolean {
  const { key, text, begins } = token
  const singular = key.replace(/s$/, '')
  if (evidence.hasName(key)) return true
  if (begins && (STARTERS.has(key) || evidence.hasWord(key))) return true
  if (TITLES.has(key) || TITLES.has(singular)) return evidence.hasWord(key) || evidence.hasWord(singular)
  const title = SHORT_TITLES.get(key)
  if (title?.split(' ').every((word) => evidence.hasWord(word))) return true
  if (PARTICLES.has(key) && evidence.hasWord(key)) return true
  const country = countryOf(key)
  if (country !== null && evidence.countries.has(country)) return true
  const acronym = /^\p{Lu}{2,}s?$/u.test(text)
  return acronym && (evidence.hasName(singular) || evidence.hasSpelledOut(text.replace(/s$/, '')))
}

/** In small letters, in nothing that is cited and in no dictionary: a name of the question may be written so, too. */
function isUnknownWord({ key, text, capital }: Token, evidence: Evidence): boolean {
  if (capital || text.length < UNKNOWN_MIN || FUNCTION_WORDS.has(key) || PARTICLES.has(key)) return false
  const isKnown = evidence.hasWord(key) || evidence.hasName(key) || countryOf(key) !== null
  return !isKnown && vectorOfStem(stemOf(text)) === undefined
}

/** `petro kovalenko`, `according to kovalenko`, `kovalenko said` */
function isUsedAsName(words: readonly Token[], at: number, evidence: Evidence): boolean {
  const one = words[at - 1]
  const behind = words[at + 1]
  const isAgent =
    one !== undefined && (one.key === 'by' || (one.key === 'to' && words[at - 2]?.key === 'according'))
  const isPair = [one, behind].some((token) => token !== undefined && isUnknownWord(token, evidence))
  return isAgent || isPair || (behind !== undefined && SAID.has(behind.key))
}

/** Titles, peoples and acronyms stand beside names in any combination. */
function isPartOfName({ key, text }: Token): boolean {
  if (TITLES.has(key) || SHORT_TITLES.has(key) || countryOf(key) !== null || MONTH_NAME.test(key))
    return false
  return !/^\p{Lu}{2,5}$/u.test(text)
}
