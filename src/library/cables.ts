/** @module Cables, their paragraphs, tags and references: writing and reading them. Every writer runs inside a transaction. */
import { inflateSync } from 'node:zlib'
import type { Cable, CableHeader, Paragraph } from '../cables/cable.js'
import { whyStoredStays } from '../cables/copies.js'
import { Mask } from '../cables/protection/mask.js'
import { MASK } from '../cables/protection/mask-character.js'
import type { Name } from '../cables/protection/marked-names.js'
import { NOTHING_SHIELDED, type Shielded } from '../cables/protection/shielded.js'
import { contentOf } from './content.js'
import type { Wording } from './archive.js'
import {
  columnsOf,
  deflated,
  headerIn,
  headerJson,
  type OldVector,
  paragraphIn,
  prepareStatements,
  searchableParts,
} from './cable-rows.js'
import type { MaskedCable, Masking } from './masking.js'
import { passageHash, type PassageParts } from './passage.js'
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
  /** Names that no cable has shielded so far. */
  readonly freshNames: readonly Name[]
  /** Why the stored copy stayed though the given one differs, a clause for people. */
  readonly stays?: string
}

export interface RemaskResult {
  /** Rows that changed. */
  readonly changed: number
  readonly droppedVectors: readonly number[]
  /** Names that no cable has shielded so far. */
  readonly freshNames: readonly Name[]
}

const UNCHANGED: PutResult = {
  change: 'unchanged',
  changedParagraphs: 0,
  moreParagraphs: 0,
  newParagraphs: 0,
  droppedVectors: [],
  freshNames: [],
}

const UNTOUCHED: RemaskResult = { changed: 0, droppedVectors: [], freshNames: [] }

/** Where the words of paragraphs are searched: all of them masked, and those of masked ones as written. */
export interface WordTables {
  readonly masked: Words
  readonly open: Words
}

export class Cables {
  readonly #words: WordTables
  readonly #masking: Masking
  readonly #statements: ReturnType<typeof prepareStatements>

  constructor(db: Db, words: WordTables, masking: Masking) {
    this.#words = words
    this.#masking = masking
    this.#statements = prepareStatements(db)
  }

  /**
   * Adds the cable, or renews it when its content differs from what is stored and no better copy of it is there.
   * @param replaces number under which it was stored so far: the message is the stored cable's own, read again
   */
  put(given: Cable, message: string, replaces?: string): PutResult {
    const { cable, hash } = contentOf(given)
    const { find } = this.#statements
    const stored = find.get(cable.id) ?? (replaces === undefined ? undefined : find.get(replaces))
    if (stored === undefined) {
      const mask = this.#masking.maskOf(cable, message)
      const key = this.#insert(cable, hash, mask)
      this.#insertParts(key, cable, mask)
      this.#statements.insertMessage.run(key, deflated(message))
      const count = cable.paragraphs.length
      return {
        change: 'added',
        changedParagraphs: count,
        moreParagraphs: count,
        newParagraphs: count,
        droppedVectors: [],
        freshNames: this.#keepNames(key, mask),
      }
    }
    if (stored.hash.equals(hash)) return UNCHANGED
    const there = replaces === undefined ? this.cable(cable.id, 'open') : undefined
    const stays = there === undefined ? null : whyStoredStays(there, cable, message)
    if (stays !== null) return { ...UNCHANGED, stays }
    return this.#renew(stored.id, cable, hash, message)
  }

  /** `undefined` when there is no such cable. */
  remove(mrn: string): { changedParagraphs: number; droppedVectors: readonly number[] } | undefined {
    const stored = this.#statements.find.get(mrn)
    if (stored === undefined) return undefined
    const droppedVectors = this.#statements.vectors.all(stored.id).map((vector) => vector.id)
    this.#removeWords(stored.id)
    const changedParagraphs = this.#statements.countParagraphs.get(stored.id) ?? 0
    this.#statements.deleteCable.run(stored.id)
    return { changedParagraphs, droppedVectors }
  }

  cable(mrn: string, wording: Wording): Cable | undefined {
    const stored = this.#statements.read.get(mrn)
    if (stored === undefined) return undefined
    return {
      ...headerIn(stored, wording),
      paragraphs: this.#statements.paragraphs.all(stored.id).map((row) => paragraphIn(row, wording)),
    }
  }

  header(mrn: string, wording: Wording): CableHeader | undefined {
    const stored = this.#statements.read.get(mrn)
    return stored === undefined ? undefined : headerIn(stored, wording)
  }

  /** The original text that the cable was read from. */
  message(mrn: string, wording: Wording): string | undefined {
    const stored = this.#statements.message.get(mrn)
    if (stored === undefined) return undefined
    const message = inflateSync(stored.deflated).toString('utf8')
    if (wording === 'open') return message
    const shielded = stored.shielded === null ? NOTHING_SHIELDED : (JSON.parse(stored.shielded) as Shielded)
    return new Mask(this.#masking.withArchiveNames(shielded, message)).message(message)
  }

  /** Cables that refer to this one, oldest first. */
  citedBy(mrn: string, wording: Wording, limit: number, offset: number): CableHeader[] {
    return this.#statements.citedBy.all(mrn, limit, offset).map((row) => headerIn(row, wording))
  }

  countCitedBy(mrn: string): number {
    return this.#statements.countCitedBy.get(mrn) ?? 0
  }

  /** In the order of the ids; ids that are no more are left out. */
  paragraphs(ids: readonly number[], wording: Wording): StoredParagraph[] {
    const headers = new Map<number, CableHeader>()
    return ids.flatMap((id) => {
      const row = this.#statements.paragraph.get(id)
      if (row === undefined) return []
      let cable = headers.get(row.cable)
      if (cable === undefined) {
        cable = headerIn(row, wording)
        headers.set(row.cable, cable)
      }
      return [{ id, cable, paragraph: paragraphIn(row, wording) }]
    })
  }

  /** Every cable's number above `after`, ascending. */
  numbers(after: string, limit: number): string[] {
    return this.#statements.numbers.all(after, limit)
  }

  /** Cables that have the word, by the masked words. */
  holding(word: string): string[] {
    return this.#statements.holding.all(`"${word.replaceAll('"', '""')}"`)
  }

  /** Masks a stored cable by the rules of today. Vectors of passages that are masked differently now are dropped. */
  remask(mrn: string): RemaskResult {
    const stored = this.#statements.read.get(mrn)
    const cable = this.cable(mrn, 'open')
    const message = this.message(mrn, 'open')
    if (stored === undefined || cable === undefined || message === undefined) return UNTOUCHED
    const { id: key } = stored
    const mask = this.#masking.maskOf(cable, message)
    const freshNames = this.#keepNames(key, mask)
    const shielded = mask === null ? null : JSON.stringify(mask.shielded)
    if (
      shielded === stored.shielded &&
      JSON.stringify(mask?.cable ?? cable) === JSON.stringify(this.cable(mrn, 'masked'))
    )
      return { ...UNTOUCHED, freshNames }
    this.#removeWords(key)
    this.#statements.setMask.run(mask === null ? null : headerJson(mask.cable), shielded, key)
    this.#statements.clearTags.run(key)
    for (const tag of tagsOf(cable, mask)) this.#statements.insertTag.run(tag, key)
    const old = this.#statements.vectors.all(key)
    const dropped: number[] = []
    for (const { id, position } of this.#statements.paragraphs.all(key)) {
      const masked = this.#maskedAt(cable, mask, position)
      this.#statements.maskParagraph.run(masked?.heading ?? null, masked?.text ?? null, id)
      const paragraph = cable.paragraphs.find((each) => each.position === position)
      if (paragraph === undefined) continue
      this.#addWords(id, { ...paragraph, subject: cable.subject }, masked)
      const hash = passageHash(
        masked === null ? { ...paragraph, subject: cable.subject } : searchableParts(masked),
      )
      dropped.push(
        ...old
          .filter((vector) => vector.paragraph === id && !vector.hash.equals(hash))
          .map((vector) => vector.id),
      )
    }
    for (const label of dropped) this.#statements.deleteVector.run(label)
    return { changed: 1 + cable.paragraphs.length, droppedVectors: dropped, freshNames }
  }

  /** Names that the cable shields and no other does so far. */
  #keepNames(key: number, mask: MaskedCable | null): readonly Name[] {
    const isChange = this.#masking.clearNames(key) || mask !== null
    if (isChange) this.#masking.noteChange()
    return mask === null ? [] : this.#masking.addNames(key, mask.ownNames)
  }

  #insert(cable: Cable, hash: Buffer, mask: MaskedCable | null): number {
    return Number(this.#statements.insert.run(...columnsOf(cable, hash, mask)).lastInsertRowid)
  }

  /** The words of a paragraph as masked, with the subject above it; `null` when nothing of them is. */
  #maskedAt({ subject, paragraphs }: Cable, mask: MaskedCable | null, position: number): PassageParts | null {
    if (mask === null) return null
    const own = paragraphs.find((paragraph) => paragraph.position === position)
    const masked = mask.cable.paragraphs.find((paragraph) => paragraph.position === position)
    if (own === undefined || masked === undefined) return null
    const isSame =
      mask.cable.subject === subject && masked.heading === own.heading && masked.text === own.text
    return isSame ? null : { subject: mask.cable.subject, heading: masked.heading, text: masked.text }
  }

  #addWords(id: number, open: PassageParts, masked: PassageParts | null): void {
    const { subject, heading, text } = masked === null ? open : searchableParts(masked)
    this.#words.masked.addParagraph(id, subject, heading, text)
    if (masked !== null) this.#words.open.addParagraph(id, open.subject, open.heading, open.text)
  }

  #removeWords(key: number): void {
    this.#words.masked.removeCable(key)
    this.#words.open.removeCable(key)
  }

  /** Gives the keys of the paragraphs, in their order. */
  #insertParts(key: number, cable: Cable, mask: MaskedCable | null): number[] {
    const { insertTag, insertReference, insertParagraph } = this.#statements
    for (const tag of tagsOf(cable, mask)) insertTag.run(tag, key)
    for (const reference of cable.references) insertReference.run(reference, key)
    return cable.paragraphs.map(({ position, number, marking, heading, text }) => {
      const masked = this.#maskedAt(cable, mask, position)
      const words = [heading, text, masked?.heading ?? null, masked?.text ?? null] as const
      const { lastInsertRowid } = insertParagraph.run(key, position, number, marking, ...words)
      const id = Number(lastInsertRowid)
      this.#addWords(id, { subject: cable.subject, heading, text }, masked)
      return id
    })
  }

  #renew(key: number, cable: Cable, hash: Buffer, message: string): PutResult {
    const statements = this.#statements
    const oldParagraphs = statements.countParagraphs.get(key) ?? 0
    const oldVectors = statements.vectors.all(key)
    this.#removeWords(key)
    const mask = this.#masking.maskOf(cable, message)
    // The old rows make room for the new ones and go last: their vectors would go with them.
    statements.setAside.run(key)
    statements.update.run(...columnsOf(cable, hash, mask), key)
    statements.clearTags.run(key)
    statements.clearReferences.run(key)
    statements.updateMessage.run(deflated(message), key)
    const newIds = this.#insertParts(key, cable, mask)
    const kept = this.#moveVectors(oldVectors, cable, mask, newIds)
    statements.dropAside.run(key)
    return {
      change: 'renewed',
      changedParagraphs: oldParagraphs + newIds.length,
      moreParagraphs: newIds.length - oldParagraphs,
      newParagraphs: newIds.length - kept.paragraphs,
      droppedVectors: oldVectors.map((vector) => vector.id).filter((id) => !kept.vectors.has(id)),
      freshNames: this.#keepNames(key, mask),
    }
  }

  /** Gives each new paragraph the vectors of an old one with the same passage, and those of its sentences. */
  #moveVectors(
    oldVectors: readonly OldVector[],
    cable: Cable,
    mask: MaskedCable | null,
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
      const masked = this.#maskedAt(cable, mask, paragraph.position)
      const parts = masked === null ? { ...paragraph, subject: cable.subject } : searchableParts(masked)
      const name = passageHash(parts).toString('hex')
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

/** Those that cables are browsed and completed by: one that names somebody who is shielded is none. */
function tagsOf(cable: Cable, mask: MaskedCable | null): string[] {
  return (mask?.cable ?? cable).tags.filter((tag) => !tag.includes(MASK)).map((tag) => tag.toUpperCase())
}
