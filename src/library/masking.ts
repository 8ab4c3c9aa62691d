/** @module What each cable shields, kept beside it: its masked words, by which it is searched, and by which rules they were made. */
import type Database from 'better-sqlite3'
import type { Cable } from '../cables/cable.js'
import { Mask, shieldedInCable } from '../cables/protection/mask.js'
import { MASK, MASK_CHARACTER } from '../cables/protection/mask-character.js'
import type { Name } from '../cables/protection/marked-names.js'
import { NameBook } from '../cables/protection/name-book.js'
import { printedLines } from '../cables/protection/printed-lines.js'
import { isNothing, type Shielded } from '../cables/protection/shielded.js'
import type { Db } from '../database.js'

/** Grows with every change to what is masked: `reprotect` masks what is stored again. */
export const PROTECTION_RECIPE = 2

/** Whether a name is shielded in the cable that marks it, or in the whole archive. */
export type ProtectionScope = 'cable' | 'archive'

/** Where sources are not protected, a server may still set that they are. */
export const DEFAULT_SCOPE: ProtectionScope = 'cable'

export interface ProtectionState {
  /** 0 for a library from before there were masks, and for one that is being masked again. */
  readonly recipe: number
  readonly scope: ProtectionScope
}

/** A cable's masked words. */
export interface MaskedCable {
  readonly shielded: Shielded
  readonly cable: Cable
  /** What the cable marks itself; the rest comes from other cables. */
  readonly ownNames: readonly Name[]
}

/** What is searched and embedded: a mask without the word that it is shown with, which nobody wrote. */
export function searchable(text: string): string {
  return text.replaceAll(MASK, MASK_CHARACTER)
}

export class Masking {
  readonly #statements: ReturnType<typeof prepareStatements>
  #scope: ProtectionScope
  #book: { readonly changes: number; readonly book: NameBook } | undefined

  constructor(db: Db) {
    this.#statements = prepareStatements(db)
    this.#scope = this.state().scope
  }

  state(): ProtectionState {
    return {
      recipe: this.#statements.value.get('protection_recipe') ?? 0,
      scope: this.#statements.value.get('protection_archive') === 1 ? 'archive' : 'cable',
    }
  }

  /** From now on cables are masked so. Run inside a transaction. */
  setScope(scope: ProtectionScope): void {
    this.#scope = scope
    this.#book = undefined
    this.#statements.set.run('protection_archive', scope === 'archive' ? 1 : 0)
  }

  /** Everything stored is masked by the rules of today. Run inside a transaction. */
  setCurrent(): void {
    this.#statements.set.run('protection_recipe', PROTECTION_RECIPE)
  }

  /** Some of what is stored is masked otherwise. Run inside a transaction. */
  setStale(): void {
    this.#statements.set.run('protection_recipe', 0)
  }

  /** `null` when the cable shields nothing. */
  maskOf(cable: Cable, message: string): MaskedCable | null {
    const own = shieldedInCable(cable, message)
    const others = this.#scope === 'archive' ? this.#archiveBook().namesIn(textsOfAll(cable)) : []
    const shielded = others.length === 0 ? own : shieldedInCable(cable, message, others)
    if (isNothing(shielded)) return null
    return { shielded, cable: new Mask(shielded).cable(cable), ownNames: own.names }
  }

  /** @returns those that no other cable has shielded so far. Run inside a transaction. */
  addNames(cable: number, names: readonly Name[]): Name[] {
    const fresh = names.filter((name) => this.#statements.isKnown.get(name.join(' ')) === undefined)
    for (const name of names) this.#statements.addName.run(name.join(' '), cable)
    return fresh
  }

  /** In the archive's scope a message may name people in parts that no paragraph has. */
  withArchiveNames(shielded: Shielded, message: string): Shielded {
    if (this.#scope === 'cable') return shielded
    const names = this.#archiveBook().namesIn([printedLines(message).text])
    return { ...shielded, names: [...shielded.names, ...names] }
  }

  /** Grows with every change of what is masked, by whichever process: dates what is remembered of names and words. */
  changes(): number {
    return this.#statements.value.get('mask_changes') ?? 0
  }

  /** Run inside a transaction. */
  noteChange(): void {
    this.#statements.set.run('mask_changes', this.changes() + 1)
  }

  /** @returns whether there were any */
  clearNames(cable: number): boolean {
    return this.#statements.clearNames.run(cable).changes > 0
  }

  #archiveBook(): NameBook {
    const changes = this.changes()
    if (this.#book?.changes !== changes) {
      this.#book = {
        changes,
        book: new NameBook(this.#statements.names.all().map((name) => name.split(' '))),
      }
    }
    return this.#book.book
  }
}

function textsOfAll(cable: Cable): string[] {
  return [
    cable.subject,
    cable.summary ?? '',
    ...cable.paragraphs.flatMap(({ heading, text }) => [heading ?? '', text]),
  ]
}

function prepareStatements(db: Db) {
  const pluck = <P extends unknown[], R>(sql: string): Database.Statement<P, R> =>
    db.prepare<P, R>(sql).pluck()
  return {
    value: pluck<[string], number>('SELECT value FROM meta WHERE name = ?'),
    set: db.prepare<[string, number]>(
      'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    ),
    isKnown: pluck<[string], number>('SELECT 1 FROM shielded_names WHERE name = ? LIMIT 1'),
    addName: db.prepare<[string, number]>('INSERT OR IGNORE INTO shielded_names (name, cable) VALUES (?, ?)'),
    clearNames: db.prepare<[number]>('DELETE FROM shielded_names WHERE cable = ?'),
    names: pluck<[], string>('SELECT DISTINCT name FROM shielded_names'),
  }
}
