/** @module Windows-1252, by a table of our own: some versions of Node read its bytes 80 to 9F as control characters. */

/** Bytes 80 to 9F in order; the five that have no character stay the control characters that they are in Latin-1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const FIRST = 0x80

const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from(HIGH, (character, at) => [character, FIRST + at]),
)

/** Puts what Windows-1252 prints in place of the control characters U+0080 to U+009F, which no cable has. */
export function printable(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => HIGH[control.charCodeAt(0) - FIRST] ?? control)
}

/** @returns the byte that Windows-1252 or Latin-1 writes the character with, or `null` */
export function windows1252Byte(character: string): number | null {
  const code = character.charCodeAt(0)
  return BYTES.get(character) ?? (character.length === 1 && code <= 0xff ? code : null)
}
