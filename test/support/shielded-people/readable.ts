/** @module What a reader can still make out of a text, whatever hyphens, accents, capitals and line ends do to a name. */
import type { InventedSource } from '../shielded-people.js'
import { withoutAccents } from './names.js'

/** Lines that a page break set into a message. */
const PAGE_LINE = /\s*^[A-Z][A-Z ]* \d{8} {2}\d{3} OF \d{3} *$\s*/gmu

function unpaged(text: string): string {
  return text.replace(PAGE_LINE, '\n').replace(/[\t ]+\n/gu, '\n')
}

/** Without hyphens, apostrophes, and the separators inside numbers. */
function squeezed(text: string): string {
  return withoutAccents(text)
    .replace(/-\s*\n\s*/gu, '')
    .replace(/[-'’\u00AD\u2010-\u2015]/gu, '')
    .replace(/(?<=\d)[\s().]+(?=\d)/gu, '')
}

/** A stretch of the source's words that must stay, however its lines are broken. */
function flexible(kept: string): RegExp {
  const parts = kept.split(/(?<=-)|\s+/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  return new RegExp(parts.join('\\s*'), 'gu')
}

function isReadable(secret: string, text: string): boolean {
  const word = squeezed(secret)
  if (word.length >= 4) return squeezed(text).toLowerCase().includes(word.toLowerCase())
  // Short words are parts of many others.
  return new RegExp(`(?<![\\p{L}\\d])(?:${word}|${word.toUpperCase()})(?![\\p{L}\\d])`, 'u').test(
    withoutAccents(text),
  )
}

/** The secrets that can be read in a text, those aside that stand in what must stay. */
export function leaksIn(shown: string, { secrets, keeps }: InventedSource): string[] {
  const rest = keeps.reduce((text, kept) => text.replace(flexible(kept), '§'), unpaged(shown))
  return secrets.filter((secret) => isReadable(secret, rest))
}

/** What should be readable in a text and is not. */
export function lostIn(shown: string, { keeps }: InventedSource): string[] {
  const text = unpaged(shown)
  return keeps.filter((kept) => !flexible(kept).test(text))
}
