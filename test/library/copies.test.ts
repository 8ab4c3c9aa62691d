import { describe, expect, test } from 'vitest'
import type { Cable } from '../../src/cables/cable.js'
import type { ReadOutcome } from '../../src/cables/outcome.js'
import { ingest } from '../../src/library/ingest.js'
import type { KeptOut } from '../../src/library/cable-changes.js'
import { LibraryFixture } from '../support/library-fixture.js'
import { inventedCable, inventedParagraph } from '../support/invented-cables.js'

const fixture = new LibraryFixture(16)
const ID = '08EASTPORT7'
const CORRECTED: Partial<Cable> = { captions: ['SIPDIS', 'CORRECTED COPY'] }

interface Copy {
  readonly cable: Cable
  readonly message?: string
}

/** Stores the copies one after the other, as separate runs do. */
async function store(...copies: readonly Copy[]) {
  const keptOut: KeptOut[] = []
  const counts = []
  for (const { cable, message = 'UNCLAS EASTPORT 000007' } of copies) {
    async function* outcomes(): AsyncGenerator<ReadOutcome> {
      await Promise.resolve()
      yield { kind: 'cable', cable, message }
    }
    const { added, renewed, unchanged } = await ingest({
      library: fixture.library,
      outcomes: outcomes(),
      onKeptOut: (copy) => keptOut.push(copy),
    })
    counts.push({ added, renewed, unchanged })
  }
  return { counts, keptOut, texts: fixture.library.open.cable(ID)?.paragraphs.map(({ text }) => text) }
}

const ADDED = { added: 1, renewed: 0, unchanged: 0 }
const RENEWED = { added: 0, renewed: 1, unchanged: 0 }
const UNCHANGED = { added: 0, renewed: 0, unchanged: 1 }

describe('a second copy of a cable', () => {
  test('that is uncorrected does not replace the corrected one, and the caller is told', async () => {
    const result = await store(
      { cable: inventedCable(ID, ['The harbour is closed.'], CORRECTED) },
      { cable: inventedCable(ID, ['The harbour is open.']) },
    )
    expect(result.counts).toEqual([ADDED, UNCHANGED])
    expect(result.texts).toEqual(['The harbour is closed.'])
    expect(result.keptOut).toEqual([
      { id: ID, path: `${ID}.txt`, reason: 'the library holds its corrected copy' },
    ])
  })

  test('replaces the first where it is corrected, or both are, or neither', async () => {
    const first = inventedCable(ID, ['One.'])
    const corrected = inventedCable(ID, ['Two.'], CORRECTED)
    const again = inventedCable(ID, ['Three.'], CORRECTED)
    const result = await store({ cable: first }, { cable: corrected }, { cable: again })
    expect(result.counts).toEqual([ADDED, RENEWED, RENEWED])
    expect(result.texts).toEqual(['Three.'])
    expect(result.keptOut).toEqual([])
  })

  test('that is only a later section does not replace the whole cable', async () => {
    const message = 'S E C R E T SCTION 02 OF 02 EASTPORT 000007'
    const second = { ...inventedCable(ID, []), paragraphs: [inventedParagraph(1, 'Two.', { number: 2 })] }
    const result = await store({ cable: inventedCable(ID, ['One.', 'Two.']) }, { cable: second, message })
    expect(result.counts).toEqual([ADDED, UNCHANGED])
    expect(result.texts).toEqual(['One.', 'Two.'])
    expect(result.keptOut).toMatchObject([{ reason: expect.stringContaining('only section 2') as string }])
  })

  test('of a later section replaces another of it, and the whole cable replaces it', async () => {
    const message = 'S E C R E T SECTION 02 OF 02 EASTPORT 000007'
    const section = (text: string): Copy => ({
      cable: { ...inventedCable(ID, []), paragraphs: [inventedParagraph(1, text, { number: 2 })] },
      message,
    })
    const result = await store(section('Two'), section('Two.'), {
      cable: inventedCable(ID, ['One.', 'Two.']),
    })
    expect(result.counts).toEqual([ADDED, RENEWED, RENEWED])
    expect(result.texts).toEqual(['One.', 'Two.'])
  })
})
