/** @module Numbers in figures and in words, as keys that are equal when they say the same. */

export interface NumberFact {
  /** What it may mean; `n:` a number, `p:` per cent, `o:` a rank, `f:` a fraction, `t:` a time, `d:` a decade, `c:` a code, `v:` a vague plural. */
  readonly readings: readonly string[]
  readonly text: string
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, dozen: 12, score: 20, mn: 1e6, mln: 1e6, mil: 1e6, bn: 1e9, bln: 1e9, tn: 1e12,
} // prettier-ignore
/** Only behind a sum of money: `5 m` may be metres. */
const MONEY_SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 }
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const TENTH_ORDINALS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(
  ' ',
)
const PARTS: Readonly<Record<string, number>> = {
  half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourth: 4, fourths: 4, fifth: 5, fifths: 5, sixth: 6, sixths: 6,
  seventh: 7, sevenths: 7, eighth: 8, eighths: 8, ninth: 9, ninths: 9, tenth: 10, tenths: 10,
} // prettier-ignore

const ONE_WORD = `(?:${[...UNITS, ...TENS].join('|')})`
const SCALE_WORD = '(?:hundred|thousand|million|billion|trillion|dozen)'
const WORDS = `(?:(?:an? |half an? )?${SCALE_WORD}|${ONE_WORD})(?:(?:[ -]|,? and )(?:${ONE_WORD}|${SCALE_WORD}))*(?: and a half)?`

const MONEY = '(?:US\\$|C\\$|A\\$|[$€£¥]|USD|EUR|GBP|CAD|RMB|Rs\\.?|INR|JPY|CHF|SAR|AED|RUB|MXN|BRL)'
const CODE =
  /(?<![\p{L}\p{N}$€£¥])(?!(?:mid|pre|post|non|anti|pro|of|to|in|by|USD|EUR|GBP|CAD|RMB|Rs|INR|JPY|CHF|SAR|AED|RUB|MXN|BRL)-?\d)\p{L}{1,4}-?\d+(?:[.-]\d+)*\p{L}?\p{L}?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\d+\p{L}+\d[\p{L}\d]*/giu
const TIME = /(?<![\d:])\d{1,2}:\d\d(?!\d)/g
const FRACTION = /(?<![\d./])(\d{1,3})\/(\d{1,3})(?![\d/])/g
const FRACTION_WORDS = new RegExp(
  `\\b(?<! and )(an?|${ONE_WORD}|\\d{1,2})[ -](${Object.keys(PARTS).join('|')})\\b(?! an? )|\\b(?<! and a )(half|halves)\\b(?! an? ${SCALE_WORD})|\\b(third|quarter|fourth|fifth)s? of\\b`,
  'giu',
)
const DECADE = /(?<![\d.,])(?:((?:1[5-9]|20)\d0)|'(\d0))'?s\b/g
const VAGUE = /\b(dozens|scores|hundreds|thousands|millions|billions|trillions)\b/gi
const ORDINAL = new RegExp(
  `(?<![\\d.,])(\\d{1,4})(?:st|nd|rd|th)\\b|\\b(?:(${TENS.join('|')})[ -])?(${[...ORDINALS, ...TENTH_ORDINALS, 'hundredth'].join('|')})\\b`,
  'giu',
)
const FIGURES = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)*|\\.\\d+'
const NUMBER = new RegExp(
  `(${MONEY} ?)?(?:(?<![\\d.])(${FIGURES})(?![\\d])|(?<![\\p{L}\\p{N}])(${WORDS})(?![\\p{L}\\p{N}]))`,
  'giu',
)

const SCALE_AFTER = new RegExp(`^[ -]?(${Object.keys(SCALES).join('|')})\\b\\.?`, 'i')
const MONEY_SCALE_AFTER = /^ ?([kmb])\b/i
const PERCENT_AFTER = /^[ -]?(?:%|per ?cent\b|pct\b|percentage\b)/i
const RANGE_AFTER = new RegExp(
  `^(?: ?- ?| to | and | or |, )(?:${MONEY} ?)?(?=(?:${FIGURES}|${WORDS}))`,
  'iu',
)

/** "one" as a pronoun: `one of them`, `no one`, `one another`, `one day`. */
const PRONOUN_BEFORE =
  /\b(?:no|any|some|every|each|this|that|which|the|an?other|\p{L}+er|only|good|new|next|last) $/iu
const PRONOUN_AFTER =
  /^(?:'s\b| (?:of|another|day|can|could|may|might|must|should|would|has|is|who|which|that|where|or)\b|[.,;:!?]|$)/i

/** Words that only order the sentences of a text: `First, he…`. */
const ENUMERATES =
  /^\s*["(]?(?:first|second|third|fourth|fifth)(?:,|ly)|\bat first\b|\bfirst of all\b|\bfirst and foremost\b/i

interface Read extends NumberFact {
  readonly start: number
  readonly end: number
}

/**
 * Numbers of a text, in no particular order.
 * @param text as `plain` gives it, dates blanked out
 * @param wide every reading that can be defended: for the text that is cited. A claim is read narrowly.
 */
export function readNumbers(text: string, wide: boolean): NumberFact[] {
  const taken = new Uint8Array(text.length)
  const facts: Read[] = []
  const add = (start: number, length: number, readings: readonly string[]): void => {
    if (taken.subarray(start, start + length).includes(1)) return
    taken.fill(1, start, start + length)
    facts.push({ readings, text: text.slice(start, start + length), start, end: start + length })
  }
  for (const { index, 0: code } of text.matchAll(CODE)) add(index, code.length, codeReadings(code, wide))
  for (const { index, 0: time } of text.matchAll(TIME))
    add(index, time.length, [`t:${time.replace(/^0(?=\d:)/, '')}`])
  for (const { index, 0: decade, 1: full, 2: short } of text.matchAll(DECADE))
    add(index, decade.length, decadeReadings(full ?? short ?? '', wide))
  for (const { index, 0: whole, 1: top, 2: bottom } of text.matchAll(FRACTION))
    add(index, whole.length, [
      `f:${Number(top)}/${Number(bottom)}`,
      ...(wide ? [`n:${Number(top)}`, `n:${Number(bottom)}`] : []),
    ])
  for (const match of text.matchAll(FRACTION_WORDS)) addFraction(match, wide, add)
  for (const { index, 0: vague } of text.matchAll(VAGUE))
    add(index, vague.length, [`v:${vague.toLowerCase()}`])
  for (const match of text.matchAll(ORDINAL)) {
    if (
      !wide &&
      ENUMERATES.test(text.slice(Math.max(0, match.index - 3), match.index + 20)) &&
      !/\d/.test(match[0])
    )
      continue
    add(match.index, match[0].length, [`o:${ordinalValue(match)}`])
  }
  addNumbers(text, wide, taken, add)
  return facts
}

type Add = (start: number, length: number, readings: readonly string[]) => void

function addNumbers(text: string, wide: boolean, taken: Uint8Array, add: Add): void {
  for (const match of text.matchAll(NUMBER)) {
    const [whole, money, figures, words] = match
    const start = match.index
    const end = start + whole.length
    if (taken[end - 1] === 1) continue
    if (words?.toLowerCase() === 'one' && isPronoun(text, start, end)) continue
    const value = figures === undefined ? wordsValue(words ?? '') : figures.replace(/,/g, '')
    const rest = text.slice(end, end + 60)
    const own = suffixed(value, rest, money !== undefined)
    const ranged = rangedReading(value, rest, money !== undefined)
    const readings = ranged === null ? [own.key] : wide ? [own.key, ranged] : [ranged]
    if (wide && figures !== undefined) readings.push(...shortenedYears(value, rest))
    add(start, whole.length + own.length, readings)
  }
}

/** The key of a number with the scale or per cent sign behind it, and how long those are. */
function suffixed(value: string, rest: string, money: boolean): { key: string; length: number } {
  const scale = SCALE_AFTER.exec(rest) ?? (money ? MONEY_SCALE_AFTER.exec(rest) : null)
  const name = scale?.[1]?.toLowerCase() ?? ''
  const factor = SCALES[name] ?? MONEY_SCALES[name] ?? 1
  const scaled = factor === 1 ? value : String(Number(value) * factor)
  const percent = PERCENT_AFTER.exec(rest.slice(scale?.[0].length ?? 0))
  const length = (scale?.[0].length ?? 0) + (percent?.[0].length ?? 0)
  return { key: `${percent === null ? 'n' : 'p'}:${canonical(scaled)}`, length }
}

/** In `2.3 to 2.5 billion` the first number means billions too. */
function rangedReading(value: string, rest: string, money: boolean): string | null {
  const joint = RANGE_AFTER.exec(rest)
  if (joint === null) return null
  const behind = rest.slice(joint[0].length)
  const second = new RegExp(`^(?:${FIGURES}|${WORDS})`, 'iu').exec(behind)?.[0] ?? ''
  const after = behind.slice(second.length)
  const { key, length } = suffixed(value, after, money)
  return length === 0 ? null : key
}

/** `2007-09`: the second figure is a year too. */
function shortenedYears(value: string, rest: string): string[] {
  const short = /^[-/](\d\d)(?!\d)/.exec(rest)?.[1]
  return short !== undefined && /^(?:1[5-9]|20)\d\d$/.test(value) ? [`n:${value.slice(0, 2)}${short}`] : []
}

function addFraction(match: RegExpMatchArray, wide: boolean, add: Add): void {
  const [whole, count, part, half, bare] = match
  const bottom = PARTS[(part ?? half ?? bare ?? '').toLowerCase()] ?? 2
  const top =
    count === undefined || /^an?$/i.test(count)
      ? '1'
      : /^\d+$/.test(count)
        ? String(Number(count))
        : wordsValue(count)
  const readings = [`f:${top}/${bottom}`]
  // "The second third" and "one fifth" may be ranks in what is cited.
  if (wide && part !== undefined && bottom > 2) readings.push(`o:${bottom}`, `n:${top}`)
  add(match.index ?? 0, whole.length, readings)
}

/** `'90s` are of the last century, of which the archive is. */
function decadeReadings(decade: string, wide: boolean): string[] {
  const full = decade.length === 2 ? `19${decade}` : decade
  return decade.length === 4 && !wide ? [`d:${full}`] : [`d:${full}`, `d:${full.slice(-2)}`]
}

function codeReadings(code: string, wide: boolean): string[] {
  const bare = code.toLowerCase().replace(/[-.]/g, '')
  const digits = /\d+/.exec(code)?.[0] ?? ''
  const singular = bare.replace(/(?<=\d)s$/, '')
  return [`c:${singular}`, ...(wide ? [`n:${canonical(digits)}`, `c:${bare}`] : [])]
}

function isPronoun(text: string, start: number, end: number): boolean {
  return (
    PRONOUN_BEFORE.test(text.slice(Math.max(0, start - 20), start)) ||
    PRONOUN_AFTER.test(text.slice(end, end + 12))
  )
}

function ordinalValue(match: RegExpMatchArray): number {
  const [, figures, tens, word = ''] = match
  if (figures !== undefined) return Number(figures)
  const unit = ORDINALS.indexOf(word.toLowerCase()) + 1
  const ten = (TENTH_ORDINALS.indexOf(word.toLowerCase()) + 2) * 10
  const value = unit > 0 ? unit : ten > 10 ? ten : 100
  return value + (tens === undefined ? 0 : (TENS.indexOf(tens.toLowerCase()) + 2) * 10)
}

/** `two hundred and fifty thousand` -> `250000`. */
function wordsValue(words: string): string {
  let total = 0
  let current = 0
  const half = / and a half$/i.test(words) ? 0.5 : 0
  if (/^half an? /i.test(words)) current = 0.5
  for (const word of words
    .toLowerCase()
    .replace(/ and a half$/, '')
    .split(/[ ,-]+/)) {
    const unit = UNITS.indexOf(word)
    const ten = TENS.indexOf(word)
    const scale = SCALES[word]
    if (unit >= 0) current += unit
    else if (ten >= 0) current += (ten + 2) * 10
    else if (scale !== undefined) {
      current = (current === 0 ? 1 : current) * scale
      if (scale >= 1000) {
        total += current
        current = 0
      }
    }
  }
  return String(total + current + half)
}

/** Without zeros that change nothing; numbers of several stops (`1.4.2`) stay as they are. */
function canonical(value: string): string {
  if ((value.match(/\./g)?.length ?? 0) > 1) return value
  const [whole = '', decimals = ''] = value.split('.')
  const fraction = decimals.replace(/0+$/, '')
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction === '' ? '' : `.${fraction}`}`
}
