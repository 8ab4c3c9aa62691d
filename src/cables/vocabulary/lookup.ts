/** @module Whatever a short word of the cables may mean, from all tables at once. */
import { bareKey, posts } from './posts.js'
import { nameRank } from './name-rank.js'
import { readTable } from './table.js'
import { tags } from './tags.js'
import { acronyms, captions, expandAcronym, findMarking, markings, precedences } from './terms.js'

export type EntryKind = 'tag' | 'post' | 'caption' | 'marking' | 'precedence' | 'acronym' | 'word'

export interface Entry {
  readonly kind: EntryKind
  /** As it is printed: `PREL`, `Embassy Paris`, `NOFORN`. */
  readonly term: string
  /** What it is called or stands for, or empty. */
  readonly name: string
  /** Sentences beyond the name, or empty. */
  readonly meaning: string
}

interface Indexed {
  readonly entry: Entry
  /** The post's key, the city, other spellings: words by which the entry is found as if they were its term. */
  readonly others: readonly string[]
}

let index: readonly Indexed[] | undefined

/** A rank that only letters inside a word give. */
const INSIDE = 9

/**
 * Best first: the very word, then what begins with it, then what is called so, then what means it.
 * @param typed a term or some of its letters, in any writing
 */
export function lookUp(typed: string, limit: number): Entry[] {
  if (bareKey(typed) === '') return []
  index ??= all()
  const ranked = index
    .map((each) => ({ entry: each.entry, rank: rankOf(typed, each) }))
    .filter(({ rank }) => rank <= INSIDE)
    .sort((a, b) => a.rank - b.rank)
  const [best] = ranked
  const found = ranked
    // Letters inside a word are a last resort.
    .filter(({ rank }) => rank < INSIDE || best?.rank === INSIDE)
    .map(({ entry }) => entry)
  return found
    .filter((entry, at) => !found.slice(0, at).some((before) => saysAsMuch(before, entry)))
    .slice(0, limit)
}

/** For each kind of hit in the term, in other spellings, in what it is called, and in what it means, as `nameRank` tells them. */
const RANKS = {
  term: [0, 2, 3, 6, INSIDE],
  others: [1, 2, 3, 6, INSIDE],
  name: [4, 4, 5, 6, INSIDE],
  meaning: [7, 7, 8, 8, INSIDE],
} as const

function rankOf(typed: string, { entry, others }: Indexed): number {
  const rank = (kind: keyof typeof RANKS, names: readonly string[]): number =>
    RANKS[kind][nameRank(typed, names) ?? RANKS[kind].length] ?? Infinity
  return Math.min(
    rank('term', [entry.term]),
    rank('others', others),
    rank('name', [entry.name]),
    rank('meaning', [entry.meaning]),
  )
}

/** Some words stand in two tables: as a caption and as an abbreviation, with one meaning. */
function saysAsMuch(before: Entry, { kind, term, name }: Entry): boolean {
  if (kind !== 'acronym' || before.term !== term) return false
  return [before.name, before.meaning].some((words) => words.toLowerCase() === name.toLowerCase())
}

function all(): Indexed[] {
  const alone = (entry: Entry): Indexed => ({ entry, others: [] })
  return [
    ...tags().map(({ code, name, meaning, era }) => {
      const sentences = [meaning, era === '' ? '' : `In use: ${era}`].filter((part) => part !== '')
      return alone({ kind: 'tag', term: code, name, meaning: sentences.join('. ') })
    }),
    ...posts().map(({ key, display, city, country, note }): Indexed => {
      const name = [city, country, key].join(', ')
      return { entry: { kind: 'post', term: display, name, meaning: note }, others: [city, key] }
    }),
    ...captions().map(({ caption, type, meaning }) =>
      alone({ kind: 'caption', term: caption, name: type, meaning }),
    ),
    ...markings().map((marking) => {
      const found = findMarking(marking)
      return alone({
        kind: 'marking',
        term: marking,
        name: found?.full ?? '',
        meaning: found?.meaning ?? '',
      })
    }),
    ...precedences().map(({ precedence, prosign, meaning }) =>
      alone({ kind: 'precedence', term: precedence, name: prosign, meaning }),
    ),
    ...acronyms().map((acronym) =>
      alone({ kind: 'acronym', term: acronym, name: expandAcronym(acronym).join('; '), meaning: '' }),
    ),
    ...readTable('diplomacy').map(([word = '', also = '', meaning = '']): Indexed => {
      const others = also.split('; ').filter((other) => other !== '')
      return { entry: { kind: 'word', term: word, name: '', meaning }, others }
    }),
  ]
}
