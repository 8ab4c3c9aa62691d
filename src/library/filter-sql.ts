/** @module `CableFilter` as SQL, and the keys that make its comparisons loose where people are. */
import { yearOf } from '../cables/ids.js'
import type { Wording } from './archive.js'
import type { CableFilter } from './filter.js'

/** Conditions on the table alias `c` (cables), joined by AND; empty when the filter restricts nothing. */
export interface FilterSql {
  readonly conditions: string
  readonly parameters: readonly string[]
}

const HAS_TAG = 'EXISTS (SELECT 1 FROM tags t WHERE t.tag = ? AND t.cable = c.id)'
const IS_AMONG_TAGGED = 'c.id IN (SELECT t.cable FROM tags t WHERE t.tag = ?)'

/** Sorts after every character that a date, a number or a classification holds: closes a range over a prefix. */
const AFTER_PREFIX = '~'

/**
 * @param wanted `first`: a few rows in an order of their own, so each is tested as it comes; `all`: every row that passes,
 * so that those of a TAG are better looked up by the TAG than found among all cables.
 */
export function filterSql(filter: CableFilter, wanted: 'first' | 'all' = 'first'): FilterSql {
  const conditions: string[] = []
  const parameters: string[] = []
  const add = (condition: string, ...values: string[]) => {
    conditions.push(condition)
    parameters.push(...values)
  }
  if (filter.cable !== undefined) add('c.mrn = ?', filter.cable)
  if (filter.origin !== undefined) {
    const key = originKey(filter.origin)
    add('(c.post = ? OR c.origin_key = ?)', key, key)
  }
  if (filter.year !== undefined) {
    const year = String(filter.year).padStart(4, '0')
    add('c.date_key >= ? AND c.date_key < ?', year, year + AFTER_PREFIX)
  }
  if (filter.after !== undefined) add('c.date_key >= ?', filter.after)
  if (filter.before !== undefined) add('c.date_key < ?', filter.before + AFTER_PREFIX)
  if (filter.classification !== undefined) {
    const level = filter.classification.trim().toUpperCase()
    // From "SECRET/" to just before "SECRET0": everything that continues the level after a slash.
    add(
      '(c.classification = ? OR (c.classification >= ? AND c.classification < ?))',
      level,
      `${level}/`,
      `${level}0`,
    )
  }
  if (filter.tag !== undefined) {
    const isLookedUp = wanted === 'all' && conditions.length === 0
    add(isLookedUp ? IS_AMONG_TAGGED : HAS_TAG, filter.tag.trim().toUpperCase())
  }
  if (filter.otherTag !== undefined) add(HAS_TAG, filter.otherTag.trim().toUpperCase())
  return { conditions: conditions.join(' AND '), parameters }
}

/** The subject of a row of `cables`. */
export function subjectSql(wording: Wording): string {
  return wording === 'open' ? 'subject' : "coalesce(json_extract(masked_header, '$.subject'), subject)"
}

export function isEmptyFilter(filter: CableFilter): boolean {
  return filterSql(filter).parameters.length === 0
}

/** What a post is, in front of where it is; the longer names first. */
const KINDS_OF_POST =
  /^(?:US|U\.S\.|AMERICAN|AM|CONSULATE GENERAL|CONSULATE|CONSUL|EMBASSY BRANCH OFFICE|BRANCH OFFICE|EMBASSY|USMISSION|MISSION|INTERESTS SECTION|USINT|INSTITUTE IN TAIWAN|AMEMBASSY|AMCONSUL|LIAISON OFFICE|OFFICE|USLO)[\s,:]+(?:(?:IN|TO|AT)\s+)?/

/**
 * The letters of a sender's name, whatever its kind, case, spaces and accents: `Embassy São Paulo` -> `SAOPAULO`. Knows no list of
 * posts, unlike `postKey` of the cables, which mends names in numbers: senders are told apart by what they are called.
 * Stored with each cable, so whoever changes it has to write `origin_key` anew.
 */
export function originKey(name: string): string {
  let rest = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').toUpperCase().trim()
  for (;;) {
    const shorter = rest.replace(KINDS_OF_POST, '')
    if (shorter === rest) return rest.replace(/[^\p{L}\p{N}]/gu, '')
    rest = shorter
  }
}

/** A canonical number taken apart: `06MEXICO1889` -> `06`, `MEXICO`, `1889`; parts that are missing are empty. */
export function splitNumber(mrn: string): { year: string; post: string; serial: string } {
  const match = /^(\d{2})?(.*?)(\d*)$/s.exec(mrn)
  return { year: match?.[1] ?? '', post: match?.[2] ?? mrn, serial: match?.[3] ?? '' }
}

/** What dates are compared by: the cable's own, else the year of its number. */
export function dateKey(date: string | null, mrn: string): string {
  if (date !== null) return date
  return splitNumber(mrn).year === '' ? '' : String(yearOf(mrn))
}
