import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type Rerank, reranked, orFirstRanking } from '../../src/retrieval/rerank.js'
import { memoryLogger } from '../support/bot.js'
import { passage } from '../support/passages.js'

const QUESTION = 'Who sold the eel?'
const PASSAGES = ['A ferry in the fog.', 'The minister sold the eel.', 'The harbour.'].map((text, at) => ({
  ...passage({ text, position: at + 1 }),
  score: 1 / (at + 1),
}))
/** Far more than a test takes. */
const LONG_MS = 60_000

async function lookedAtAgain(rerank: Rerank, limitMs: number) {
  const { logger, lines } = memoryLogger()
  const passages = await reranked(PASSAGES, QUESTION, orFirstRanking(rerank, limitMs, logger))
  return { passages, lines }
}

describe('the second look', () => {
  it('puts the passages in the order of its scores', async () => {
    const { passages, lines } = await lookedAtAgain(() => Promise.resolve([1, 3, 2]), LONG_MS)
    expect(passages.map(({ paragraph }) => paragraph.position)).toEqual([2, 3, 1])
    expect(lines).toEqual([])
  })

  it('that never comes is not waited for: the first ranking stands, a warning says so, and the work is given up', async () => {
    let signal: AbortSignal | undefined
    const { passages, lines } = await lookedAtAgain((_, __, given) => {
      signal = given
      return new Promise(() => undefined)
    }, 1)
    expect(passages).toEqual(PASSAGES)
    expect(lines).toMatchObject([
      { level: 40, msg: expect.stringContaining('the first ranking stands') as string },
    ])
    expect(JSON.stringify(lines)).toContain('no scores after 1 ms (RERANK_TIMEOUT_MS)')
    expect(signal?.aborted).toBe(true)
  })

  it('that fails leaves the first ranking, at once', async () => {
    const { passages, lines } = await lookedAtAgain(() => Promise.reject(new Error('no worker')), LONG_MS)
    expect(passages).toEqual(PASSAGES)
    expect(JSON.stringify(lines)).toContain('no worker')
  })

  it('that fails when its time is up breaks nothing', async () => {
    let fail: (reason: Error) => void = () => undefined
    const { passages, lines } = await lookedAtAgain(() => new Promise((_, reject) => (fail = reject)), 1)
    // A rejection that nobody waits for would end the bot: the test run fails on one.
    fail(new Error('too late'))
    await nextTurn()
    expect(passages).toEqual(PASSAGES)
    expect(lines).toHaveLength(1)
  })
})
