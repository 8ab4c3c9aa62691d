/** @module Rows of cables and their paragraphs: columns, statements, and which words of a row a reader gets. */
import { deflateSync } from 'node:zlib'
import type Database from 'better-sqlite3'
import type { Cable, CableHeader, Paragraph } from '../cables/cable.js'
import type { Db } from '../database.js'
import type { Wording } from './archive.js'
import { dateKey, originKey, splitNumber } from './filter-sql.js'
import { type MaskedCable, searchable } from './masking.js'
import type { PassageParts } from './passage.js'

interface ParagraphRow {
  readonly id: number
  readonly position: number
  readonly number: number | null
  readonly marking: string | null
  readonly heading: string | null
  readonly text: string
  readonly masked_heading: string | null
  readonly masked_text: string | null
}

export interface OldVector {
  readonly id: number
  readonly paragraph: number
  readonly model: number
  readonly hash: Buffer
}

/** Fast, and within 5% of the best level on texts of this size. */
const DEFLATE_LEVEL = 3

export function columnsOf(cable: Cable, hash: Buffer, mask: MaskedCable | null): (string | null | Buffer)[] {
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
    headerJson(cable),
    hash,
    mask === null ? null : headerJson(mask.cable),
    mask === null ? null : JSON.stringify(mask.shielded),
  ]
}

export function deflated(message: string): Buffer {
  return deflateSync(message, { level: DEFLATE_LEVEL })
}

/** A cable without its paragraphs, as it is stored. */
export function headerJson(cable: Cable): string {
  return JSON.stringify(cable, (key, value: unknown) => (key === 'paragraphs' ? undefined : value))
}

interface HeaderRow {
  readonly header: string
  readonly masked_header: string | null
}

export function headerIn({ header, masked_header }: HeaderRow, wording: Wording): CableHeader {
  return JSON.parse(wording === 'masked' ? (masked_header ?? header) : header) as CableHeader
}

export function paragraphIn(row: ParagraphRow, wording: Wording): Paragraph {
  const { position, number, marking, masked_heading: maskedHeading, masked_text: maskedText } = row
  return wording === 'open' || maskedText === null
    ? { position, number, marking, heading: row.heading, text: row.text }
    : { position, number, marking, heading: maskedHeading, text: maskedText }
}

export function searchableParts({ subject, heading, text }: PassageParts): PassageParts {
  return {
    subject: searchable(subject),
    heading: heading === null ? null : searchable(heading),
    text: searchable(text),
  }
}

export function prepareStatements(db: Db) {
  const pluck = <P extends unknown[], R>(sql: string): Database.Statement<P, R> =>
    db.prepare<P, R>(sql).pluck()
  const columns =
    'mrn, post, serial, origin, origin_key, date_key, classification, subject, header, content_hash, masked_header, shielded'
  return {
    find: db.prepare<[string], { id: number; hash: Buffer }>(
      'SELECT id, content_hash AS hash FROM cables WHERE mrn = ?',
    ),
    read: db.prepare<[string], HeaderRow & { id: number; shielded: string | null }>(
      'SELECT id, header, masked_header, shielded FROM cables WHERE mrn = ?',
    ),
    insert: db.prepare(`INSERT INTO cables (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    update: db.prepare(`UPDATE cables SET (${columns}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?`),
    setMask: db.prepare<[string | null, string | null, number]>(
      'UPDATE cables SET (masked_header, shielded) = (?, ?) WHERE id = ?',
    ),
    maskParagraph: db.prepare<[string | null, string | null, number]>(
      'UPDATE paragraphs SET (masked_heading, masked_text) = (?, ?) WHERE id = ?',
    ),
    numbers: pluck<[string, number], string>('SELECT mrn FROM cables WHERE mrn > ? ORDER BY mrn LIMIT ?'),
    holding: pluck<[string], string>(
      `SELECT DISTINCT c.mrn FROM words JOIN paragraphs p ON p.id = words.rowid JOIN cables c ON c.id = p.cable
       WHERE words MATCH ? ORDER BY c.mrn`,
    ),
    deleteCable: db.prepare<[number]>('DELETE FROM cables WHERE id = ?'),
    insertMessage: db.prepare<[number, Buffer]>('INSERT INTO messages (cable, deflated) VALUES (?, ?)'),
    updateMessage: db.prepare<[Buffer, number]>('UPDATE messages SET deflated = ? WHERE cable = ?'),
    message: db.prepare<[string], { deflated: Buffer; shielded: string | null }>(
      'SELECT deflated, shielded FROM messages JOIN cables ON cables.id = messages.cable WHERE mrn = ?',
    ),
    insertTag: db.prepare<[string, number]>('INSERT OR IGNORE INTO tags (tag, cable) VALUES (?, ?)'),
    clearTags: db.prepare<[number]>('DELETE FROM tags WHERE cable = ?'),
    insertReference: db.prepare<[string, number]>('INSERT OR IGNORE INTO refs (mrn, cable) VALUES (?, ?)'),
    clearReferences: db.prepare<[number]>('DELETE FROM refs WHERE cable = ?'),
    citedBy: db.prepare<[string, number, number], HeaderRow>(
      `SELECT header, masked_header FROM refs JOIN cables ON cables.id = refs.cable
       WHERE refs.mrn = ? ORDER BY date_key, cables.mrn LIMIT ? OFFSET ?`,
    ),
    countCitedBy: pluck<[string], number>('SELECT count(*) FROM refs WHERE mrn = ?'),
    insertParagraph: db.prepare<
      [number, number, number | null, string | null, string | null, string, string | null, string | null]
    >(
      `INSERT INTO paragraphs (cable, position, number, marking, heading, text, masked_heading, masked_text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    paragraphs: db.prepare<[number], ParagraphRow>(
      'SELECT * FROM paragraphs WHERE cable = ? ORDER BY position',
    ),
    paragraph: db.prepare<[number], ParagraphRow & HeaderRow & { cable: number }>(
      'SELECT p.*, c.header, c.masked_header FROM paragraphs p JOIN cables c ON c.id = p.cable WHERE p.id = ?',
    ),
    countParagraphs: pluck<[number], number>('SELECT count(*) FROM paragraphs WHERE cable = ?'),
    setAside: db.prepare<[number]>('UPDATE paragraphs SET position = -position WHERE cable = ?'),
    dropAside: db.prepare<[number]>('DELETE FROM paragraphs WHERE cable = ? AND position < 0'),
    vectors: db.prepare<[number], OldVector>(
      `SELECT v.id, v.paragraph, v.model, v.passage_hash AS hash
       FROM vectors v JOIN paragraphs p ON p.id = v.paragraph WHERE p.cable = ? ORDER BY v.id`,
    ),
    deleteVector: db.prepare<[number]>('DELETE FROM vectors WHERE id = ?'),
    moveVector: db.prepare<[number, number]>('UPDATE vectors SET paragraph = ? WHERE id = ?'),
    moveSentences: db.prepare<[number, number, number]>(
      'UPDATE sentence_vectors SET paragraph = ? WHERE paragraph = ? AND model = ?',
    ),
  }
}
