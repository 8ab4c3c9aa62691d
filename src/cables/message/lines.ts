/** @module The lines of a message: line ends of every kind, entities and continuation marks that copies left in it. */
import { printable } from '../encodings/windows-1252.js'

/** Line ends as `\n`: carriage returns, next line (U+0085), line separator (U+2028) and paragraph separator (U+2029). */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
}

/** @returns the lines without their ends; the continuation marks of a database dump are taken off */
export function toLines(text: string): string[] {
  const decoded = text
    .replace(/^\uFEFF/, '')
    .replace(/\u00C2\u00B6/g, '¶')
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(amp|quot|lt|gt|nbsp|apos));/gi, decodeEntity)
  const lines = withPlainLineEnds(decoded)
    .replace(/[\u00A0\t\f\v]/g, ' ')
    .split('\n')
  const continued = lines.filter((line) => line.endsWith('\\')).length
  const unmarked = continued > lines.length / 3 ? lines.map((line) => line.replace(/\\$/, '')) : lines
  return unmarked.map((line) => line.trimEnd())
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  apos: "'",
}

/** Copies of pages left entities in texts and dumps; numbers of Windows-1252 among them (`&#146;`). */
function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? parseInt(hex ?? '0', 16) : Number(decimal)
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? printable(String.fromCodePoint(code)) : whole
}
