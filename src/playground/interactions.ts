import type { Interaction } from './interaction.js'

/** The interactions whose token may still be used; older ones are dropped as new ones come. */
export class Interactions {
  readonly #byId = new Map<string, Interaction>()
  readonly #byToken = new Map<string, Interaction>()

  add(interaction: Interaction): void {
    for (const old of this.#byId.values()) {
      if (!old.expired) break
      this.#byId.delete(old.id)
      this.#byToken.delete(old.token)
    }
    this.#byId.set(interaction.id, interaction)
    this.#byToken.set(interaction.token, interaction)
  }

  byId(id: string): Interaction | undefined {
    return this.#byId.get(id)
  }

  byToken(token: string): Interaction | undefined {
    return this.#byToken.get(token)
  }

  [Symbol.iterator](): IterableIterator<Interaction> {
    return this.#byId.values()
  }
}
