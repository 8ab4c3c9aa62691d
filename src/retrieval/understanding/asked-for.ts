/** @module What kind of answer a question asks for, and whether a sentence offers one. */
import { stemOf } from '../terms.js'
import { introduces, nameAskedAbout } from './introductions.js'

export type AnswerKind =
  | 'money'
  | 'percentage'
  | 'count'
  | 'duration'
  | 'quantity'
  | 'person'
  | 'named'
  | 'identity'
  | 'date'
  | 'place'
  | 'thing'

export interface AskedFor {
  readonly kind: AnswerKind
  /** Stem of the thing that is counted or named (`how many soldiers`, `which bank`), where the question says it. */
  readonly noun: string | null
  /** The name of which it is asked who or what it is. */
  readonly name: string | null
  /** Words of the question, lower case: a name that it holds itself is no answer. */
  readonly words: ReadonlySet<string>
}

const NUMBER_WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|' +
  'nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|million|billion|dozens?|half|both|single|once|twice|no'
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const WEEKDAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'
const MONEY_NOUN =
  'price|prices|cost|costs|fine|ransom|reward|rent|fee|fees|salary|salaries|wage|wages|budget|bribe|bribes|sum|debt|loan|bounty|payment|value|worth'
const PERSON_NOUN =
  'man|woman|person|minister|official|officer|officers|officials|general|president|ambassador|director|chief|leader|leaders|ministers|doctor|surgeon|' +
  'lawyer|judge|pilot|captain|colonel|journalist|diplomat|businessman|banker|dealer|author|adviser|advisor|spokesman|contact|relative|brother|son|wife|deputy|envoy|commander|guest|guests'
/** What has a name of its own that is written with capitals. */
const NAMED_NOUN =
  'bank|banks|company|companies|firm|firms|street|hospital|hotel|newspaper|paper|ship|vessel|party|parties|university|school|airline|agency|ministry|' +
  'organization|organisation|group|groups|village|river|island|airport|port|prison|club|church|magazine|book|film|song|opera|treaty|convention|law|resolution'

const INTERROGATIVE = /\b(?:what|which|who(?:m|se)?|when|where|why|how)\b/i

/** Question forms, first match counts. The group, where there is one, is the noun. */
const QUESTION_FORMS: readonly (readonly [RegExp, AnswerKind])[] = [
  [/\bhow (?:long|old)\b/i, 'duration'],
  [
    /\b(?:what|which) (?:share|percentage|per ?cent|proportion|fraction|rate|interest)\b|\bhow high (?:is|was|were|are)\b/i,
    'percentage',
  ],
  [
    /\bhow much (?:money|did .{0,60}? (?:cost|pay|spend|earn|owe|offer|charge)|does .{0,60}? (?:cost|pay|spend|earn|owe|charge))\b/i,
    'money',
  ],
  [
    new RegExp(
      `\\b(?:what|which|at what|for what|how large an?|how big an?)(?: \\p{L}+)? (?:${MONEY_NOUN})\\b`,
      'iu',
    ),
    'money',
  ],
  [new RegExp(`\\bwhat (?:was|is|were|are) the (?:\\p{L}+ )?(?:${MONEY_NOUN})\\b`, 'iu'), 'money'],
  [/\bwhat (?:did|does|do|would|will) .{1,80}? (?:cost|pay for|charge|earn)\b/i, 'money'],
  [/\bhow many (?:\p{L}+ly )?(?:more |other |American |of (?:the |its |his |their )?)?(\p{L}+)/iu, 'count'],
  [
    /\bhow (?:much|often|far|large|big|high|wide|deep|tall|heavy|fast|low)\b|\bwhat (?:number|amount|vote|size)\b|\bby what (?:vote|margin)\b/i,
    'quantity',
  ],
  [/\bwhen\b|\b(?:what|which) (?:year|date|day|month)\b|\bsince when\b/i, 'date'],
  [
    new RegExp(
      `\\b(?:what|which) (?:is|was) the name of (?:the |an? )?(?:\\p{L}+ ){0,2}?(?:${PERSON_NOUN})\\b`,
      'iu',
    ),
    'person',
  ],
  [
    new RegExp(
      `\\b(?:what|which) (?:is|was) the (?:name|title) of (?:the |an? |his |her )?(?:\\p{L}+ ){0,2}?(${NAMED_NOUN})\\b`,
      'iu',
    ),
    'named',
  ],
  [/\bwho(?:m|se)?\b/i, 'person'],
  [new RegExp(`\\bwhich (?:\\p{L}+ ){0,2}?(?:${PERSON_NOUN})\\b`, 'iu'), 'person'],
  [new RegExp(`\\b(?:which|what) (?:\\p{L}+ ){0,1}?(${NAMED_NOUN})\\b`, 'iu'), 'named'],
  [/\bwhere\b|\bin which (?:city|town|country|village|place)\b/i, 'place'],
]

/** Reads what the question's own words ask for. */
export function askedFor(question: string): AskedFor {
  const words = new Set(Array.from(question.matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word.toLowerCase()))
  const name = nameAskedAbout(question)
  if (name !== null) return { kind: 'identity', noun: null, name, words }
  // The first one asks; others may only join clauses ("what did they say when they met").
  const asks = INTERROGATIVE.exec(question)?.index ?? Infinity
  for (const [form, kind] of QUESTION_FORMS) {
    const found = form.exec(question)
    if (!found || found.index > asks || found.index + found[0].length <= asks) continue
    return { kind, noun: found[1] === undefined ? null : stemOf(found[1]), name, words }
  }
  return { kind: 'thing', noun: null, name, words }
}

const NUMBER = new RegExp(`\\d|\\b(?:${NUMBER_WORD})\\b`, 'i')
const NUMBERS = new RegExp(`\\d[\\d.,]*|\\b(?:${NUMBER_WORD})\\b`, 'gi')
const MONEY =
  /[$€£¥]\s?\d|\b(?:USD?|EUR|GBP|CHF)\b|\b(?:dollars?|euros?|pounds?|francs?|rubles?|roubles?|rupees?|pesos?|crowns?|reais|manats?|yuan|yen|dinars?|dirhams?|shekels?|lira|riyals?|cents)\b/i
const PERCENTAGE =
  /\d\s?%|\bper ?cent|\bpercentage|\bhalf\b|\bthirds?\b|\bquarters?\b|\bfifths?\b|\b(?:one|two|three) in \w+\b|\btenths?\b/i
const TIME_UNIT =
  /\b(?:second|minute|hour|day|night|week|month|year|decade|centur)(?:s|ies|y)?\b|\b(?:weekend|forever|until|since|indefinite|life)\b/i
const DATES: readonly RegExp[] = [
  // "May" is a month only with a capital and no verb behind it: "May 3", "in May", "MAY 3".
  /\b(?:1[5-9]|20)\d\d\b|\d{1,2}\/\d{1,2}|\bMay\b|\bMAY \d/,
  new RegExp(`\\b(?:${MONTH}|${WEEKDAY}|yesterday|today|tomorrow|tonight)\\b`, 'i'),
  /\b(?:last|next|this) (?:week|month|year|spring|summer|autumn|fall|winter)\b/i,
]
const PLACES: readonly RegExp[] = [
  /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]f|[Oo]n|[Oo]utside|[Ii]nside|[Aa]cross|[Bb]etween|[Tt]hrough) (?:the )?\p{Lu}/u,
  /\b(?:IN|AT|NEAR|FROM|TO) \p{Lu}/u,
]
const ROLE = new RegExp(`\\b(?:${PERSON_NOUN}|king|queen|prince|emir|governor)\\b`, 'i')
const NAME = /\p{Lu}[\p{L}’'-]+(?:[\s.-]+\p{Lu}[\p{L}’'-]*)*/gu
/** A name is looked for this many characters around the noun, a counted noun so many words behind its number. */
const NEAR = 60
const COUNTED_WITHIN = 3

/** 0 to 1: how well the sentence offers something of the kind asked for; 0.5 where nothing can be told. */
export function offers({ kind, noun, name, words }: AskedFor, sentence: string): number {
  switch (kind) {
    case 'thing':
      return 0.5
    case 'money':
      return MONEY.test(sentence) && NUMBER.test(sentence) ? 1 : 0
    case 'percentage':
      return PERCENTAGE.test(sentence) ? 1 : NUMBER.test(sentence) ? 0.3 : 0
    case 'duration':
      return TIME_UNIT.test(sentence) && NUMBER.test(sentence) ? 1 : TIME_UNIT.test(sentence) ? 0.4 : 0
    case 'quantity':
      return NUMBER.test(sentence) ? 1 : 0
    case 'count':
      return countOffer(noun, sentence)
    case 'date':
      return DATES.some((pattern) => pattern.test(sentence)) ? 1 : 0
    case 'place':
      return PLACES.some((pattern) => pattern.test(sentence)) ? 1 : 0
    case 'person':
      return hasNewName(sentence, words) ? 1 : ROLE.test(sentence) ? 0.5 : 0
    case 'named':
      return namedOffer(noun, sentence, words)
    case 'identity':
      return name === null ? 0 : introduces(name, sentence)
  }
}

/** A number directly before the noun; a number somewhere is less. */
function countOffer(noun: string | null, sentence: string): number {
  if (!NUMBER.test(sentence)) return 0
  if (noun === null) return 1
  for (const found of sentence.matchAll(NUMBERS)) {
    const behind = sentence.slice(found.index + found[0].length, found.index + 80)
    const next = Array.from(behind.matchAll(/[\p{L}]+/gu), ([word]) => stemOf(word)).slice(0, COUNTED_WITHIN)
    if (next.includes(noun)) return 1
  }
  return 0.4
}

function hasNewName(sentence: string, words: ReadonlySet<string>): boolean {
  for (const found of sentence.matchAll(NAME)) {
    const [name] = found
    const parts = name.split(/[\s.-]+/).filter((part) => part !== '')
    const fresh = parts.filter((part) => !words.has(part.toLowerCase()))
    if (fresh.length === 0 || /^X{4,}$/.test(name)) continue
    // One word at the start of a sentence may be any word.
    if (parts.length > 1 || found.index > 0) return true
  }
  return false
}

function namedOffer(noun: string | null, sentence: string, words: ReadonlySet<string>): number {
  if (noun === null) return hasNewName(sentence, words) ? 1 : 0
  for (const found of sentence.matchAll(/\p{L}+/gu)) {
    if (stemOf(found[0]) !== noun) continue
    const around = sentence.slice(Math.max(0, found.index - NEAR), found.index + NEAR)
    if (hasNewName(` ${around}`, words) || /["“”]/.test(around)) return 1
    return 0.5
  }
  return hasNewName(sentence, words) ? 0.3 : 0
}
