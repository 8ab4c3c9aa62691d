import { describe, expect, it } from 'vitest'
import { ParagraphRetriever } from '../../src/retrieval/retriever.js'
import { inventedCable } from '../support/invented-cables.js'
import { IndexFixture } from '../support/index-fixture.js'

const fixture = new IndexFixture()
const QUERY = { text: 'Who closed the harbour?', filters: {}, history: ['Who runs it?'] }

describe('a retriever whose question cannot be embedded', () => {
  // A rejection that nobody waits for would end the bot: the test run fails on one.
  it('fails with the reason, whichever fails first', async () => {
    fixture.library.put([
      { cable: inventedCable('06EASTPORT1', ['The warden closed the harbour.']), message: '' },
    ])
    const closed = () => Promise.reject(new Error('the embedder is closed'))
    const retriever = new ParagraphRetriever(fixture.library, await fixture.openIndex(), {
      embedQuestion: closed,
    })
    await expect(retriever.retrieve(QUERY, 10)).rejects.toThrow('the embedder is closed')
  })
})
