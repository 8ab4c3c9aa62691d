import { describe, expect, it } from 'vitest'
import type { EmbeddedQuestion } from '../../embeddings/embedder.js'
import { packVectors } from '../../embeddings/packed-vectors.js'
import { packSigns } from '../../embeddings/token-signs.js'
import type { QuestionPart } from '../../embeddings/worker-protocol.js'
import { ParagraphRetriever } from '../../src/retrieval/retriever.js'
import { inventedCable, inventedVector } from '../support/invented-cables.js'
import { IndexFixture } from '../support/index-fixture.js'

const fixture = new IndexFixture()
const { dimension } = fixture
const QUERY = { text: 'Who closed the harbour?', filters: {}, history: ['Who runs it?'] }

/** What is stored of a paragraph. */
interface Stored {
  readonly text: string
  /** Cosine with every question. */
  readonly cosine?: number
  /** Of its tokens. */
  readonly tokens?: readonly Float32Array[]
}

/** The first axis is every question's. */
const QUESTION = Float32Array.from({ length: dimension }, (_, at) => (at === 0 ? 1 : 0))

function store(paragraphs: readonly Stored[]): void {
  fixture.put(
    inventedCable(
      '06EASTPORT1',
      paragraphs.map(({ text }) => text),
    ),
  )
  const pending = fixture.library.pendingParagraphs(1000)
  fixture.library.putVectors(
    pending.map(({ paragraphId, passageHash }, at) => {
      const { cosine = 0.5, tokens = [], text = '' } = paragraphs[at] ?? {}
      const vector = atCosine(cosine, text)
      return {
        paragraphId,
        passageHash,
        vectors: [vector],
        sentences: packVectors([vector], dimension),
        tokens: packSigns(Float32Array.from(tokens.flatMap((one) => [...one])), dimension, 0, tokens.length),
      }
    }),
  )
}

function atCosine(cosine: number, text: string): Float32Array {
  const own = inventedVector(text, dimension)
  own[0] = 0
  const rest = Math.sqrt(1 - cosine ** 2) / Math.hypot(...own)
  return own.map((value, at) => (at === 0 ? cosine : value * rest))
}

/** Positions of what is found for a question, best first. */
async function found(
  text: string,
  embedQuestion: (parts: readonly QuestionPart[]) => EmbeddedQuestion,
): Promise<number[]> {
  const retriever = new ParagraphRetriever(
    fixture.library,
    fixture.library.masked,
    await fixture.openIndex(),
    {
      embedQuestion: (parts) => Promise.resolve(embedQuestion(parts)),
    },
  )
  const { passages } = await retriever.retrieve({ text, filters: {}, history: [] }, 100)
  return passages.map(({ paragraph }) => paragraph.position)
}

describe('a retriever whose question cannot be embedded', () => {
  // A rejection that nobody waits for would end the bot: the test run fails on one.
  it('fails with the reason, whichever fails first', async () => {
    fixture.library.put([
      { cable: inventedCable('06EASTPORT1', ['The warden closed the harbour.']), message: '' },
    ])
    const closed = () => Promise.reject(new Error('the embedder is closed'))
    const retriever = new ParagraphRetriever(
      fixture.library,
      fixture.library.masked,
      await fixture.openIndex(),
      {
        embedQuestion: closed,
      },
    )
    await expect(retriever.retrieve(QUERY, 10)).rejects.toThrow('the embedder is closed')
  })
})

describe('candidates', () => {
  it('hold the first that were found by words, however far their vectors are', async () => {
    store([
      ...Array.from({ length: 60 }, (_, at) => ({ text: `A near one, number ${at}.`, cosine: 0.9 })),
      ...Array.from({ length: 60 }, (_, at) => ({
        text: `Of the harbour and much else besides that has nothing to do with it, number ${at}.`,
        cosine: 0,
      })),
      ...Array.from({ length: 8 }, (_, at) => ({ text: `Harbour harbour harbour ${at}.`, cosine: -0.9 })),
    ])
    const positions = await found('harbour', () => ({ vector: QUESTION, terms: [] }))
    expect(positions).toHaveLength(64)
    expect(positions.filter((position) => position > 120)).toHaveLength(8)
  })
})

describe('tokens', () => {
  const army = inventedVector('army', dimension)
  const other = inventedVector('other', dimension)
  const word = (token: Float32Array) => ({ weight: 1, vectors: [token] })

  it.each([
    ['the first', [army, other]],
    ['the second', [other, army]],
  ])('tell which of two passages is meant that are alike otherwise: %s', async (_, [first, second]) => {
    store([
      { text: 'The soldiers came one morning.', tokens: first ? [first] : [] },
      { text: 'The soldiers left one evening.', tokens: second ? [second] : [] },
    ])
    const positions = await found('Which army?', () => ({ vector: QUESTION, terms: [word(army)] }))
    expect(positions).toEqual(first === army ? [1, 2] : [2, 1])
  })

  it.each([
    ['the first', [other, army]],
    ['the second', [army, other]],
  ])('of a name that is typed without a capital count less: %s', async (which, [first, second]) => {
    store([
      { text: 'We met Kell one morning.', tokens: first ? [first] : [] },
      { text: 'We met Kell one evening.', tokens: second ? [second] : [] },
    ])
    // The name is `army`.
    const terms = [word(army), word(other)]
    const positions = await found('did kell dance?', () => ({ vector: QUESTION, terms }))
    expect(positions).toEqual(which === 'the first' ? [1, 2] : [2, 1])
  })

  it('are those of one of the questions that were asked at once', async () => {
    // To the questions taken together the first passage is as near as to each of them.
    store([
      { text: 'The soldiers came one morning.', tokens: [army.map((value, at) => value + (other[at] ?? 0))] },
      { text: 'The soldiers left one evening.', tokens: [other] },
    ])
    const positions = await found('Which army was it, and what did it eat?', (parts) => ({
      vector: QUESTION,
      terms: [word(parts.some(({ text }) => text === 'eat') ? other : army)],
    }))
    expect(positions).toEqual([2, 1])
  })
})
