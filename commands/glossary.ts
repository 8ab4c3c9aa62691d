import { lookUp, type Entry } from '../src/cables/vocabulary/lookup.js'
import { glossaryReply } from '../src/replies/glossary-reply.js'
import { cleanLine } from '../src/replies/clean.js'
import { CHOICES_MAX, GLOSSARY_ENTRIES_MAX } from '../src/replies/limits.js'
import { toolWords } from '../src/replies/texts/words/tools.js'
import { defineCommand } from './define.js'
import type { Services } from './services.js'
import { privately } from './privately.js'

/** Characters of a term. */
const TERM_MAX = 60

export const glossary = defineCommand({
  name: 'glossary',
  ...toolWords.glossary,
  options: {
    term: {
      type: 'string',
      ...toolWords.term,
      required: true,
      maxLength: TERM_MAX,
      autocomplete: (typed) => {
        const found = new Map(lookUp(typed, CHOICES_MAX).map((entry) => [entry.term, entry]))
        return [...found.values()].map(({ term, name, meaning }) => {
          const called = name === '' ? meaning : name
          return { name: called === '' ? term : `${term} · ${called}`, value: term }
        })
      },
    },
    private: { type: 'boolean', ...toolWords.private },
  },
  isPrivate: privately,
  run: ({ term }, { say, services }) =>
    glossaryReply(
      say,
      cleanLine(term),
      lookUp(term, GLOSSARY_ENTRIES_MAX).map((entry) => ({ ...entry, cables: countOf(entry, services) })),
    ),
})

function countOf({ kind, term }: Entry, services: Services): number | null {
  if (kind === 'tag') return services.countCables({ tag: term })
  return kind === 'post' ? services.countCables({ origin: term }) : null
}
