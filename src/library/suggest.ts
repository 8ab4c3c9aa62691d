/** @module Cable numbers that fit what a person has typed so far (`06 mexico 18`, `mexico 1889`, `2006 mex`). */
import type { Db } from '../database.js'
import type { Wording } from './archive.js'
import { subjectSql } from './filter-sql.js'

export interface CableSuggestion {
  /** Canonical number. */
  readonly id: string
  readonly subject: string
  /** ISO date or day; the year of the number where the cable has no date. */
  readonly date: string
}

/** Sorts after every character of a number: closes a range over a prefix. */
const AFTER_PREFIX = '~'

/** More is no cable number. */
const MAX_TYPED = 60

/** Posts that are tried for letters that several posts share. */
const MAX_POSTS = 25

export class Suggestions {
  readonly #statements: Record<Wording, ReturnType<typeof prepareStatements>>
  #posts: readonly string[] = []
  #postsAt = -1

  constructor(db: Db) {
    this.#statements = { masked: prepareStatements(db, 'masked'), open: prepareStatements(db, 'open') }
  }

  /** Best first, each once. `generation` dates the list of posts that is remembered. */
  suggest(typed: string, wording: Wording, limit: number, generation: number): CableSuggestion[] {
    const found = new Map<string, CableSuggestion>()
    for (const candidates of this.#candidates(compact(typed), this.#statements[wording], limit, generation)) {
      for (const candidate of candidates) {
        if (found.size >= limit) return [...found.values()]
        found.set(candidate.id, candidate)
      }
    }
    return [...found.values()]
  }

  /** Lists of fitting cables, the likeliest reading of the typed text first; drawn only as far as they are needed. */
  *#candidates(
    typed: string,
    statements: Statements,
    limit: number,
    generation: number,
  ): Generator<CableSuggestion[]> {
    if (typed === '') {
      yield statements.newest.all(limit)
      return
    }
    yield byNumber(statements, typed, limit)
    const [, year = '', post = '', digits = ''] = /^(\d{4}|\d{2})?([A-Z]*)(\d*)$/.exec(typed) ?? []
    const serial = digits.replace(/^0+(?=\d)/, '')
    if (post !== '') {
      for (const name of this.#postsLike(post, generation)) {
        if (year !== '') yield byNumber(statements, year.slice(-2) + name + serial, limit)
        else yield byPost(statements, name, serial, limit)
        // "mexico 2006": the digits may be the year.
        if (year === '' && /^(19|20)\d\d$/.test(digits))
          yield byNumber(statements, digits.slice(2) + name, limit)
      }
    } else if (/^\d+$/.test(typed)) {
      yield bySerial(statements, typed.replace(/^0+(?=\d)/, ''), limit)
      if (/^(19|20)\d\d$/.test(typed)) yield byNumber(statements, typed.slice(2), limit)
    }
    if (typed.length >= 3) yield statements.containing.all(typed, limit)
  }

  /** Posts with these letters: the very post, then those that begin with them, then those that hold them. */
  #postsLike(letters: string, generation: number): string[] {
    if (generation !== this.#postsAt) {
      this.#posts = this.#statements.open.posts.all()
      this.#postsAt = generation
    }
    const rank = (post: string) => (post === letters ? 0 : post.startsWith(letters) ? 1 : 2)
    return this.#posts
      .filter((post) => post.includes(letters))
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, MAX_POSTS)
  }
}

type Statements = ReturnType<typeof prepareStatements>

function byNumber(statements: Statements, prefix: string, limit: number): CableSuggestion[] {
  return statements.byNumber.all(prefix, prefix + AFTER_PREFIX, limit)
}

function byPost(statements: Statements, post: string, serial: string, limit: number): CableSuggestion[] {
  return statements.byPost.all(post, serial, serial + AFTER_PREFIX, limit)
}

function bySerial(statements: Statements, serial: string, limit: number): CableSuggestion[] {
  return statements.bySerial.all(serial, serial + AFTER_PREFIX, limit)
}

/** Letters and digits only, upper case, without accents. */
function compact(typed: string): string {
  return typed
    .slice(0, MAX_TYPED)
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}

function prepareStatements(db: Db, wording: Wording) {
  // The inner query is answered from an index alone; only what it chose is read as rows, which are long.
  const select = (where: string, order: string) =>
    `SELECT mrn AS id, ${subjectSql(wording)} AS subject, date_key AS date FROM cables
     WHERE mrn IN (SELECT mrn FROM cables WHERE ${where} ORDER BY ${order} LIMIT ?) ORDER BY ${order}`
  return {
    newest: db.prepare<[number], CableSuggestion>(select('true', 'date_key DESC')),
    byNumber: db.prepare<[string, string, number], CableSuggestion>(
      select('mrn >= ? AND mrn < ?', 'length(mrn), mrn'),
    ),
    byPost: db.prepare<[string, string, string, number], CableSuggestion>(
      select('post = ? AND serial >= ? AND serial < ?', 'length(serial), serial, mrn'),
    ),
    bySerial: db.prepare<[string, string, number], CableSuggestion>(
      select('serial >= ? AND serial < ?', 'length(serial), serial, mrn'),
    ),
    containing: db.prepare<[string, number], CableSuggestion>(
      select('instr(mrn, ?) > 0', 'length(mrn), mrn'),
    ),
    posts: db
      .prepare<[], string>('SELECT post FROM cables GROUP BY post ORDER BY count(*) DESC, post')
      .pluck(),
  }
}
