/**
 * @module Sentences as data. A place for a value is written `{{name}}`; a sentence that counts something is a pair of
 * singular and plural, chosen by the value `count`.
 */
import type { Localised } from './locale.js'

export type Plural = readonly [one: string, other: string]

export type Phrase = Localised | Localised<Plural>

export type Phrases = Readonly<Record<string, Phrase>>

/** Keeps the English sentences as literal types, from which the names of their values are read. */
export function definePhrases<const P extends Phrases>(phrases: P): P {
  return phrases
}

type SlotsIn<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | SlotsIn<Rest> : never

/** Names of the values that a phrase wants. */
export type SlotsOf<P extends Phrase> = P['en'] extends Plural
  ? SlotsIn<P['en'][number]> | 'count'
  : SlotsIn<P['en']>
