/** @module The people whom a cable shields, as forms to look for. */
import { isLink, isNameArticle, isParticle, isSuffix, isTitle } from './name-words.js'
import type { Name } from './marked-names.js'
import {
  HYPHEN,
  hasCapital,
  isInCapitals,
  isInitial,
  isOneLetterOff,
  lettersOf,
  partsOf,
  type Word,
} from './words.js'

/** Parts of a compound name that are shorter are not looked for alone. */
const PART_MIN = 3
/** From here on one wrong letter is forgiven. */
const FORGIVING_MIN = 5
/** A cable that shields more has its names compared letter for letter, so that foreign input costs no more than it is long. */
const FORGIVING_FAMILIES = 400
/** A given name and the short form of it begin alike: `Alex`, `Alexander`. */
const SHORT_FORM_MIN = 3

/** Forms of names, as `lettersOf` gives them. */
export class People {
  /** Family names: hidden wherever they are written with a capital. With the given names that belong to each. */
  readonly #families = new Map<string, Set<string>>()
  /** Other words of names: hidden beside a family name, and where they are alone. */
  readonly #givenNames = new Set<string>()
  /** `petra grady`: somebody else of the same family name. */
  readonly #others: ReadonlySet<string>
  /** Most words that one form is written with (`al Marun`: 2). */
  readonly formWords = 3

  constructor(names: readonly Name[], others: ReadonlySet<string>) {
    this.#others = others
    for (const name of names) this.#add(name)
  }

  get isEmpty(): boolean {
    return this.#families.size === 0
  }

  isFamily(letters: string): boolean {
    return this.#families.has(letters)
  }

  /** The same family name with one letter wrong. */
  isNearlyFamily(word: string): boolean {
    const letters = lettersOf(word)
    if (
      letters.length <= FORGIVING_MIN ||
      this.#families.size > FORGIVING_FAMILIES ||
      isTitle(word) ||
      isLink(word)
    )
      return false
    // `Kovalenkoism`
    const stem = letters.replace(/(?:ism|ist|ite|ian|esque)s?$/u, '')
    if (stem !== letters && stem.length > FORGIVING_MIN && this.#families.has(stem)) return true
    for (const family of this.#families.keys())
      if (family.length >= FORGIVING_MIN && family[0] === letters[0] && isOneLetterOff(family, letters))
        return true
    return false
  }

  /** Whether letters without any space hold a name of so many letters. */
  isPartOf(letters: string, least: number): boolean {
    if (this.#families.has(letters) || this.#givenNames.has(letters)) return true
    if (this.#families.size > FORGIVING_FAMILIES) return false
    for (const family of this.#families.keys())
      if (family.length >= least && letters.includes(family)) return true
    return false
  }

  isGivenName(letters: string): boolean {
    return this.#givenNames.has(letters)
  }

  isOther(givenName: string, family: string): boolean {
    return this.#others.has(`${lettersOf(givenName)} ${lettersOf(family)}`)
  }

  /** Whether a given name before a family name may be that of the person who is shielded. */
  mayBelong(givenName: string, family: string): boolean {
    const letters = lettersOf(givenName)
    const own = this.#families.get(family) ?? new Set<string>()
    if (own.size === 0) return true
    return [...own].some(
      (known) =>
        known === letters ||
        known.startsWith(letters.slice(0, isInitial(givenName) ? 1 : SHORT_FORM_MIN)) ||
        isOneLetterOff(known, letters),
    )
  }

  #add(name: Name): void {
    const plain = name.filter((word) => !/\d/u.test(word)).flatMap(withSpaces)
    const withoutSuffix = plain.filter((word) => !isSuffix(word))
    // `ACM Neto`: letters and a suffix are all that there is.
    const words = withoutSuffix.some((word) => !isInCapitals(word)) ? withoutSuffix : plain
    const last = words.findLastIndex((word) => !isParticle(word) || words.length === 1)
    const family = words[last]
    if (family === undefined || /^x{3,}$/iu.test(family)) return
    const given = words
      .slice(0, last)
      .filter((word) => lettersOf(word).length > 1 && !isParticle(word) && !isLink(word))
    const singular = given.flatMap((word) => [lettersOf(word), ...hyphenParts(word)])
    const givenForms = new Set([
      ...singular,
      ...singular.filter((form) => form.length > PART_MIN).map((form) => `${form}s`),
    ])
    for (const form of familyForms(words.slice(0, last), family)) {
      const known = this.#families.get(form) ?? new Set()
      for (const each of givenForms) known.add(each)
      this.#families.set(form, known)
    }
    for (const form of givenForms) this.#givenNames.add(form)
  }
}

/** `LinusGrady`, `AGrady`: the space was lost. */
function withSpaces(word: string): string[] {
  const [, first = '', second = ''] = /^(\p{Lu}\p{Ll}*)(\p{Lu}\p{Ll}{2,})$/u.exec(word) ?? []
  return second === '' || isNameArticle(lettersOf(first)) ? [word] : [first, second]
}

/** `al-Majid`: almajid, majid. `de la Cruz`: cruz, lacruz, delacruz. `Garcia-Lorme`: garcialorme, garcia, lorme. */
function familyForms(before: readonly string[], family: string): string[] {
  const forms = [lettersOf(family), ...hyphenParts(family), ...withoutArticle(family)]
  let joined = lettersOf(family)
  for (const particle of [...before].reverse()) {
    if (!isParticle(particle)) break
    joined = lettersOf(particle) + joined
    forms.push(joined)
  }
  const plurals = forms.filter((form) => form.length > PART_MIN).flatMap((form) => [`${form}s`, `${form}es`])
  return [...new Set([...forms, ...plurals])].filter((form) => form !== '')
}

function hyphenParts(word: string): string[] {
  const parts = word.split(new RegExp(`[${HYPHEN}]`, 'u')).map(lettersOf)
  return parts.length < 2 ? [] : parts.filter((part) => part.length >= PART_MIN && !isNameArticle(part))
}

/** `ElBaradan` -> baradan, `O’Merrin` -> merrin. */
function withoutArticle(word: string): string[] {
  const [, article = '', rest = ''] =
    /^(\p{L}{1,5}?)['’‘`]?(\p{Lu}\p{Ll}.*)$/u.exec(word) ??
    /^(\p{L}{1,5})['’‘`](\p{L}{4,})$/u.exec(word) ??
    []
  return isNameArticle(lettersOf(article)) && rest.length > PART_MIN ? [lettersOf(rest)] : []
}

/** Parts of a word that are a shielded name: `Grady-led`, `LinusGrady`, `&Grady8`. */
export function shieldedParts(word: Word, people: People): Word[] {
  const parts = partsOf(word).filter(({ text }) => hasCapital(text))
  const found = parts.filter(({ text }) => people.isFamily(lettersOf(text)))
  // Two letters (`AlGrady`) are a given name only where they touch the family name.
  const isGiven = ({ text, start, end }: Word): boolean =>
    people.isGivenName(lettersOf(text)) &&
    (lettersOf(text).length >= PART_MIN ||
      found.some((family) => family.start === end || family.end === start))
  const given = parts.filter(isGiven)
  // `Jean-Louis` is another than Jean-Francois.
  const isGlued = word.text.includes('.') || isInCapitals(word.text)
  return found.length > 0 || isGlued || given.length === parts.length
    ? [...found, ...given].sort((a, b) => a.start - b.start)
    : []
}
