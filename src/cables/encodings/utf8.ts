/** @module UTF-8 that is damaged: what is valid is read, and a stray byte spoils only itself. */

const REPLACEMENT = '\uFFFD'

/** @returns the text of valid UTF-8, or `null` */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return null
  }
}

/** Reads UTF-8 where it is valid, a character cut short as U+FFFD, and every other byte as Latin-1. */
export function decodeDamagedUtf8(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const parts: string[] = []
  let at = 0
  while (at < bytes.length) {
    const from = at
    let wide = wellFormed(bytes, at)
    while (wide > 0) {
      at += wide
      wide = wellFormed(bytes, at)
    }
    if (at > from) parts.push(utf8.decode(bytes.subarray(from, at)))
    const cut = cutCharacter(bytes, at)
    if (cut > 0) {
      parts.push(REPLACEMENT)
      at += cut
    } else if (at < bytes.length) {
      parts.push(String.fromCharCode(bytes[at] ?? 0))
      at++
    }
  }
  return parts.join('').replace(/^\uFEFF/, '')
}

/** Bytes that a character has by its first one; 0 where none begins. */
function lengthBy(lead: number): number {
  if (lead < 0x80) return 1
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

/** @returns length of the character that begins here, or 0 */
function wellFormed(bytes: Uint8Array, at: number): number {
  const length = lengthBy(bytes[at] ?? 0xff)
  return length > 0 && continuations(bytes, at, length) === length - 1 ? length : 0
}

/** `E2 80` without its third byte; a lead byte alone is more likely a letter of Windows-1252. */
function cutCharacter(bytes: Uint8Array, at: number): number {
  const length = lengthBy(bytes[at] ?? 0xff)
  const found = length < 3 ? 0 : continuations(bytes, at, length)
  return found > 0 && found < length - 1 ? found + 1 : 0
}

/** @returns how many bytes behind the first go on with its character */
function continuations(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] ?? 0
  let found = 0
  while (found < length - 1) {
    const byte = bytes[at + found + 1] ?? 0
    if ((byte & 0xc0) !== 0x80) break
    // Overlong forms, surrogates and what lies beyond Unicode are told by the second byte.
    if (found === 0 && !isSecond(lead, byte)) break
    found++
  }
  return found
}

function isSecond(lead: number, byte: number): boolean {
  if (lead === 0xe0) return byte >= 0xa0
  if (lead === 0xed) return byte < 0xa0
  if (lead === 0xf0) return byte >= 0x90
  return lead !== 0xf4 || byte < 0x90
}
