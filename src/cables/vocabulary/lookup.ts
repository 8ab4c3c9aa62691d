/** @module Whatever a short word of the cables may mean, from all tables at once. */
import { bareKey, posts } from './posts.js'
import { tags } from './tags.js'
import { acronyms, captions, expandAcronym, findMarking, markings, precedences } from './terms.js'

export type EntryKind = 'tag' | 'post' | 'caption' | 'marking' | 'precedence' | 'acronym'

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
  readonly key: string
  /** The post's key, the city: words by which the entry is found as if they were its term. */
  readonly others: readonly string[]
  readonly words: string
}

let index: readonly Indexed[] | undefined

/**
 * Best first: the very word, then what begins with it, then what is called so.
 * @param typed a term or some of its letters, in any writing
 */
export function lookUp(typed: string, limit: number): Entry[] {
  const wanted = bareKey(typed)
  if (wanted === '') return []
  index ??= all().map(indexed)
  const rank = ({ key, others, words }: Indexed): number => {
    if (key === wanted) return 0
    if (others.includes(wanted)) return 1
    if (key.startsWith(wanted)) return 2
    return words.includes(wanted) ? 3 : 4
  }
  const found = index
    .map((each) => ({ entry: each.entry, rank: rank(each) }))
    .filter(({ rank: place }) => place < 4)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
  return found
    .filter((entry, at) => !found.slice(0, at).some((before) => saysAsMuch(before, entry)))
    .slice(0, limit)
}

/** Some words stand in two tables: as a caption and as an abbreviation, with one meaning. */
function saysAsMuch(before: Entry, { kind, term, name }: Entry): boolean {
  if (kind !== 'acronym' || before.term !== term) return false
  return [before.name, before.meaning].some((words) => words.toLowerCase() === name.toLowerCase())
}

function indexed(entry: Entry): Indexed {
  const [city = '', , key = ''] = entry.kind === 'post' ? entry.name.split(', ') : []
  const others = [city, key].map(bareKey).filter((word) => word !== '')
  return { entry, key: bareKey(entry.term), others, words: bareKey(`${entry.term} ${entry.name}`) }
}

function all(): Entry[] {
  return [
    ...tags().map(({ code, name, meaning, era }): Entry => {
      const sentences = [meaning, era === '' ? '' : `In use: ${era}`].filter((part) => part !== '')
      return { kind: 'tag', term: code, name, meaning: sentences.join('. ') }
    }),
    ...posts().map(({ key, display, city, country, note }): Entry => {
      return { kind: 'post', term: display, name: [city, country, key].join(', '), meaning: note }
    }),
    ...captions().map(({ caption, type, meaning }): Entry => {
      return { kind: 'caption', term: caption, name: type, meaning }
    }),
    ...markings().map((marking): Entry => {
      const found = findMarking(marking)
      return { kind: 'marking', term: marking, name: found?.full ?? '', meaning: found?.meaning ?? '' }
    }),
    ...precedences().map(({ precedence, prosign, meaning }): Entry => {
      return { kind: 'precedence', term: precedence, name: prosign, meaning }
    }),
    ...acronyms().map((acronym): Entry => {
      return { kind: 'acronym', term: acronym, name: expandAcronym(acronym).join('; '), meaning: '' }
    }),
  ]
}
