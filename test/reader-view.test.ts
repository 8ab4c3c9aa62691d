import { beforeEach, describe, expect, it } from 'vitest'
import type { Questions } from '../src/app.js'
import { readerView, type ReaderView } from '../src/reader-view.js'
import { cable } from './support/archive.js'
import { LibraryFixture } from './support/library-fixture.js'

/** The mark is in one paragraph, the name in all. */
const CHOIR = cable(
  { id: '01LINDGARD415', subject: 'THE CHOIR THAT GRADY SOLD', references: ['05LINDGARD1'] },
  [
    { text: 'Linus Grady (strictly protect), passport number OR4471902, told us all.', heading: 'Grady' },
    { text: 'The next day Grady named the clerk and showed OR4471902.' },
  ],
)
const MESSAGE = `SUBJECT: ${CHOIR.subject}\n\n1. (C) Linus Gra-\ndy (strictly protect) told us.\n\n2. (C) Linus\nGrady left.\n`
const SOURCE = /grady|linus|gra-|4471902/iu

const asked: string[] = []
const questions = (name: string): Questions => ({
  ask: () => {
    asked.push(name)
    return Promise.reject(new Error('not asked for its answer'))
  },
  search: () => Promise.resolve([]),
  find: () => Promise.reject(new Error('not searched')),
  similar: () => Promise.resolve([]),
})

const fixture = new LibraryFixture(8)
const view = (protect: boolean): ReaderView =>
  readerView({ masked: questions('masked'), open: questions('open'), library: fixture.library }, protect)

beforeEach(() => {
  fixture.library.put([{ cable: CHOIR, message: MESSAGE }])
})

const reads: [string, (view: ReaderView) => unknown][] = [
  ['a cable', (view) => view.cable(CHOIR.id)],
  ['its header', (view) => view.header(CHOIR.id)],
  ['its message', (view) => view.message(CHOIR.id)],
  ['what refers to a cable', (view) => view.citedBy('05LINDGARD1', 10)],
  ['a list', (view) => view.list({}, 0, 10)],
  ['a suggestion', (view) => view.suggestIds('01lind', 10)],
]

describe('a reader of an archive that protects its sources', () => {
  it.each(reads)('does not learn the name from %s', (_, read) => {
    const text = JSON.stringify(read(view(true)))
    expect(text).not.toMatch(SOURCE)
    expect(text).toContain('█protected█')
  })

  it('asks the masked archive', async () => {
    asked.length = 0
    await view(true)
      .ask({ text: 'Who?', filters: {}, history: [] })
      .catch(() => undefined)
    expect(asked).toEqual(['masked'])
  })
})

describe('a reader of an open archive', () => {
  it.each(reads)('reads %s as written', (_, read) => {
    expect(JSON.stringify(read(view(false)))).toMatch(SOURCE)
  })
})

it.each([true, false])('a cable that is not stored is not there, protected or not', (protect) => {
  expect(view(protect).cable('01NOWHERE1')).toBeUndefined()
  expect(view(protect).message('01NOWHERE1')).toBeUndefined()
})
