/** @module What a form of mark is. */
import type { Person } from './names.js'

/** Where the mark stands. `late`: behind paragraphs that name the person without a mark. */
export type MarkPlace = 'paragraph' | 'summary' | 'late' | 'heading' | 'subject'

export interface Mark {
  readonly name: string
  /** How many people it shields. */
  readonly people: number
  readonly write: (a: Person, b: Person, c: Person) => string
  /** A phrase stands in a sentence in place of a name; a sentence stands by itself. */
  readonly kind: 'phrase' | 'sentence'
  /** What of the written words a careful reader leaves readable. */
  readonly keeps: readonly string[]
  readonly place: MarkPlace
  /** Whether it needs a name of one given and one family name. */
  readonly isForPlainNames: boolean
  /** Whether it gives the family name only, so that the full name must stand elsewhere. */
  readonly givesFamilyOnly: boolean
  readonly isInCapitals: boolean
  /** Words that the mark itself adds and that identify: nicknames, other names. */
  readonly secrets: readonly string[]
}

type Write = Mark['write']

/** A form of mark, with what most forms have. */
export function form(name: string, write: Write, more: Partial<Mark> = {}): Mark {
  return {
    name,
    people: 1,
    write,
    kind: 'phrase',
    keeps: [],
    place: 'paragraph',
    isForPlainNames: false,
    givesFamilyOnly: false,
    isInCapitals: false,
    secrets: [],
    ...more,
  }
}
