/** @module Filters that are only written in the question: "Damascus 2008: …", "secret cables from Paris in 2009". */
import type { CableFilter } from '../../library/filter.js'
import { datesIn } from './dates-in-words.js'
import { type KnownPosts, readWords, type Sense, type Word } from './words.js'

export interface FiltersInWords {
  /** What the words restrict; empty when they restrict nothing. */
  readonly filters: CableFilter
  /** The question without those words; the question itself when nothing would be left. */
  readonly rest: string
  /** Posts and years that the text names anywhere: they may also be what it is about. */
  readonly origins: readonly string[]
  readonly years: readonly number[]
}

/** Fewer words of its own than this, and the question is left as it is. */
const LEAST_WORDS_LEFT = 2

/** Behind "the embassy in Paris" these say that the embassy's own cables are meant. */
const REPORTS = /^ (?:say|said|think|thought|judged?|comment|tell|told|note|noted|make of|made of|see|saw)\b/i

/** Behind a date these say that more time is meant than the words that were read ("2006 until the vote", "2006 or later"). */
const GOES_ON = [
  /^,?\s+(?:and |or )?(?:onwards?|up to|(?:up )?(?:until|till)|through|on(?=[.,:)]|$))\b/i,
  /^,?\s+(?:and|or) (?:later|earlier|after|before|since)\b/i,
]

/**
 * Words count as a restriction where they are called one ("cables from …", "tagged …", "Paris reported …"), lead with
 * a colon, or stand apart at the end. "In 2005, what did Hollande tell …" restricts nothing: events have years, too.
 */
export function filtersInWords(text: string, posts: KnownPosts): FiltersInWords {
  const words = readWords(text, posts)
  const restricting = runsOf(words, text)
    .filter((run) => isRestriction(run, text))
    .map((run) => ({ run, filter: filterOf(run, text) }))
    .filter(({ filter }) => Object.keys(filter).length > 0)
  const filters = Object.assign({}, ...restricting.map(({ filter }) => filter)) as CableFilter
  const rest = without(
    text,
    restricting.map(({ run }) => run),
  )
  const left = readWords(rest, posts).filter(({ sense }) => sense.kind === 'other').length
  return {
    filters,
    rest: left < LEAST_WORDS_LEFT ? text : rest,
    origins: [...new Set(words.flatMap(({ sense }) => (sense.kind === 'post' ? [sense.origin] : [])))],
    years: [...new Set(words.flatMap(({ sense }) => (sense.kind === 'year' ? [sense.year] : [])))],
  }
}

/**
 * Neighbouring words that may restrict; fillers at their ends are left outside, save those that lead into them, and so
 * is a bound of something else ("before the vote").
 */
function runsOf(words: readonly Word[], text: string): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  const close = (): void => {
    const last = run.findLastIndex(({ sense }) => sense.kind !== 'filler' && sense.kind !== 'bound')
    const first = run.findIndex(({ sense }) => sense.kind !== 'filler' && sense.kind !== 'part')
    if (first >= 0 && first <= last) {
      let from = first
      while (
        from > 0 &&
        leads(run[from - 1]?.sense) &&
        !/[,;:]/.test(between(text, run[from - 1], run[from]))
      )
        from--
      runs.push(run.slice(from, last + 1))
    }
    run = []
  }
  for (const word of words) {
    if (isBroken(text, run.at(-1), word) || word.sense.kind === 'other') close()
    if (word.sense.kind !== 'other') run.push(word)
  }
  close()
  return runs
}

/** The point of "Sept. 2006" does not end a sentence. */
function isBroken(text: string, before: Word | undefined, after: Word): boolean {
  const gap = between(text, before, after)
  const abbreviated = before?.sense.kind === 'months' && ['year', 'part'].includes(after.sense.kind)
  return /[.?!:()]/.test(abbreviated ? gap.replace(/^\./, '') : gap)
}

function leads(sense: Sense | undefined): boolean {
  return sense?.kind === 'filler' && sense.leads
}

function between(text: string, before: Word | undefined, after: Word | undefined): string {
  return before === undefined || after === undefined ? '' : text.slice(before.end, after.start)
}

function isRestriction(run: readonly Word[], text: string): boolean {
  const [first] = run
  const last = run.at(-1)
  if (first === undefined || last === undefined) return false
  if (!run.some(({ sense }) => ['post', 'year', 'classification', 'tag'].includes(sense.kind))) return false
  if (run.some(({ sense }) => sense.kind === 'cable')) return true
  const kinds = new Set(run.map(({ sense }) => sense.kind))
  if (kinds.has('attribute') && kinds.has('post') && REPORTS.test(text.slice(last.end))) return true
  const [before, after] = [text.slice(0, first.start).trimEnd(), text.slice(last.end).trimStart()]
  if (before === '' && after.startsWith(':')) return true
  // A sentence or bracket of its own at the end ("From Embassy Baku in 2008, please."), or behind a comma without "in".
  const apart =
    /[.?!(]$/.test(before) || (before.endsWith(',') && first.sense.kind !== 'filler' && !isUntil(first.sense))
  return apart && /^(?:,? ?please)?[.)!]*$/i.test(after)
}

function isUntil(sense: Sense): boolean {
  return sense.kind === 'bound' && sense.word === 'until'
}

function filterOf(run: readonly Word[], text: string): CableFilter {
  const senses = run.map(({ sense }) => sense)
  const behind = text.slice(run.at(-1)?.end)
  const [post] = senses.filter((sense) => sense.kind === 'post')
  const [classification] = senses.filter((sense) => sense.kind === 'classification')
  const [tag] = senses.filter((sense) => sense.kind === 'tag')
  return {
    ...(post && { origin: post.origin }),
    ...(classification && { classification: classification.level }),
    ...(tag && { tag: tag.code }),
    ...(GOES_ON.some((pattern) => pattern.test(behind)) ? {} : datesIn(run)),
  }
}

/** The text without the runs and the punctuation that set them apart. */
function without(text: string, runs: readonly (readonly Word[])[]): string {
  let rest = ''
  let from = 0
  for (const run of runs) {
    rest += text.slice(from, run[0]?.start ?? from)
    from = run.at(-1)?.end ?? from
  }
  return `${rest}${text.slice(from)}`
    .replace(/\(\s*\)/g, ' ')
    .replace(/[\s,;]+(?=[?.!,;:])/g, '')
    .replace(/^[\s,;:.)-]+/, '')
    .replace(/[,;]?[\s,;(]*(?:please)?[\s.]*$/i, '')
    .replace(/\s+/g, ' ')
    .trim()
}
