/** @module Bytes to text, in whatever encoding a collection was saved: UTF-8, UTF-16, Windows-1252, or one taken for another. */
import { undoneEncoding } from './encodings/encoded-twice.js'
import { decodeDamagedUtf8, decodeUtf8 } from './encodings/utf8.js'
import { utf16Order } from './encodings/utf16.js'
import { printable } from './encodings/windows-1252.js'

/** Share of control characters from which a file is no text. */
const BINARY_SHARE = 0.02

/** Bytes that are looked at to tell text from other data. */
const SNIFFED = 8192

/** Next lines (U+0085) that a file has at least where they end its lines; in Windows-1252 the byte is an ellipsis. */
const FEWEST_NEXT_LINES = 5

/** What only damage leaves in a text; most texts have none of it, and are done with one look. */
const MAYBE_DAMAGED = /[\u0000\u0080-\u009FÂÃâ]/

/** @returns the text; every byte sequence has one, because what is no UTF-8 is read as Windows-1252 */
export function decodeText(bytes: Uint8Array): string {
  const order = utf16Order(bytes)
  const text =
    order === null ? (decodeUtf8(bytes) ?? decodeDamagedUtf8(bytes)) : new TextDecoder(order).decode(bytes)
  if (!MAYBE_DAMAGED.test(text)) return text
  const undone = undoneEncoding(text.replaceAll('\0', ''))
  return endsLinesByNextLine(undone)
    ? undone.split('\u0085').map(printable).join('\u0085')
    : printable(undone)
}

function endsLinesByNextLine(text: string): boolean {
  const nextLines = text.split('\u0085').length - 1
  return nextLines >= FEWEST_NEXT_LINES && nextLines > text.split('\n').length - 1
}

/** Tells text from images, programs and the like by its first bytes. */
export function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SNIFFED)
  if (head.length === 0 || utf16Order(head) !== null) return false
  let control = 0
  for (const byte of head) {
    // Tab, line feed, form feed, carriage return, end of file and escape are in texts.
    if (byte < 32 && ![9, 10, 12, 13, 26, 27].includes(byte)) control++
  }
  return control / head.length > BINARY_SHARE
}
