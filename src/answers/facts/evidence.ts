/** @module What cited paragraphs hold, read widely: numbers, dates, names, words; with their cables' number, date, origin and subject. */
import { stemOf } from '../../retrieval/terms.js'
import type { RankedParagraph } from '../../retrieval/query.js'
import { findCableIds } from '../../cables/ids.js'
import { countryOf } from '../../cables/vocabulary/demonyms.js'
import { findPost } from '../../cables/vocabulary/posts.js'
import { expandAcronym } from '../../cables/vocabulary/terms.js'
import { type DateFact, readDates } from './dates.js'
import { readNumbers } from './numbers.js'
import { folded, plain, without } from './text.js'
import { type Token, tokens } from './tokens.js'
import { SHORT_TITLES, weekday } from './words.js'

/** Words between two parts of one name: an initial, a middle name, a title. */
const NAME_GAP = 3

/** A cited date that names no year is of one of `years`. */
interface CitedDate extends DateFact {
  readonly years: readonly number[]
}

export class Evidence {
  /** All texts, as `plain` gives them, quotation marks taken out. */
  readonly text: string
  readonly cableIds: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  readonly #dates: readonly CitedDate[]
  readonly #capitals = new Set<string>()
  readonly #words = new Set<string>()
  readonly #stems = new Set<string>()
  readonly #initials = new Set<string>()
  /** Places of each word, counted over all texts; texts lie far apart. */
  readonly #places = new Map<string, number[]>()
  #count = 0
  #phrases = ' '

  constructor(cited: readonly RankedParagraph[]) {
    const numbers = new Set<string>()
    const dates: CitedDate[] = []
    const ids = new Set<string>()
    const texts: string[] = []
    for (const { cable, paragraph } of cited) {
      const own = plain(paragraph.text)
      const header = [cable.subject, cable.origin ?? '', paragraph.heading ?? ''].map(plain)
      const year = cable.date === null ? null : Number(cable.date.slice(0, 4))
      ids.add(cable.id)
      if (cable.date !== null) dates.push(...headerDate(cable.date))
      for (const text of [own, ...header]) {
        texts.push(text)
        for (const id of findCableIds(text)) ids.add(id)
        const found = readDates(text)
        dates.push(...found.map((date) => ({ ...date, years: yearsOf(date, text, year) })))
        for (const { readings } of readNumbers(without(text, found), true))
          readings.forEach((key) => numbers.add(key))
        this.#addWords(tokens(text))
      }
      const post = cable.origin === null ? null : findPost(cable.origin)
      if (post !== null) this.#addWords(tokens(plain(`${post.city}; ${post.country}`)))
    }
    for (const { day, year } of dates) {
      if (day !== null) numbers.add(`o:${day}`)
      if (year !== null) numbers.add(`n:${year}`)
    }
    this.text = withoutQuotationMarks(texts.join(' ; '))
    this.cableIds = ids
    this.numbers = numbers
    this.#dates = dates
    this.countries = new Set([...this.#capitals].map(countryOf).filter((country) => country !== null))
  }

  /** Whether a date of these texts agrees with all that this one tells. */
  hasDate({ day, month, year }: DateFact): boolean {
    return this.#dates.some(
      (date) =>
        date.month === month &&
        (day === null || date.day === day) &&
        (year === null || date.year === year || (date.year === null && date.years.includes(year))),
    )
  }

  /** As a name: with a capital. */
  hasName(key: string): boolean {
    return this.#capitals.has(weekday(key))
  }

  /** In any case and inflection. */
  hasWord(key: string): boolean {
    return this.#words.has(key) || this.#stems.has(stemOf(key))
  }

  /** `IAEA` where its name is written out, in full or as capitals whose first letters it is. */
  hasSpelledOut(acronym: string): boolean {
    if (this.#initials.has(acronym.toLowerCase())) return true
    return expandAcronym(acronym).some((meaning) => this.#phrases.includes(` ${keysOf(meaning).join(' ')} `))
  }

  /** Whether the two words stand together as parts of one name, or the second before the first (`Merrin, Oda`). */
  areTogether(first: string, second: string): boolean {
    const behind = this.#places.get(second) ?? []
    return (this.#places.get(first) ?? []).some((place) =>
      behind.some((other) => (other > place && other - place <= NAME_GAP) || place - other === 1),
    )
  }

  #addWords(words: readonly Token[]): void {
    let run: Token[] = []
    const segment: string[] = []
    for (const token of words) {
      const { key, text, capital, gap } = token
      this.#place(key)
      segment.push(key)
      this.#words.add(key)
      this.#stems.add(stemOf(key))
      if (capital) this.#capitals.add(weekday(key))
      // `d'Arvor` is called Arvor too.
      const bare = /^[\p{L}]{1,2}'(\p{Lu}.*)$/u.exec(text)?.[1]
      if (bare !== undefined) this.#capitals.add(folded(bare))
      const title = SHORT_TITLES.get(key)
      if (title !== undefined) title.split(' ').forEach((word) => this.#words.add(word))
      const joins = /^[ -]*$/.test(gap)
      if (capital) run = joins ? [...run.slice(-6), token] : [token]
      else if (!joins || !/^(?:of|the|for|and|on|in|de|la)$/.test(key)) run = []
      for (let from = 0; from + 2 < run.length; from++)
        this.#initials.add(
          run
            .slice(from)
            .map((each) => each.key.charAt(0))
            .join(''),
        )
      if (/^\p{Lu}{2,}$/u.test(text)) this.#addMeanings(text)
    }
    this.#phrases += `${segment.join(' ')} ; `
    this.#count += 2 * NAME_GAP
  }

  /** What an acronym stands for may be said in its place, unless only the context tells which meaning it has. */
  #addMeanings(acronym: string): void {
    const meanings = expandAcronym(acronym).filter((meaning) => !meaning.includes('(by context)'))
    if (meanings.length > 2) return
    for (const meaning of meanings) {
      this.#count += 2 * NAME_GAP
      for (const key of keysOf(meaning)) {
        this.#place(key)
        this.#words.add(key)
        this.#stems.add(stemOf(key))
        this.#capitals.add(key)
      }
      this.#count += 2 * NAME_GAP
    }
  }

  #place(key: string): void {
    const places = this.#places.get(key)
    if (places === undefined) this.#places.set(key, [this.#count])
    else places.push(this.#count)
    this.#count += 1
  }
}

/** Quotes are compared without the marks around what they quote in turn. */
export function withoutQuotationMarks(text: string): string {
  return text.replace(/["']/g, '').replace(/\s+/g, ' ')
}

function keysOf(meaning: string): string[] {
  return tokens(plain(meaning.replace(/\(.*?\)/g, ' '))).map(({ key }) => key)
}

function headerDate(date: string): CitedDate[] {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number)
  return month === 0 ? [] : [{ day, month, year, years: [], start: -1, end: -1 }]
}

/** The cable's own year, and the last one that the text named before the date. */
function yearsOf({ start }: DateFact, text: string, own: number | null): number[] {
  const named = [...text.slice(0, start).matchAll(/(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d,])/g)].at(-1)?.[0]
  return [...(own === null ? [] : [own]), ...(named === undefined ? [] : [Number(named)])]
}
