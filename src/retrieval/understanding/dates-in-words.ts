/** @module The days that words bound: "in 2006 before July", "between March 2006 and June 2007". */
import type { CableFilter } from '../../library/filter.js'
import type { Bound, Months, Word } from './words.js'

/** A year, a month, or a month of a year, and how it bounds; `in` and `from` where it is the time itself. */
interface Mention {
  readonly bound: Bound | 'in' | 'from'
  readonly year: number | undefined
  readonly months: Months | undefined
}

/** Behind these a date no longer stands under the bound before: "before 2005 and in 2008". */
const TIMES: ReadonlySet<string> = new Set(['in', 'during', 'from'])
const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'or'])

/** "Before or after July", "in or before July", "since before July": not one of them bounds alone. */
const UNCLEAR = [
  /\b(?:in|on|during|since|after|before|until|till|by) (?:and|or) (?:in|on|during|since|after|before|until|till|by)\b/i,
  /\b(?:since|after|until|till|by) (?:since|after|before)\b/i,
]

/** What is not certain does not bound; where dates contradict each other, none does. */
export function datesIn(words: readonly Word[]): CableFilter {
  const text = words.map((word) => word.text).join(' ')
  if (UNCLEAR.some((pattern) => pattern.test(text))) return {}
  const mentions = mentionsIn(words)
  const years = new Set(mentions.flatMap(({ year }) => year ?? []))
  const [year] = years
  if (year === undefined) return {}
  const only = years.size === 1 ? year : undefined
  if (only !== undefined && mentions.every((mention) => isTime(mention) && !mention.months))
    return { year: only }

  const dated = mentions.map((mention) => ({
    ...mention,
    year: mention.year ?? yearOf(mention, mentions, only),
  }))
  const inMonths = mentions.some((mention) => isTime(mention) && mention.year === undefined)
  // In "in 2006 in March" the year only belongs to the month.
  const times = dated.filter((mention) => isTime(mention) && (mention.months ?? !inMonths))
  const starts = dated.filter(({ bound }) => bound === 'since' || bound === 'after' || bound === 'between')
  const ends = dated.filter(({ bound }) => bound === 'before' || bound === 'until')
  const vague = words.some(({ sense }) => sense.kind === 'part')
  const after = widest(starts.length > 0 ? starts : times, (mention) => firstDay(mention, vague)).at(0)
  const before = widest(ends.length > 0 ? ends : times, (mention) => lastDay(mention, vague)).at(-1)
  if (after !== undefined && before !== undefined && after > before) return {}
  return { ...(after !== undefined && { after }), ...(before !== undefined && { before }) }
}

function mentionsIn(words: readonly Word[]): Mention[] {
  const mentions: Mention[] = []
  let bound: Mention['bound'] = 'in'
  /** Whether a date that follows may belong to the last mention: "July 2006", "2006 July", not "2006 before July". */
  let open = false
  for (const [at, { sense, text }] of words.entries()) {
    const word = text.toLowerCase()
    const last = open ? mentions.at(-1) : undefined
    if (sense.kind === 'bound') {
      bound = sense.word
      open = false
    } else if (sense.kind === 'year') {
      const month = last?.year === undefined ? last : undefined
      if (month) mentions.pop()
      mentions.push({ bound: month?.bound ?? bound, year: sense.year, months: month?.months })
      open = true
    } else if (sense.kind === 'months') {
      const follows = words[at - 1]?.sense.kind === 'year' && words[at + 1]?.sense.kind !== 'year'
      const year = follows && !last?.months ? last : undefined
      if (year) mentions.pop()
      mentions.push({ bound: year?.bound ?? bound, year: year?.year, months: sense })
      open = true
    } else if (CONJUNCTIONS.has(word)) {
      if (bound === 'between' && mentions.at(-1)?.bound === 'between') bound = 'until'
      open = false
    } else if (TIMES.has(word)) {
      bound = word === 'from' ? 'from' : 'in'
    } else if (
      sense.kind !== 'filler' &&
      sense.kind !== 'part' &&
      (bound === 'between' || bound === 'from')
    ) {
      // "Between Paris and London in 2006", "from Paris 2006": no dates are meant.
      bound = 'in'
    }
  }
  return mentions
}

function isTime({ bound }: Mention): boolean {
  return bound === 'in' || bound === 'from'
}

/** A month takes the one year that is named: not that of "since 2006 until July", nor of "from 2006 until July". */
function yearOf(month: Mention, mentions: readonly Mention[], only: number | undefined): number | undefined {
  const gives = ({ bound, year, months }: Mention): boolean =>
    year !== undefined &&
    (months !== undefined || bound === 'in' || (bound === 'from' && month.bound !== 'until'))
  return mentions.some(gives) ? only : undefined
}

/** The days in order; none when one of them is not known. */
function widest(mentions: readonly Mention[], dayOf: (mention: Mention) => string | undefined): string[] {
  const days = mentions.flatMap((mention) => dayOf(mention) ?? [])
  return days.length < mentions.length ? [] : days.sort()
}

function firstDay({ bound, year, months }: Mention, vague: boolean): string | undefined {
  if (year === undefined) return undefined
  const { from, to } = months ?? { from: 1, to: 12 }
  return bound === 'after' && isExact(months, vague) ? isoDay(year, to + 1, 1) : isoDay(year, from, 1)
}

function lastDay({ bound, year, months }: Mention, vague: boolean): string | undefined {
  if (year === undefined) return undefined
  const { from, to } = months ?? { from: 1, to: 12 }
  return bound === 'before' && isExact(months, vague) ? isoDay(year, from, 0) : isoDay(year, to + 1, 0)
}

/** "Before late 2006", "before 15 July" and "before summer" end within that time: it is not left out. */
function isExact(months: Months | undefined, vague: boolean): boolean {
  return !vague && (months === undefined || months.from === months.to)
}

/** Day 0 is the last one of the month before. */
function isoDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}
