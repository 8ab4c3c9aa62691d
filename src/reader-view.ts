/**
 * @module What readers see: the one place where source protection is put on. Discord, the prompt and the command line ask
 * here; only what measures (`eval`) and what stores asks the app itself.
 */
import type { App } from './app.js'
import type { Answer } from './answers/answer.js'
import { protectAnswer, protectPassage, type ShieldedOf } from './answers/protect-answer.js'
import type { Cable } from './cables/cable.js'
import { maskCable, maskText, type Shielded, shieldedInCable } from './cables/protection/mask.js'
import type { Library } from './library/library.js'
import type { Query, RankedParagraph } from './retrieval/query.js'
import type { SimilarParagraph } from './retrieval/similar.js'

export interface CableView {
  /** @param id canonical number */
  cable(id: string): Cable | undefined
  /** A text of this cable that is shown outside of it (its original message, a line about it). */
  textOf(id: string, text: string): string
}

export interface ReaderView extends CableView {
  /** @throws UserError as `App.ask` */
  ask(query: Query): Promise<Answer>
  /** @throws UserError as `App.search` */
  search(query: Query, limit: number): Promise<readonly RankedParagraph[]>
  /** @see App.similar */
  similar(cable: string, position: number | null, limit: number): Promise<SimilarParagraph[] | undefined>
}

/** @param protect whether names marked "(protect)" and numbers of identity papers are hidden */
export function cableView(library: Pick<Library, 'cable'>, protect: boolean): CableView {
  return {
    cable(id) {
      const cable = library.cable(id)
      return cable === undefined || !protect ? cable : maskCable(cable)
    },
    // A text from outside the cable's paragraphs (its original message) may mark more than they do.
    textOf: (id, text) => (protect ? maskText(maskText(text, shieldedBy(library)(id))) : text),
  }
}

/** @param protect as for `cableView` */
export function readerView(
  app: Pick<App, 'ask' | 'search' | 'similar'> & { readonly library: Pick<Library, 'cable'> },
  protect: boolean,
): ReaderView {
  return {
    ...cableView(app.library, protect),
    async ask(query) {
      const answer = await app.ask(query)
      return protect ? protectAnswer(answer, shieldedBy(app.library)) : answer
    },
    async search(query, limit) {
      const passages = await app.search(query, limit)
      if (!protect) return passages
      const shieldedOf = shieldedBy(app.library)
      return passages.map((passage) => protectPassage(passage, shieldedOf))
    },
    async similar(cable, position, limit) {
      const passages = await app.similar(cable, position, limit)
      if (!protect) return passages
      const shieldedOf = shieldedBy(app.library)
      return passages?.map((passage) => protectPassage(passage, shieldedOf))
    },
  }
}

/** Each cable is read once for one answer. */
function shieldedBy(library: Pick<Library, 'cable'>): ShieldedOf {
  const known = new Map<string, Shielded>()
  return (id) => {
    const shielded = known.get(id) ?? shieldedOf(library.cable(id))
    known.set(id, shielded)
    return shielded
  }
}

/** A cable that was removed while its answer was written shields nothing more than its texts show themselves. */
function shieldedOf(cable: Cable | undefined): Shielded {
  return shieldedInCable(cable ?? { subject: '', summary: null, paragraphs: [] })
}
