/** @module What can be wrong in the file, asked of SQLite: each check gives plain sentences. */
import { crc32 } from 'node:zlib'
import { recordBytes } from '../../embeddings/packed-vectors.js'
import { splitSentences } from '../cables/sentences.js'
import { contentHash } from './content.js'
import type { Cables } from './cables.js'
import { passageHash } from './passage.js'
import { isWhole } from './sentence-vectors.js'
import type { Db } from '../database.js'

export interface VectorCheck {
  readonly label: number
  /** `undefined` when the vector, or those of the paragraph's sentences, are as they should be. */
  readonly fault: string | undefined
}

interface CheckedSentences {
  readonly label: number
  readonly paragraph: number
  readonly model: number
  /** These three are `null` where the row is missing. */
  readonly checksum: number | null
  readonly vectors: Buffer | null
  readonly tokens: Buffer | null
  readonly dimension: number
  readonly text: string
  readonly mrn: string
  readonly position: number
}

interface CheckedVector {
  readonly label: number
  readonly checksum: number
  readonly blob: Buffer
  readonly dimension: number
  readonly storedHash: Buffer
  readonly subject: string
  readonly heading: string | null
  readonly text: string
  readonly mrn: string
  readonly cable: number
  readonly trueCable: number
  readonly position: number
}

const PAGE = 500

const TRUE_COUNTS = {
  cables: 'SELECT count(*) FROM cables',
  paragraphs: 'SELECT count(*) FROM paragraphs',
} as const

export class Checks {
  readonly #db: Db
  readonly #cables: Cables

  constructor(db: Db, cables: Cables) {
    this.#db = db
    this.#cables = cables
  }

  file(): string[] {
    const integrity = this.#db.pragma('integrity_check(20)') as { integrity_check: string }[]
    const damage = integrity
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok')
      .map((line) => `The store is damaged: ${line}.`)
    const loose = this.#db.pragma('foreign_key_check') as unknown[]
    return loose.length === 0
      ? damage
      : [...damage, `${loose.length} rows of the store belong to a row that is not there.`]
  }

  /** Whether the cable's content is what its hash was made of, and its message can be unpacked. */
  isIntact(mrn: string): boolean {
    const stored = this.#db
      .prepare<[string], Buffer>('SELECT content_hash FROM cables WHERE mrn = ?')
      .pluck()
      .get(mrn)
    const cable = this.#cables.cable(mrn, 'open')
    if (stored === undefined || cable === undefined) return true
    return (
      this.#cables.message(mrn, 'open') !== undefined && stored.equals(contentHash(cable, cable.paragraphs))
    )
  }

  /** Every cable's number, in pages. */
  *ids(): Generator<string> {
    const page = this.#db.prepare<[string, number], string>(
      'SELECT mrn FROM cables WHERE mrn > ? ORDER BY mrn LIMIT ?',
    )
    let last = ''
    for (;;) {
      const ids = page.pluck().all(last, PAGE)
      yield* ids
      const final = ids.at(-1)
      if (final === undefined) return
      last = final
    }
  }

  counts(): string[] {
    const faults = Object.entries(TRUE_COUNTS).flatMap(([name, sql]) => {
      const truth = this.#number(sql)
      const kept = this.#number(`SELECT value FROM meta WHERE name = '${name}'`)
      return truth === kept ? [] : [`The store counts ${kept} ${name} where there are ${truth}.`]
    })
    const models = this.#number(
      'SELECT count(*) FROM models m WHERE vectors <> (SELECT count(*) FROM vectors v WHERE v.model = m.id)',
    )
    return models === 0 ? faults : [...faults, 'The store counts other vectors than there are.']
  }

  /** Run inside a transaction. */
  recount(): void {
    for (const [name, sql] of Object.entries(TRUE_COUNTS)) {
      this.#db.prepare(`UPDATE meta SET value = (${sql}) WHERE name = ?`).run(name)
    }
    this.#db.exec('UPDATE models SET vectors = (SELECT count(*) FROM vectors v WHERE v.model = models.id)')
  }

  /** Every vector of every model, in pages: its bytes, its length, and whether it was made of the paragraph's present passage. */
  *vectors(): Generator<VectorCheck> {
    const page = this.#db.prepare<[number, number], CheckedVector>(
      `SELECT v.id AS label, v.checksum, v.vector AS blob, m.dimension, v.passage_hash AS storedHash,
              s.subject, s.heading, s.text, c.mrn, p.position, v.cable, p.cable AS trueCable
       FROM vectors v JOIN models m ON m.id = v.model JOIN passages s ON s.id = v.paragraph
       JOIN paragraphs p ON p.id = v.paragraph JOIN cables c ON c.id = p.cable
       WHERE v.id > ? ORDER BY v.id LIMIT ?`,
    )
    let last = 0
    for (;;) {
      const rows = page.all(last, PAGE)
      for (const row of rows) yield { label: row.label, fault: faultOf(row) }
      const final = rows.at(-1)
      if (final === undefined) return
      last = final.label
    }
  }

  /**
   * The sentence vectors of every paragraph that has vectors of a model, in pages: that they are there, their bytes and how many they
   * are. Under the label of a vector of the paragraph.
   */
  *sentences(): Generator<VectorCheck> {
    const page = this.#db.prepare<[number, number, number], CheckedSentences>(
      `SELECT min(v.id) AS label, v.paragraph, v.model, s.checksum, s.vectors, s.tokens,
              m.dimension, w.text, p.position, c.mrn
       FROM vectors v JOIN models m ON m.id = v.model JOIN passages w ON w.id = v.paragraph
       JOIN paragraphs p ON p.id = v.paragraph JOIN cables c ON c.id = p.cable
       LEFT JOIN sentence_vectors s ON s.paragraph = v.paragraph AND s.model = v.model
       WHERE (v.paragraph, v.model) > (?, ?)
       GROUP BY v.paragraph, v.model ORDER BY v.paragraph, v.model LIMIT ?`,
    )
    let paragraph = 0
    let model = 0
    for (;;) {
      const rows = page.all(paragraph, model, PAGE)
      for (const row of rows) yield { label: row.label, fault: sentenceFaultOf(row) }
      const final = rows.at(-1)
      if (final === undefined) return
      ;({ paragraph, model } = final)
    }
  }

  #number(sql: string): number {
    return this.#db.prepare<[], number>(sql).pluck().get() ?? 0
  }
}

function faultOf(row: CheckedVector): string | undefined {
  const where = `paragraph ${row.position} of ${row.mrn}`
  if (row.blob.length !== 4 * row.dimension || crc32(row.blob) !== row.checksum) {
    return `The vector of ${where} is damaged.`
  }
  return row.storedHash.equals(passageHash(row))
    ? undefined
    : `The vector of ${where} was made of another text.`
}

function sentenceFaultOf(row: CheckedSentences): string | undefined {
  const which = `The sentence vectors of paragraph ${row.position} of ${row.mrn}`
  const { checksum, vectors, tokens, dimension } = row
  if (checksum === null || vectors === null || tokens === null) return `${which} are missing.`
  if (!isWhole({ checksum, vectors, tokens }, dimension)) return `${which} are damaged.`
  const count = vectors.length / recordBytes(dimension)
  return count === splitSentences(row.text).length ? undefined : `${which} are not those of its sentences.`
}
