/** @module UTF-16, with its mark or without: the text of cables is ASCII, so that every second byte is zero. */

export type Utf16 = 'utf-16le' | 'utf-16be'

/** Bytes that are looked at. */
const LOOKED_AT = 4096

/** Share of pairs that must be a printed ASCII character and a zero; of other data that alternates few are. */
const ASCII_SHARE = 0.8

/** @returns which order the bytes have, or `null` when they are no UTF-16 */
export function utf16Order(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.floor(Math.min(bytes.length, LOOKED_AT) / 2)
  let little = 0
  let big = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    const first = bytes[at] ?? 0
    const second = bytes[at + 1] ?? 0
    if (second === 0 && isPrinted(first)) little++
    else if (first === 0 && isPrinted(second)) big++
  }
  if (pairs < 2 || Math.max(little, big) < pairs * ASCII_SHARE) return null
  return little > big ? 'utf-16le' : 'utf-16be'
}

/** A stream of UTF-16 as UTF-8; a character that is cut by the end of a chunk is kept whole. */
export async function* utf16ToUtf8(chunks: AsyncIterable<Buffer>, order: Utf16): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(order)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

function isPrinted(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13
}
