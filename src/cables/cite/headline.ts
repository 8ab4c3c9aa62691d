/**
 * @module A title in capitals -> headline case, as the styles of footnotes want it. What is an abbreviation and how a name is
 * written is taken from the cable's own text where it has the word, and from the vocabulary otherwise.
 */
import { readFileSync } from 'node:fs'
import wordListPath from 'word-list'
import { MASK } from '../protection/mask-character.js'
import { isCountry } from '../vocabulary/countries.js'
import { isPost, posts } from '../vocabulary/posts.js'
import { expandAcronym } from '../vocabulary/terms.js'

/** Share of capitals among a title's letters from which on it is one in capitals. */
const IN_CAPITALS = 0.75

/** Characters of a cable's text that are looked through for its words. */
const TEXT_MAX = 200_000

/** Longer words in capitals are words that the text stresses, not abbreviations (letters). */
const LONGEST_ABBREVIATION = 8

/** An English word that the text has in capitals fewer times is stressed there (`REQUEST:`), and stands for nothing. */
const STRESSED_MAX = 3

/** A word that no list knows is taken for an abbreviation up to this length (letters). */
const LONGEST_UNKNOWN = 4

/** Small within a title, but not at its beginning or end. */
const SMALL = wordSet(
  'a an the and but or nor for as at by from in into of on onto over per to via vs with about after against amid among ' +
    'before between despite during since through toward towards under until upon versus within without',
)

/** Parts of names that are small where the text does not say otherwise. */
const PARTICLES = wordSet('bin da de del der des dos du ibn van von')

/** Parts of names that are small where the text writes them so. */
const READ_PARTICLES = wordSet('al das den di e el et la las le les los ten ter y')

/** Everyday words that stand for something else, too. */
const EVERYDAY = wordSet(
  'arena bit cat charge cites coin doc goes got ice let map mend nazi pan sag sang start tip trips who',
)

/** Titles and the like that have no vowel, and are no abbreviation in capitals. */
const WITHOUT_VOWEL = wordSet('dr jr mr mrs ms mt sr st vs')

const ROMAN = /^(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV|XVI|XVII|XVIII|XIX|XX|XXI)$/u

/** `’S`, `’LL` */
const ENDING = /^(?:S|T|D|M|LL|RE|VE)$/u

/** `3RD`, `1990S` */
const ORDINAL = /(?<=^\d+)(?:ST|ND|RD|TH|S)$/u

/** A word, an abbreviation with dots, or a code with digits. */
const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}]+/gu

/** Words of the cities that have a post and of their countries, which are no abbreviations in any text. */
const PLACES = new Set(
  posts().flatMap(({ city, country }) => `${city} ${country}`.toLowerCase().match(/\p{L}+/gu) ?? []),
)

/** Forms of a word in the cable's text and how often they occur, by the word in capitals. */
type Forms = ReadonlyMap<string, ReadonlyMap<string, number>>

/**
 * @param text the cable's own words, which show how names and abbreviations are written
 * @returns the title as it is where it is not in capitals
 */
export function headline(title: string, text = ''): string {
  const printed = title.replaceAll(MASK, '')
  const letters = printed.match(/\p{L}/gu)?.length ?? 0
  const capitals = printed.match(/\p{Lu}/gu)?.length ?? 0
  if (capitals < 2 || capitals < letters * IN_CAPITALS) return title
  const forms = formsIn(text.slice(0, TEXT_MAX))
  const chunks = title.split(/(\s+)/u)
  const last = chunks.findLastIndex((chunk) => /[\p{L}\p{N}]/u.test(chunk))
  let begins = true
  return chunks
    .map((chunk, at) => {
      if (/^\s*$/u.test(chunk)) return chunk
      const shown = chunkOf(chunk, begins, at === last, forms)
      begins = /[:;?!]["'”’)]*$/u.test(chunk) || /^[-–—]+$/u.test(chunk)
      return shown
    })
    .join('')
    .replace(/\bthe Hague\b/gu, 'The Hague')
}

function chunkOf(chunk: string, begins: boolean, ends: boolean, forms: Forms): string {
  const words = [...chunk.matchAll(WORD)]
  let index = -1
  return chunk.replace(WORD, (word, at: number) => {
    index += 1
    const [before = '', after = ''] = [chunk[at - 1], chunk[at + word.length]]
    // Old messages print other signs for the apostrophe.
    if (index > 0 && /['’‘´,"]/u.test(before) && ENDING.test(word)) return word.toLowerCase()
    if (index > 0 && /['’]/u.test(before)) {
      // O’Brien, D’Alema; but Sa’ada.
      return words[index - 1]?.[0].length === 1 ? capitalised(word) : word.toLowerCase()
    }
    const isFirst =
      index === 0 && (begins || (after === '-' && !isParticle(word.toLowerCase(), forms.get(word))))
    const isEdge = isFirst || (ends && index === words.length - 1) || /["“(]/u.test(before)
    return wordOf(word, isEdge, forms)
  })
}

/** @param isEdge the first or last word of the title, or of a part of it */
function wordOf(word: string, isEdge: boolean, forms: Forms): string {
  if (/\d/u.test(word)) return word.replace(ORDINAL, (end) => end.toLowerCase())
  // What the title itself does not print in capitals is as it should be; a row of X stands for a name that was left out.
  if (!/^\p{Lu}+$/u.test(word) || /^X{3,}$/u.test(word)) return word
  const small = word.toLowerCase()
  const seen = forms.get(word)
  const singular = word.slice(0, -1)
  if (word.endsWith('S') && word.length > 3 && isPluralOf(singular, forms, seen)) return `${singular}s`
  if (!PLACES.has(small) && (seen === undefined ? isAbbreviation(word) : isInCapitals(word, seen))) {
    return word
  }
  if (!isEdge && isSmall(small, seen)) return small
  const inner = [...(seen?.keys() ?? [])].find((form) => /\p{Ll}\p{Lu}/u.test(form))
  if (inner !== undefined) return inner
  return /^MC\p{L}{3,}$/u.test(word) ? `Mc${capitalised(word.slice(2))}` : capitalised(word)
}

function isSmall(word: string, seen: ReadonlyMap<string, number> | undefined): boolean {
  return SMALL.has(word) || isParticle(word, seen)
}

function isParticle(word: string, seen: ReadonlyMap<string, number> | undefined): boolean {
  const smalls = seen?.get(word) ?? 0
  const capitals = seen?.get(capitalised(word)) ?? 0
  if (PARTICLES.has(word)) return smalls >= capitals
  return READ_PARTICLES.has(word) && smalls > capitals
}

function isInCapitals(word: string, seen: ReadonlyMap<string, number>): boolean {
  if (word.length === 1 || word.length > LONGEST_ABBREVIATION) return false
  const capitals = seen.get(word) ?? 0
  const others = [...seen.values()].reduce((sum, times) => sum + times, 0) - capitals
  const isStressed = word.length > LONGEST_UNKNOWN && capitals < STRESSED_MAX && isEnglish(word)
  return capitals > others && !isStressed
}

function isPluralOf(singular: string, forms: Forms, seen: ReadonlyMap<string, number> | undefined): boolean {
  if (seen?.has(`${singular}s`) === true) return true
  const known = forms.get(singular)
  return known === undefined
    ? seen === undefined && expandAcronym(singular).length > 0 && !isEnglish(`${singular}S`)
    : isInCapitals(singular, known)
}

/** For a word that the cable's text does not have. */
function isAbbreviation(word: string): boolean {
  const small = word.toLowerCase()
  if (word === 'US' || ROMAN.test(word)) return true
  if (word.length === 1 || SMALL.has(small) || PARTICLES.has(small) || EVERYDAY.has(small)) return false
  if (WITHOUT_VOWEL.has(small)) return false
  if (expandAcronym(word).length > 0 || !/[AEIOUY]/u.test(word.normalize('NFD'))) return true
  if (word.length > LONGEST_UNKNOWN || isEnglish(word) || isPost(word)) return false
  // UAE is a country, too.
  return word.length < LONGEST_UNKNOWN || !isCountry(word)
}

let english: ReadonlySet<string> | undefined

/** Of the words that may be abbreviations: the shorter ones. */
function isEnglish(word: string): boolean {
  english ??= new Set(
    readFileSync(wordListPath, 'utf8')
      .split('\n')
      .filter((each) => each.length <= LONGEST_ABBREVIATION),
  )
  return english.has(word.toLowerCase())
}

function formsIn(text: string): Forms {
  const forms = new Map<string, Map<string, number>>()
  for (const part of text.split('\n')) {
    // Lines in capitals do not show how a word is written.
    if ((part.match(/\p{Ll}/gu)?.length ?? 0) < part.length / 4) continue
    for (const [word] of part.matchAll(/\p{L}+/gu)) {
      const key = word.toUpperCase()
      const known = forms.get(key) ?? new Map<string, number>()
      known.set(word, (known.get(word) ?? 0) + 1)
      forms.set(key, known)
    }
  }
  return forms
}

function capitalised(word: string): string {
  const [first = '', ...rest] = Array.from(word)
  return first.toUpperCase() + rest.join('').toLowerCase()
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
