/** @module What is between a name and its mark: brackets, quotes, commas; and the other names that such brackets give. */
import { isLink, isTitle } from './name-words.js'
import { hasCapital, isInCapitals, lettersOf, type Word, wordsOf } from './words.js'

/** Characters of a bracket between a name and its mark: `Linus Grady (Port Party) (protect)`. */
const BRACKET_MAX = 90

/** Leads to another name of the same person. */
export const CALLED =
  /(?:\b(?:aka|a\.k\.a\.?|alias|née|nee|formerly|born|nicknamed|called|known\s+as|nom\s+de\s+guerre)|["“'‘])[\s:,]*["“'‘]?$/iu

export interface Alias {
  readonly word: Word
  /** Said to be another name of the person, or in quotation marks. */
  readonly isCalled: boolean
}

/** Steps back over brackets, quotes, commas and dashes: `Linus Grady (Port Party), (protect)`. */
export function beforeBrackets(text: string, from: number): { end: number; aliases: Alias[] } {
  const aliases: Alias[] = []
  let end = from
  for (let times = 0; times < 3; times++) {
    const before = text.slice(Math.max(0, end - BRACKET_MAX), end)
    const bracket = /[([{]([^()[\]{}]*)[)\]}][\s,;:*–—-]*$/u.exec(before)
    if (bracket === null) break
    const start = end - before.length + bracket.index
    aliases.push(...aliasesIn(text, start + 1, start + 1 + (bracket[1]?.length ?? 0)))
    end = start
  }
  return { end, aliases }
}

/** `(a.k.a. Lino)`, `("Lino")`, `(ACM)`, `(Grady, Linus)`. */
function aliasesIn(text: string, from: number, to: number): Alias[] {
  return wordsOf(text, from, to)
    .filter(({ text: word }) => hasCapital(word) && !isTitle(word) && !isLink(word))
    .map((word) => ({ word, isCalled: CALLED.test(text.slice(from, word.start)) }))
}

/** `ACM` for Antonio Carlos Magalhaes. */
export function hasInitials(name: readonly Word[], alias: string): boolean {
  const initials = name.filter(({ text }) => hasCapital(text)).map(({ text }) => lettersOf(text)[0] ?? '')
  return isInCapitals(alias) && initials.length > 1 && lettersOf(alias) === initials.join('')
}
