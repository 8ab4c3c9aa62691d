/** @module The messages of one text: most hold one, some hold several cables, or a cable inside a record of a dump. */
import { withPlainLineEnds } from '../message/lines.js'
import type { MessageHints } from '../message/message.js'
import { readEmbeddedRecords, type EmbeddedRecord } from './embedded-records.js'
import { splitTransmissions } from './transmissions.js'

export interface FoundMessage {
  /** Line of the text on which it begins, counted from 1; given where there are several. */
  readonly line?: number
  readonly hints: MessageHints
  readonly message: string
  /** It stands among the text of another cable; cut off, it may hold no text of its own. */
  readonly isScrap?: boolean
}

/**
 * @param text of a file, a page or a record of a dump
 * @param outer what the page, the dump or the file's name says of it
 * @returns one message for each cable, in order
 */
export function messagesIn(text: string, outer: MessageHints): FoundMessage[] {
  const plain = withPlainLineEnds(text)
  const records = readEmbeddedRecords(plain)
  const [first] = records
  if (first === undefined) return splitTransmissions(text, outer)
  const above = plain.split('\n', first.line - 1).join('\n')
  const messages = records.map((record, index) => messageOf(record, outer, index === 0 ? above : ''))
  const own = outer.id ?? null
  if (own === null || records.some(({ hints }) => hints.id === own)) return messages
  // A mirror put the text of another cable, and its title, on this one's page: its own is what stands above.
  return [{ line: 1, hints: { ...outer, subject: null }, message: above }, ...messages]
}

/** @param above what stands before the record: its header again, or an extract of the message */
function messageOf(record: EmbeddedRecord, outer: MessageHints, above: string): FoundMessage {
  const isOwn = record.hints.id === outer.id
  // What the page says of its cable counts before what the record says.
  const said = isOwn ? Object.entries(outer).filter(([, value]) => value !== null) : []
  // A record that lost its line ends has no header that can be read; the one above it is the same.
  const isLost = !SENDER.test(record.header) && SENDER.test(above)
  const header = isLost ? (HEAD.test(record.header) ? `${above}\n\n${record.header}` : above) : record.header
  return {
    line: record.line,
    hints: { ...record.hints, ...Object.fromEntries(said), source: outer.source },
    message: record.body.trim() === '' ? header : `${header}\n\n${record.body}`,
    isScrap: !isOwn,
  }
}

/** What a transmission header does not hold. */
const HEAD = /\b(?:SUBJECT|SUBJ|TAGS) ?:|\bE\.O\. ?1\d{4}/

/** The line of the sender, which every transmission header has. */
const SENDER = /^ {0,4}FM [A-Z]/m
