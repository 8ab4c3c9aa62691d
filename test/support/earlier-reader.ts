/** A library as an earlier version of the reader left it: real messages, readings of before. */
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { Cable } from '../../src/cables/cable.js'
import { readMessage } from '../../src/cables/message/message.js'
import type { CableRecord } from '../../src/library/library.js'

/** A message of three paragraphs and a summary, with a person who is shielded in the third. */
export function messageOf(serial: number): string {
  return `P 041015Z MAR 08
FM AMEMBASSY NAIROBI
TO RUEHC/SECSTATE WASHDC PRIORITY 0311

C O N F I D E N T I A L NAIROBI ${String(serial).padStart(6, '0')}

SIPDIS

E.O. 12958: DECL: 03/03/2018
TAGS: PREL PGOV KE
SUBJECT: THE FERRY AND LIGHTHOUSE ${serial}

REF: KAMPALA ${serial}

Classified By: Ambassador Ida Quill for reasons 1.4 (b) and (d).

¶1.  (C)  Summary:  The harbor asked for lighthouse ${serial}.  End summary.

¶2.  (C)  The ferry ${serial} had been sold in 2003.

¶3.  (C)  John Doe (strictly protect) told us of buyer ${serial}.
QUILL
`
}

/** The reading of today. */
export function readingOf(serial: number): CableRecord & { readonly cable: Cable } {
  const message = messageOf(serial)
  const source = { path: `08NAIROBI${serial}.txt`, format: 'message' } as const
  const outcome = readMessage(message, { nameId: `08NAIROBI${serial}`, source })
  if (outcome.kind !== 'cable') throw new Error(outcome.reason)
  return { cable: outcome.cable, message }
}

/** What an earlier reader made of the same message: the last two paragraphs glued, and no signer. */
export function earlierReadingOf(serial: number): CableRecord & { readonly cable: Cable } {
  const { cable, message } = readingOf(serial)
  const [first, second, third] = cable.paragraphs
  if (first === undefined || second === undefined || third === undefined) throw new Error('three are read')
  const glued = { ...second, text: `${second.text} 3. (C) ${third.text}` }
  return { cable: { ...cable, signer: null, paragraphs: [first, glued] }, message }
}

/** Takes the recipe out of a library that no process has open, as it was before there were recipes. */
export function forgetRecipe(dataDir: string): void {
  const db = new Database(join(dataDir, 'library.sqlite'))
  db.exec(`DELETE FROM meta WHERE name = 'reading_recipe'`)
  db.close()
}
