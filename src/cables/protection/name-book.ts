/** @module Names that other cables of the archive shield, looked for in one cable (`SOURCE_PROTECTION=archive`). */
import type { Name } from './marked-names.js'
import { mentionsIn } from './mentions.js'
import { isParticle, isSuffix } from './name-words.js'
import { People } from './people.js'
import { lettersOf, wordsOf } from './words.js'

/** Shorter names of one word are ordinary words too often. */
const LONE_NAME_MIN = 4

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

  /** The names that are written out in these texts: given and family name, or a name of one word. Linear in their length. */
  namesIn(texts: readonly string[]): Name[] {
    if (this.#byFamily.size === 0) return []
    const candidates = new Set<Name>()
    for (const text of texts)
      for (const { text: word } of wordsOf(text))
        for (const name of this.#byFamily.get(lettersOf(word)) ?? []) candidates.add(name)
    return [...candidates].filter((name) => texts.some((text) => isWrittenOut(name, text)))
  }
}

function isWrittenOut(name: Name, text: string): boolean {
  const own = name.filter((word) => !isParticle(word) && !isSuffix(word))
  if (own.length < 2 && lettersOf(own[0] ?? '').length < LONE_NAME_MIN) return false
  const letters = own.map(lettersOf)
  return mentionsIn(text, new People([name], new Set())).some(({ start, end }) => {
    const mentioned = wordsOf(text, start, end).map((word) => lettersOf(word.text))
    return (
      letters.length === 1 ||
      (mentioned.includes(letters[0] ?? '') && mentioned.includes(letters.at(-1) ?? ''))
    )
  })
}
