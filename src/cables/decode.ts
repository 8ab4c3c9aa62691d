/** @module Bytes to text: UTF-8 where it is valid, else Latin-1 (Windows-1252), as the collections were saved. */

/** Share of control characters from which a file is no text. */
const BINARY_SHARE = 0.02

/** Bytes that are looked at to tell text from other data. */
const SNIFFED = 8192

/** @returns the text; every byte sequence has one, because Windows-1252 takes what is no UTF-8 */
export function decodeText(bytes: Uint8Array): string {
  const bom =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  if (bom !== null) return new TextDecoder(bom).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Tells text from images, programs and the like by its first bytes. */
export function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SNIFFED)
  if (head.length === 0) return false
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false
  let control = 0
  for (const byte of head) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26 && byte !== 27)
      control++
  }
  return control / head.length > BINARY_SHARE
}
