/** @module How much of a message a text takes: Discord counts its characters, and also its bytes. */

/** Characters of three bytes in UTF-8: Chinese, Japanese and Korean, blocks, dashes and curly quotation marks. */
const THREE_BYTES = /[\u0800-\uD7FF\uE000-\uFFFF]/gu

/** What such a character takes beyond one. */
const SURCHARGE = 0.25

/**
 * Characters, those of three bytes counted as 1¼: so no text has more than 2.4 bytes for each, and what keeps to 4,000 of these keeps
 * to 9,600 bytes. With 12 for each of 40 text displays that is less than the 10,170 or so from which on Discord fails on a message
 * (https://github.com/discord/discord-api-docs/issues/8554). Characters of four bytes are two units of UTF-16 anyhow.
 */
export function roomOf(text: string): number {
  return text.length + SURCHARGE * (text.match(THREE_BYTES)?.length ?? 0)
}
