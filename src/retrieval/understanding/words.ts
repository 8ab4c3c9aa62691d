/** @module The words of a question that may say where to look, each with what it stands for. */
import { bareKey } from '../../cables/vocabulary/posts.js'
import { findTag } from '../../cables/vocabulary/tags.js'

/** How a date bounds: `since` and `until` with it, `after` behind it, `before` ahead of it, `between` two. */
export type Bound = 'since' | 'after' | 'before' | 'until' | 'between'

/** First and last month (1 to 12). */
export interface Months {
  readonly from: number
  readonly to: number
}

export type Sense =
  | { readonly kind: 'post'; readonly origin: string }
  | { readonly kind: 'year'; readonly year: number }
  /** A month or season. */
  | ({ readonly kind: 'months' } & Months)
  /** `early`, `15th`: says that only a part of the month or year beside it is meant. */
  | { readonly kind: 'part' }
  | { readonly kind: 'classification'; readonly level: string }
  | { readonly kind: 'tag'; readonly code: string }
  | { readonly kind: 'bound'; readonly word: Bound }
  /** `cables`, `reporting`, `tagged`: makes what stands around it a restriction. */
  | { readonly kind: 'cable' }
  /** `embassy`, `NOFORN`: belongs to a restriction, and is none by itself. */
  | { readonly kind: 'attribute' }
  /** `in`, `from`: stands inside a restriction and says nothing of itself. `leads` when it is cut away with what follows. */
  | { readonly kind: 'filler'; readonly leads: boolean }
  | { readonly kind: 'other' }

export interface Word {
  readonly text: string
  /** Offsets in the text. */
  readonly start: number
  readonly end: number
  readonly sense: Sense
}

/** Posts of the archive by their key (`NEWDELHI`), with the name to filter by. */
export type KnownPosts = ReadonlyMap<string, string>

const MONTHS: readonly RegExp[] = [
  /^jan(?:uary)?$/i,
  /^feb(?:ruary)?$/i,
  /^march$/i,
  /^apr(?:il)?$/i,
  /^May$/,
  /^june?$/i,
  /^july?$/i,
  /^aug(?:ust)?$/i,
  /^sept?(?:ember)?$/i,
  /^oct(?:ober)?$/i,
  /^nov(?:ember)?$/i,
  /^dec(?:ember)?$/i,
]
/** Seasons of the northern half of the world; winter is left out, because it belongs to two years. */
const SEASONS: ReadonlyMap<string, Months> = new Map([
  ['spring', { from: 3, to: 6 }],
  ['summer', { from: 6, to: 9 }],
  ['autumn', { from: 9, to: 12 }],
  ['fall', { from: 9, to: 12 }],
])
const LEVELS: ReadonlySet<string> = new Set(['secret', 'confidential', 'unclassified'])
const CABLE_WORDS: ReadonlySet<string> = wordSet('cable cables telegram telegrams reporting tag tags tagged')
/** Behind the name of a post these say that it sent what is looked for. */
const REPORTING_VERBS: ReadonlySet<string> = wordSet('report reports reported wrote write writes cabled')
const BOUNDS: ReadonlySet<string> = wordSet('since after before between')
/** Only ahead of a date: "by 2006", not "by the embassy". */
const UNTIL: ReadonlySet<string> = wordSet('until till through by')
const PARTS: ReadonlySet<string> = wordSet('early mid late')
const DAY = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/i
const LEADING: ReadonlySet<string> = wordSet(
  `a according among an and any at by did does during from going in is need of on only or our out sent the their there
  to what with within i looking see dated one`,
)
const ATTRIBUTES: ReadonlySet<string> = wordSet(
  'embassy consulate mission general noforn nodis exdis sipdis limdis',
)
const INNER: ReadonlySet<string> = wordSet('please me show all early late mid it that')

const WORD = /[\p{L}\p{N}]+(?:[.&-][\p{L}\p{N}]+)*(?:['’]s(?![\p{L}\p{N}]))?/gu
/** Words in the longest name of a post. */
const LONGEST_POST = 4

/** Every word of a text, in order; the name of a post is one word. Linear in the length of the text. */
export function readWords(text: string, posts: KnownPosts): Word[] {
  const tokens = Array.from(text.matchAll(WORD), (match) => ({ text: match[0], start: match.index }))
  const words: Word[] = []
  for (let at = 0; at < tokens.length;) {
    const named = postAt(tokens, at, posts)
    const last = tokens[at + (named?.length ?? 1) - 1]
    const first = tokens[at]
    if (first === undefined || last === undefined) break
    const end = last.start + last.text.length
    const sense = named?.sense ?? senseOf(first.text, words.at(-1)?.sense, tokens[at + 1]?.text)
    words.push({ text: text.slice(first.start, end), start: first.start, end, sense })
    at += named?.length ?? 1
  }
  return words
}

interface Token {
  readonly text: string
  readonly start: number
}

function postAt(
  tokens: readonly Token[],
  at: number,
  posts: KnownPosts,
): { length: number; sense: Sense } | null {
  for (let length = Math.min(LONGEST_POST, tokens.length - at); length >= 1; length--) {
    const origin = posts.get(
      bareKey(
        tokens
          .slice(at, at + length)
          .map((token) => token.text.replace(/['’]s$/, ''))
          .join(''),
      ),
    )
    if (origin !== undefined) return { length, sense: { kind: 'post', origin } }
  }
  return null
}

function senseOf(word: string, before: Sense | undefined, next: string | undefined): Sense {
  const lower = word.toLowerCase()
  const date = dateOf(word) ?? partOf(word, before, next) ?? untilOf(lower, before, next)
  if (date) return date
  if (LEVELS.has(lower)) return { kind: 'classification', level: lower.toUpperCase() }
  if (CABLE_WORDS.has(lower)) return { kind: 'cable' }
  if (REPORTING_VERBS.has(lower) && before?.kind === 'post') return { kind: 'cable' }
  if (BOUNDS.has(lower)) return { kind: 'bound', word: lower as Bound }
  if (isTag(word, before, next)) return { kind: 'tag', code: word.toUpperCase() }
  if (ATTRIBUTES.has(lower)) return { kind: 'attribute' }
  if (LEADING.has(lower)) return { kind: 'filler', leads: true }
  return INNER.has(lower) ? { kind: 'filler', leads: false } : { kind: 'other' }
}

function dateOf(word: string): Sense | null {
  if (/^(?:19|20)\d\d$/.test(word)) return { kind: 'year', year: Number(word) }
  const month = MONTHS.findIndex((pattern) => pattern.test(word))
  if (month >= 0) return { kind: 'months', from: month + 1, to: month + 1 }
  const season = SEASONS.get(word.toLowerCase())
  return season ? { kind: 'months', ...season } : null
}

function partOf(word: string, before: Sense | undefined, next = ''): Sense | null {
  const beside = dateOf(next)
  if (PARTS.has(word.toLowerCase())) return beside && { kind: 'part' }
  return DAY.test(word) && (beside?.kind === 'months' || before?.kind === 'months') ? { kind: 'part' } : null
}

function untilOf(lower: string, before: Sense | undefined, next = ''): Sense | null {
  if (dateOf(next) === null && !PARTS.has(next.toLowerCase()) && !DAY.test(next)) return null
  // "To" has other meanings, too ("according to 2006 cables"): it bounds only from one date to another.
  const to = lower === 'to' && ['year', 'months', 'part'].includes(before?.kind ?? '')
  return to || UNTIL.has(lower) ? { kind: 'bound', word: 'until' } : null
}

/** A code counts only where it is called a tag, or stands before the word for cables. */
function isTag(word: string, before: Sense | undefined, next: string | undefined): boolean {
  if (!/^[A-Z][A-Z0-9]{1,4}$/.test(word) || findTag(word) === null) return false
  return before?.kind === 'cable' || before?.kind === 'tag' || /^cables?$/i.test(next ?? '')
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/))
}
