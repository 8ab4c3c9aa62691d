import { expect, it } from 'vitest'
import { readMessage } from '../../src/cables/message/message.js'

it('keeps a word whole that only ends like the note on web pages', () => {
  const message =
    'C O N F I D E N T I A L TORVANGER 000012\n\nTAGS: PREL\nSUBJECT: PLANS\n\n' +
    "¶1. (C) They plan to revisit Torvanger's classified web site: QUILL\n"
  const read = readMessage(message, {
    id: '09TORVANGER12',
    source: { path: '09TORVANGER12.txt', format: 'message' },
  })
  expect(read).toMatchObject({
    kind: 'cable',
    cable: {
      signer: 'QUILL',
      paragraphs: [{ text: "They plan to revisit Torvanger's classified web site:" }],
    },
  })
})
