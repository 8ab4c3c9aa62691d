/** @module Names and descriptions of commands and options, as Discord lists them in each person's language. */
import type { Localised, Translated } from '../locale.js'

export interface Words {
  /**
   * In the languages beside English, in which the definition itself names it. At most 32 characters; of slash commands
   * and options lower-case letters, digits, `-`, `_` or `'`.
   */
  readonly names: Translated
  /** At most 100 characters. */
  readonly description: Localised
}

/** Keeps apart by name what each command and option is called. */
export function defineWords<const W extends Readonly<Record<string, Words>>>(words: W): W {
  return words
}

export const privateNames = { es: 'privado', fr: 'privé', de: 'privat' }
