/** @module Shielded names and numbers in spellings that no text has words for: addresses, file names, spaced letters, regrouped digits. */
import type { People } from './people.js'
import { lettersOf, type Span } from './words.js'

/** Something with the signs of an address or a file name. Bounded, so that a text without spaces costs no more than it is long. */
const ADDRESS = /[^\s"“”'<>(),;]{0,80}(?:[@_/\\]|www\.|\.[a-z]{2,4}(?![\p{L}\p{N}]))[^\s"“”'<>(),;]{0,80}/giu
const RUN = /[\p{L}\p{M}]+/gu
/** Names of fewer letters are part of many words. */
const NAME_MIN = 5

/** `K O V A L E N K O` */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .-]\p{L}){3,30}(?![\p{L}\p{N}])/gu

/** `7712 045`, `77-12-045` */
const DIGITS = /(?<![\p{L}\p{N}])(?:\p{Lu}{1,4}[ .-]?)?\d(?:[ ()./\n-]{0,2}\d){4,30}/gu
const DIGITS_MIN = 6

/** In reading order. Linear in the length of the text. */
export function namesInAddresses(text: string, people: People): Span[] {
  const spans: Span[] = []
  for (const { index, 0: address } of text.matchAll(ADDRESS)) {
    for (const { index: at, 0: run } of address.matchAll(RUN)) {
      const letters = lettersOf(run)
      if (letters.length >= NAME_MIN && people.isPartOf(letters, NAME_MIN))
        spans.push({ start: index + at, end: index + at + run.length })
    }
  }
  for (const { index, 0: spaced } of text.matchAll(SPACED)) {
    if (people.isFamily(lettersOf(spaced))) spans.push({ start: index, end: index + spaced.length })
  }
  return spans
}

/** Digits of numbers that are looked for in any grouping. */
export function digitsOf(numbers: readonly string[]): ReadonlySet<string> {
  const digits = numbers
    .filter((number) => !/\p{Ll}{3}|@/u.test(number))
    .map((number) => number.replace(/\D/gu, ''))
  return new Set(digits.filter((each) => each.length >= DIGITS_MIN))
}

/** @param numbers as `digitsOf` gives them */
export function numbersRegrouped(text: string, numbers: ReadonlySet<string>): Span[] {
  if (numbers.size === 0) return []
  return Array.from(text.matchAll(DIGITS)).flatMap(({ index, 0: found }) =>
    numbers.has(found.replace(/\D/gu, '')) ? [{ start: index, end: index + found.length }] : [],
  )
}
