/** The archive of `archive.ts` and one cable more, in a store of its own: with lists, originals, and cables that are alike. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Services } from '../../commands/services.js'
import type { Answer } from '../../src/answers/answer.js'
import { Library } from '../../src/library/library.js'
import type { Query } from '../../src/retrieval/query.js'
import { ARCHIVE, cable, HARBOUR, passageOf, servicesOf, SPARSE } from './archive.js'

export const FERRY = cable(
  {
    id: '04TARSUND77',
    date: '2004-11-02T10:00:00Z',
    origin: 'Embassy Tarsund',
    subject: 'A FERRY TO LINDGARD?',
    tags: ['EWWT'],
    recipients: ['SECSTATE WASHDC'],
  },
  [{ text: 'Tarsund asks for a ferry.' }],
)

const CABLES = [...ARCHIVE, FERRY]

export class StoredArchive {
  readonly library: Library
  readonly services: Services
  readonly #folder = mkdtempSync(join(tmpdir(), 'pilcrow-stored-'))

  /** @param ask answers every question */
  constructor(ask: (query: Query) => Promise<Answer>) {
    const library = Library.open(join(this.#folder, 'data'))
    const { catalogue } = library
    this.library = library
    this.fill()
    this.services = {
      ...servicesOf(ask, CABLES),
      message: (id) => library.open.message(id),
      list: (filter, offset, limit, first) => library.open.list(filter, offset, limit, first),
      countCables: (filter) => catalogue.count(filter),
      tally: (facet, filter, limit) => catalogue.tally(facet, filter, limit),
      // The ferry is like the harbour; the cable without text is like nothing, and cannot be.
      similar: (id) =>
        Promise.resolve(
          id === SPARSE.id
            ? undefined
            : id === FERRY.id
              ? [{ ...passageOf(HARBOUR, 3), similarity: 0.8 }]
              : [],
        ),
    }
  }

  /** Puts back what a test took out. */
  fill(): void {
    this.library.put(CABLES.map((each) => ({ cable: each, message: `message of ${each.id}` })))
  }

  close(): void {
    this.library.close()
    rmSync(this.#folder, { recursive: true })
  }
}
