/** @module The models that vectors are stored of, and which of them embeds. */
import type { Db } from '../database.js'
import { UserError } from '../errors.js'
import { PASSAGE_RECIPE } from './passage.js'

/** The model that embeds. */
export interface ModelInUse {
  readonly modelId: string
  /** Floats in each vector. */
  readonly dimension: number
}

export class Models {
  readonly #statements: ReturnType<typeof prepareStatements>
  #used: ModelInUse | undefined

  constructor(db: Db) {
    this.#statements = prepareStatements(db)
  }

  /**
   * The model whose vectors are meant from now on.
   * @throws UserError when vectors of another dimension are stored under the same name.
   */
  use({ modelId, dimension }: ModelInUse): void {
    const stored = this.#statements.find.get(modelId, PASSAGE_RECIPE)
    if (stored !== undefined && stored.dimension !== dimension) {
      throw new UserError(
        `The library holds vectors of ${stored.dimension} floats by a model named ${modelId}, which now gives ${dimension}; name the model differently or ingest into a new folder.`,
      )
    }
    this.#used = { modelId, dimension }
  }

  get used(): ModelInUse {
    if (this.#used === undefined) throw new Error('the library was not told which model embeds')
    return this.#used
  }

  /** Of the model in use; one that no vector has when nothing is stored for it yet. */
  key(): number {
    return this.#statements.find.get(this.used.modelId, PASSAGE_RECIPE)?.id ?? -1
  }

  /** Of the model in use, which from now on has one. Run inside a transaction. */
  ensureKey(): number {
    const { modelId, dimension } = this.used
    const key = this.key()
    if (key !== -1) return key
    return Number(this.#statements.add.run(modelId, PASSAGE_RECIPE, dimension).lastInsertRowid)
  }

  /** Vectors of the model in use. */
  countVectors(): number {
    return this.#statements.countVectors.get(this.key()) ?? 0
  }

  /** Names of other models, and of this one with an older recipe, whose vectors are stored. */
  others(): string[] {
    return this.#statements.others
      .all(this.key())
      .map(({ name, recipe }) => (name === this.used.modelId ? `${name}, passages ${recipe}` : name))
  }

  /** Drops the vectors of every other model, and of older recipes of this one; gives how many went. Run inside a transaction. */
  dropOthers(): number {
    const key = this.key()
    const { changes } = this.#statements.dropOtherVectors.run(key)
    this.#statements.dropOthers.run(key)
    return changes
  }
}

function prepareStatements(db: Db) {
  return {
    find: db.prepare<[string, number], { id: number; dimension: number }>(
      'SELECT id, dimension FROM models WHERE name = ? AND recipe = ?',
    ),
    add: db.prepare<[string, number, number]>(
      'INSERT INTO models (name, recipe, dimension) VALUES (?, ?, ?)',
    ),
    countVectors: db.prepare<[number], number>('SELECT vectors FROM models WHERE id = ?').pluck(),
    others: db.prepare<[number], { name: string; recipe: number }>(
      'SELECT name, recipe FROM models WHERE id <> ? AND vectors > 0',
    ),
    dropOtherVectors: db.prepare<[number]>('DELETE FROM vectors WHERE model <> ?'),
    dropOthers: db.prepare<[number]>('DELETE FROM models WHERE id <> ?'),
  }
}
