/** @module UTF-8 that was taken for Windows-1252 or Latin-1 and written as UTF-8 again: `â€™` for `’`, `Â¶` for `¶`. */
import { decodeUtf8 } from './utf8.js'
import { windows1252Byte } from './windows-1252.js'

/**
 * Signs that no other text has: `â€` and the third byte, `Ã` or `Â` before a sign that no letter stands before.
 * Quotes and dashes say nothing behind a capital (`IRMÃ”`).
 */
const CERTAIN =
  /[âÂÃ](?:[\u0080-\u009F])|â€[\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Ã[¡-ª¬-º¼-¿]|Â[¶§°£¡¿\u00A0©®]/

/** Characters that may be the bytes of another: its first byte, and as many behind it as the first one asks for. */
const BEHIND = '[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]'
const RUN = new RegExp(
  `[\\u00C2-\\u00DF]${BEHIND}|[\\u00E0-\\u00EF]${BEHIND}{2}|[\\u00F0-\\u00F4]${BEHIND}{3}`,
  'g',
)

/** How often a text may have been encoded once too many. */
const MOST_TIMES = 3

/** @returns the text as it was before, where its signs are certain; else the text */
export function undoneEncoding(text: string): string {
  let undone = text
  for (let time = 0; time < MOST_TIMES && CERTAIN.test(undone); time++) {
    undone = undone.replace(RUN, (run) => characterOf(run) ?? run)
  }
  return undone
}

function characterOf(run: string): string | null {
  const bytes = Array.from(run, (character) => windows1252Byte(character))
  return decodeUtf8(Uint8Array.from(bytes, (byte) => byte ?? 0xff))
}
