import type { Cable } from '../../src/cables/cable.js'
import { readMessage } from '../../src/cables/message/message.js'

const HEAD = `C O N F I D E N T I A L PORT LUMINA 000042

SIPDIS

E.O. 12958: DECL: 03/03/2018
TAGS: PREL
SUBJECT: FOO

Classified By: X, reasons 1.4 (b).

`

/** A message with a head and the body that is given. */
export function readBodyText(body: string): Cable {
  const outcome = readMessage(HEAD + body, {
    nameId: '08PORTLUMINA42',
    source: { path: 'x', format: 'message' },
  })
  if (outcome.kind !== 'cable') throw new Error(outcome.reason)
  return outcome.cable
}
