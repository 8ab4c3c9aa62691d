/** @module Cables, their paragraphs, tags and references: writing and reading them. Every writer runs inside a transaction. */
import { deflateSync, inflateSync } from 'node:zlib'
import type Database from 'better-sqlite3'
import type { Cable, CableHeader, Paragraph } from '../cables/cable.js'
import { contentOf } from './content.js'
import { dateKey, originKey, splitNumber } from './filter-sql.js'
import { passageHash } from './passage.js'
import type { Db } from '../database.js'
import type { Words } from './words.js'

export interface StoredParagraph {
  readonly id: number
  readonly cable: CableHeader
  readonly paragraph: Paragraph
}

export interface PutResult {
  readonly change: 'added' | 'renewed' | 'unchanged'
  /** Paragraphs written or taken away. */
  readonly changedParagraphs: number
  /** Paragraphs that there are now beyond those before; less than 0 when a cable has fewer. */
  readonly moreParagraphs: number
  /** Paragraphs written that have no vector. */
  readonly newParagraphs: number
  /** Vectors that went with paragraphs that are no more. */
  readonly droppedVectors: readonly number[]
}

interface ParagraphRow {
  readonly id: number
  readonly position: number
  readonly number: number | null
  readonly marking: string | null
  readonly heading: string | null
  readonly text: string
}

interface OldVector {
  readonly id: number
  readonly paragraph: number
  readonly model: number
  readonly hash: Buffer
}

/** Fast, and within 5% of the best level on texts of this size. */
const DEFLATE_LEVEL = 3

export class Cables {
  readonly #words: Words
  readonly #statements: ReturnType<typeof prepareStatements>

  constructor(db: Db, words: Words) {
    this.#words = words
    this.#statements = prepareStatements(db)
  }

  /** Adds the cable, or renews it when its content differs from what is stored. */
  put(given: Cable, message: string): PutResult {
    const { cable, hash } = contentOf(given)
    const stored = this.#statements.find.get(cable.id)
    if (stored === undefined) {
      const key = this.#insert(cable, hash)
      this.#insertParts(key, cable)
      this.#statements.insertMessage.run(key, deflated(message))
      const count = cable.paragraphs.length
      return {
        change: 'added',
        changedParagraphs: count,
        moreParagraphs: count,
        newParagraphs: count,
        droppedVectors: [],
      }
    }
    if (stored.hash.equals(hash))
      return {
        change: 'unchanged',
        changedParagraphs: 0,
        moreParagraphs: 0,
        newParagraphs: 0,
        droppedVectors: [],
      }
    return this.#renew(stored.id, cable, hash, message)
  }

  /** `undefined` when there is no such cable. */
  remove(mrn: string): { changedParagraphs: number; droppedVectors: readonly number[] } | undefined {
    const stored = this.#statements.find.get(mrn)
    if (stored === undefined) return undefined
    const droppedVectors = this.#statements.vectors.all(stored.id).map((vector) => vector.id)
    this.#words.removeCable(stored.id)
    const changedParagraphs = this.#statements.countParagraphs.get(stored.id) ?? 0
    this.#statements.deleteCable.run(stored.id)
    return { changedParagraphs, droppedVectors }
  }

  cable(mrn: string): Cable | undefined {
    const stored = this.#statements.read.get(mrn)
    if (stored === undefined) return undefined
    return {
      ...parseHeader(stored.header),
      paragraphs: this.#statements.paragraphs.all(stored.id).map(toParagraph),
    }
  }

  header(mrn: string): CableHeader | undefined {
    const stored = this.#statements.read.get(mrn)
    return stored === undefined ? undefined : parseHeader(stored.header)
  }

  /** The original text that the cable was read from. */
  message(mrn: string): string | undefined {
    const deflated = this.#statements.message.get(mrn)
    return deflated === undefined ? undefined : inflateSync(deflated).toString('utf8')
  }

  /** Cables that refer to this one, oldest first. */
  citedBy(mrn: string, limit: number): CableHeader[] {
    return this.#statements.citedBy.all(mrn, limit).map(parseHeader)
  }

  /** In the order of the ids; ids that are no more are left out. */
  paragraphs(ids: readonly number[]): StoredParagraph[] {
    const headers = new Map<number, CableHeader>()
    return ids.flatMap((id) => {
      const row = this.#statements.paragraph.get(id)
      if (row === undefined) return []
      let cable = headers.get(row.cable)
      if (cable === undefined) {
        cable = parseHeader(row.header)
        headers.set(row.cable, cable)
      }
      return [{ id, cable, paragraph: toParagraph(row) }]
    })
  }

  #insert(cable: Cable, hash: Buffer): number {
    return Number(this.#statements.insert.run(...columnsOf(cable, hash)).lastInsertRowid)
  }

  /** Gives the keys of the paragraphs, in their order. */
  #insertParts(key: number, cable: Cable): number[] {
    const { insertTag, insertReference, insertParagraph } = this.#statements
    for (const tag of cable.tags) insertTag.run(tag.toUpperCase(), key)
    for (const reference of cable.references) insertReference.run(reference, key)
    return cable.paragraphs.map(({ position, number, marking, heading, text }) => {
      const { lastInsertRowid } = insertParagraph.run(key, position, number, marking, heading, text)
      const id = Number(lastInsertRowid)
      this.#words.addParagraph(id, cable.subject, heading, text)
      return id
    })
  }

  #renew(key: number, cable: Cable, hash: Buffer, message: string): PutResult {
    const statements = this.#statements
    const oldParagraphs = statements.countParagraphs.get(key) ?? 0
    const oldVectors = statements.vectors.all(key)
    this.#words.removeCable(key)
    // The old rows make room for the new ones and go last: their vectors would go with them.
    statements.setAside.run(key)
    statements.update.run(...columnsOf(cable, hash), key)
    statements.clearTags.run(key)
    statements.clearReferences.run(key)
    statements.updateMessage.run(deflated(message), key)
    const newIds = this.#insertParts(key, cable)
    const kept = this.#moveVectors(oldVectors, cable, newIds)
    statements.dropAside.run(key)
    return {
      change: 'renewed',
      changedParagraphs: oldParagraphs + newIds.length,
      moreParagraphs: newIds.length - oldParagraphs,
      newParagraphs: newIds.length - kept.paragraphs,
      droppedVectors: oldVectors.map((vector) => vector.id).filter((id) => !kept.vectors.has(id)),
    }
  }

  /** Gives each new paragraph the vectors of an old one with the same passage, and those of its sentences. */
  #moveVectors(
    oldVectors: readonly OldVector[],
    cable: Cable,
    newIds: readonly number[],
  ): { vectors: Set<number>; paragraphs: number } {
    const kept = { vectors: new Set<number>(), paragraphs: 0 }
    // A passage that stands twice in the cable has two sets of vectors; each is given away once.
    const donors = new Map<string, number[]>()
    for (const { paragraph, hash } of oldVectors) {
      const name = hash.toString('hex')
      const paragraphs = donors.get(name) ?? []
      if (!paragraphs.includes(paragraph)) donors.set(name, [...paragraphs, paragraph])
    }
    cable.paragraphs.forEach((paragraph, at) => {
      const newId = newIds[at]
      const name = passageHash({ ...paragraph, subject: cable.subject }).toString('hex')
      const donor = donors.get(name)?.shift()
      if (newId === undefined || donor === undefined) return
      kept.paragraphs += 1
      const models = new Set<number>()
      for (const vector of oldVectors) {
        if (vector.paragraph !== donor || vector.hash.toString('hex') !== name) continue
        this.#statements.moveVector.run(newId, vector.id)
        kept.vectors.add(vector.id)
        models.add(vector.model)
      }
      for (const model of models) this.#statements.moveSentences.run(newId, donor, model)
    })
    return kept
  }
}

function columnsOf(cable: Cable, hash: Buffer): (string | null | Buffer)[] {
  const { post, serial } = splitNumber(cable.id)
  return [
    cable.id,
    post,
    serial,
    cable.origin,
    cable.origin === null ? null : originKey(cable.origin),
    dateKey(cable.date, cable.id),
    cable.classification?.toUpperCase() ?? null,
    cable.subject,
    JSON.stringify(cable, (key, value: unknown) => (key === 'paragraphs' ? undefined : value)),
    hash,
  ]
}

function deflated(message: string): Buffer {
  return deflateSync(message, { level: DEFLATE_LEVEL })
}

function parseHeader(json: string): CableHeader {
  return JSON.parse(json) as CableHeader
}

function toParagraph({ position, number, marking, heading, text }: ParagraphRow): Paragraph {
  return { position, number, marking, heading, text }
}

function prepareStatements(db: Db) {
  const pluck = <P extends unknown[], R>(sql: string): Database.Statement<P, R> =>
    db.prepare<P, R>(sql).pluck()
  const columns =
    'mrn, post, serial, origin, origin_key, date_key, classification, subject, header, content_hash'
  return {
    find: db.prepare<[string], { id: number; hash: Buffer }>(
      'SELECT id, content_hash AS hash FROM cables WHERE mrn = ?',
    ),
    read: db.prepare<[string], { id: number; header: string }>('SELECT id, header FROM cables WHERE mrn = ?'),
    insert: db.prepare(`INSERT INTO cables (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    update: db.prepare(`UPDATE cables SET (${columns}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?`),
    deleteCable: db.prepare<[number]>('DELETE FROM cables WHERE id = ?'),
    insertMessage: db.prepare<[number, Buffer]>('INSERT INTO messages (cable, deflated) VALUES (?, ?)'),
    updateMessage: db.prepare<[Buffer, number]>('UPDATE messages SET deflated = ? WHERE cable = ?'),
    message: pluck<[string], Buffer>(
      'SELECT deflated FROM messages JOIN cables ON cables.id = messages.cable WHERE mrn = ?',
    ),
    insertTag: db.prepare<[string, number]>('INSERT OR IGNORE INTO tags (tag, cable) VALUES (?, ?)'),
    clearTags: db.prepare<[number]>('DELETE FROM tags WHERE cable = ?'),
    insertReference: db.prepare<[string, number]>('INSERT OR IGNORE INTO refs (mrn, cable) VALUES (?, ?)'),
    clearReferences: db.prepare<[number]>('DELETE FROM refs WHERE cable = ?'),
    citedBy: pluck<[string, number], string>(
      `SELECT header FROM refs JOIN cables ON cables.id = refs.cable
       WHERE refs.mrn = ? ORDER BY date_key, cables.mrn LIMIT ?`,
    ),
    insertParagraph: db.prepare<[number, number, number | null, string | null, string | null, string]>(
      'INSERT INTO paragraphs (cable, position, number, marking, heading, text) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    paragraphs: db.prepare<[number], ParagraphRow>(
      'SELECT * FROM paragraphs WHERE cable = ? ORDER BY position',
    ),
    paragraph: db.prepare<[number], ParagraphRow & { cable: number; header: string }>(
      'SELECT p.*, c.header FROM paragraphs p JOIN cables c ON c.id = p.cable WHERE p.id = ?',
    ),
    countParagraphs: pluck<[number], number>('SELECT count(*) FROM paragraphs WHERE cable = ?'),
    setAside: db.prepare<[number]>('UPDATE paragraphs SET position = -position WHERE cable = ?'),
    dropAside: db.prepare<[number]>('DELETE FROM paragraphs WHERE cable = ? AND position < 0'),
    vectors: db.prepare<[number], OldVector>(
      `SELECT v.id, v.paragraph, v.model, v.passage_hash AS hash
       FROM vectors v JOIN paragraphs p ON p.id = v.paragraph WHERE p.cable = ? ORDER BY v.id`,
    ),
    moveVector: db.prepare<[number, number]>('UPDATE vectors SET paragraph = ? WHERE id = ?'),
    moveSentences: db.prepare<[number, number, number]>(
      'UPDATE sentence_vectors SET paragraph = ? WHERE paragraph = ? AND model = ?',
    ),
  }
}
