/** @module Names that other cables of the archive shield, looked for in one cable (`SOURCE_PROTECTION=archive`). */
import { peopleOf } from './cable-people.js'
import type { Name } from './marked-names.js'
import { mentionsIn } from './mentions.js'
import { isParticle, isSuffix } from './name-words.js'
import { People } from './people.js'
import { lettersOf, wordsOf } from './words.js'

/** Shorter family names are too often somebody else's, or ordinary words: they count with the given name only. */
const FAMILY_MIN = 5

export class NameBook {
  /** Letters of the last word -> names that end with it. */
  readonly #byFamily = new Map<string, Name[]>()

  constructor(names: Iterable<Name>) {
    for (const name of names) {
      const family = lettersOf(name.findLast((word) => !isSuffix(word)) ?? '')
      if (family === '') continue
      const known = this.#byFamily.get(family)
      if (known === undefined) this.#byFamily.set(family, [name])
      else known.push(name)
    }
  }

  /** The names whose family name is in these texts and is not somebody else's there. Linear in their length. */
  namesIn(texts: readonly string[]): Name[] {
    if (this.#byFamily.size === 0) return []
    const candidates = new Set<Name>()
    for (const text of texts)
      for (const { text: word } of wordsOf(text))
        for (const name of this.#byFamily.get(lettersOf(word)) ?? []) candidates.add(name)
    return [...candidates].filter((name) => isMentioned(name, texts))
  }
}

function isMentioned(name: Name, texts: readonly string[]): boolean {
  const own = name.filter((word) => !isParticle(word) && !isSuffix(word))
  const family = lettersOf(own.at(-1) ?? '')
  const isRare = family.length >= FAMILY_MIN
  if (own.length < 2 && !isRare) return false
  const people = new People([name], peopleOf([name], texts).others)
  const first = lettersOf(own[0] ?? '')
  return texts.some((text) =>
    mentionsIn(text, people).some(({ start, end }) => {
      const mentioned = wordsOf(text, start, end).map((word) => lettersOf(word.text))
      return mentioned.includes(family) && (isRare || mentioned.includes(first))
    }),
  )
}
