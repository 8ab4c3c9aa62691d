/** @module Source protection: hides what writers asked to shield, and what tells where a private person can be found. */
import type { Cable } from '../cable.js'
import type { Name } from './marked-names.js'
import { mayHoldMark } from './marks.js'
import { MASK } from './mask-character.js'
import { digitsOf, namesInAddresses, numbersRegrouped } from './hidden-spellings.js'
import { mentionsIn } from './mentions.js'
import { People } from './people.js'
import { printedLines } from './printed-lines.js'
import { privateData } from './private-data.js'
import { isNothing, type Shielded, shieldedIn, textsOf } from './shielded.js'
import { type Span, wordsOf } from './words.js'

/** Hides in texts of one cable what the cable shields. */
export class Mask {
  readonly #people: People
  readonly #numbers: ReadonlyMap<string, readonly string[]>
  readonly #digits: ReadonlySet<string>

  constructor({ names, others, numbers }: Shielded) {
    this.#people = new People(names, new Set(others))
    this.#numbers = byFirstWord(numbers)
    this.#digits = digitsOf(numbers)
  }

  /** The text with names and numbers hidden; a text without any is returned as it is. Never throws; linear. */
  text(text: string): string {
    return replaced(text, this.#spans(text))
  }

  /** The same of a message as it was sent, where names are broken over lines and pages. */
  message(message: string): string {
    const { text, piecesOf } = printedLines(message)
    return replaced(message, this.#spans(text).flatMap(piecesOf))
  }

  /** The cable as a reader may see it: subject, summary, headings, paragraphs and the name of its file. */
  cable<C extends Cable>(cable: C): C {
    return {
      ...cable,
      subject: this.text(cable.subject),
      summary: this.#orNull(cable.summary),
      tags: cable.tags.map((tag) => this.text(tag)),
      source: { ...cable.source, path: this.text(cable.source.path) },
      paragraphs: cable.paragraphs.map((paragraph) => ({
        ...paragraph,
        heading: this.#orNull(paragraph.heading),
        text: this.text(paragraph.text),
      })),
    }
  }

  #orNull(text: string | null): string | null {
    return text === null ? null : this.text(text)
  }

  #spans(text: string): (Span & { readonly isRest?: boolean })[] {
    return [
      ...mentionsIn(text, this.#people),
      ...(this.#people.isEmpty ? [] : namesInAddresses(text, this.#people)),
      ...privateData(text),
      ...this.#numberSpans(text),
      ...numbersRegrouped(text, this.#digits),
    ]
  }

  /** Every place of the numbers, whole; found by their first words, so that many numbers cost no more than few. */
  #numberSpans(text: string): Span[] {
    if (this.#numbers.size === 0) return []
    return wordsOf(text).flatMap(({ text: word, start }) =>
      (this.#numbers.get(word) ?? [])
        .filter(
          (number) =>
            text.startsWith(number, start) &&
            !/^[\p{L}\p{N}]/u.test(text.slice(start + number.length, start + number.length + 2)),
        )
        .map((number) => ({ start, end: start + number.length })),
    )
  }
}

/**
 * What the cable shields, in its parsed texts and in the message that it was read from.
 * @param others names that other cables shield and this one writes out
 */
export function shieldedInCable(
  cable: Pick<Cable, 'subject' | 'summary' | 'paragraphs'>,
  message?: string,
  others: readonly Name[] = [],
): Shielded {
  const texts = textsOf(cable)
  // Without a mark a message has nothing that the texts have not; its private numbers are masked where it is read.
  const printed = message !== undefined && mayHoldMark(message) ? printedLines(message).text : ''
  return shieldedIn(texts, printed, others)
}

/** The cable masked by what it shields itself; the same object when it shields nothing. */
export function maskCable<C extends Cable>(cable: C, message?: string): C {
  const shielded = shieldedInCable(cable, message)
  return isNothing(shielded) ? cable : new Mask(shielded).cable(cable)
}

/**
 * A text masked by what it shields itself.
 * @example maskText('The welder, Linus Grady (protect), sang. Grady owed the rest.')
 * // 'The welder, █protected█ (protect), sang. █protected█ owed the rest.'
 */
export function maskText(text: string): string {
  return new Mask(shieldedIn([text])).text(text)
}

/** @param spans in any order; those that overlap become one. `isRest` is taken out: its mask is elsewhere. */
function replaced(text: string, spans: readonly (Span & { readonly isRest?: boolean })[]): string {
  if (spans.length === 0) return text
  let masked = ''
  let from = 0
  for (const { start, end, isRest } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= from) masked += text.slice(from, start) + (isRest ? '' : MASK)
    from = Math.max(from, end)
  }
  return masked + text.slice(from)
}

function byFirstWord(numbers: readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const number of numbers) {
    const first = wordsOf(number)[0]?.text ?? number
    found.set(first, [...(found.get(first) ?? []), number])
  }
  return found
}
