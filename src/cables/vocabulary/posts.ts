/**
 * @module Posts: embassies, consulates, missions and departments, and how their names are written in cable numbers.
 * A post's key is its name in capitals without spaces (`RIODEJANEIRO`), as it stands in a cable's number.
 */
import { readTable } from './table.js'

export interface Post {
  /** `MEXICO` */
  readonly key: string
  /** `Embassy Mexico City` */
  readonly display: string
  readonly city: string
  readonly country: string
  /** `Embassy`, `Consulate`, `Consulate General`, `Mission`, `Office` or `Department`. */
  readonly kind: string
  /** A remark on its history, or empty. */
  readonly note: string
}

const POSTS: ReadonlyMap<string, Post> = new Map(
  readTable('posts').map(([key = '', display = '', city = '', country = '', kind = '', note = '']) => [
    key,
    { key, display, city, country, kind, note },
  ]),
)

/** Some display names do not hold the key: `U.S. Interests Section Havana`. Of posts that share one the first counts. */
const BY_DISPLAY: ReadonlyMap<string, Post> = new Map(
  [...POSTS.values()].reverse().map((post) => [bareKey(post.display), post]),
)

/** Garbled, short and older names that stand in numbers and references, and the post that is meant. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  readTable('post-variants').map(([seen = '', post = '']) => [seen, post]),
)

/** Words that were run together with the post when a number was taken from a damaged message. */
const GLUED_BEFORE =
  /^(?:(?:UN)?CLASSIFIED|UNCLAS|CONFIDENTIAL|SECRET|LIMITEDOFFICIALUSE|NOFORN|SENSITIVE|SIPDIS|EXDIS|NODIS|LIMDIS|EFTO|AMEMBASSY|AMEMB|EMBASSY|AMCONSULATE|AMCONSUL|AMCONGEN|CONSULATEGENERAL|CONSULATE|CONGEN|USMISSION|USINT|USLO)/

/** `SECTION02OF03`, also with lost or wrong letters (`SCTION02OF02`, `SECTION01GF02`); what stands behind it may be damaged, too. */
const SECTION_BEFORE =
  /^(?:FINAL)?(?:[A-Z]{0,2}ECT?I?O?[A-Z]?|S?E?C?TI?O?N?|S?E?C?T?ION|SEC?T?I?O?N?)\d{1,2}(?:OF|O|F|[A-Z]F|O[A-Z])?\d{0,2}/

/** @returns all posts, by key */
export function posts(): readonly Post[] {
  return [...POSTS.values()]
}

/** @param name a post in any writing (`Embassy Rio de Janeiro`, `RIO`, `AMEMBASSY HANOI`), or its display name */
export function findPost(name: string): Post | null {
  return BY_DISPLAY.get(bareKey(name)) ?? POSTS.get(postKey(name)) ?? null
}

export function isPost(key: string): boolean {
  return POSTS.has(key)
}

/** Letters of a name, in capitals: `St. Petersburg` -> `STPETERSBURG`. */
export function bareKey(name: string): string {
  return name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
}

/**
 * Key of a post as numbers and references write it: the words for embassy or consulate, words that a damaged message glued on, known
 * garblings and short names are resolved. A name that is not known is only put in capitals without spaces.
 */
export function postKey(name: string): string {
  let key = bareKey(name)
  for (;;) {
    if (POSTS.has(key)) return key
    const right = VARIANTS.get(key)
    if (right !== undefined && right !== key) {
      key = right
      continue
    }
    const section = SECTION_BEFORE.exec(key)?.[0]
    const shorter = section === undefined ? key.replace(GLUED_BEFORE, '') : mended(key.slice(section.length))
    if (shorter === key || shorter.length < 3) return key
    key = shorter
  }
}

/** A name of a damaged number that is one letter off a single post is that post. */
function mended(key: string): string {
  if (POSTS.has(key) || VARIANTS.has(key)) return key
  return only(nearPosts(key)) ?? key
}

/** Shortest name that is compared letter by letter, or taken for the beginning of a longer one. */
const SHORTEST_DAMAGED = 5

/**
 * The only post that a misspelt or cut name can mean: one letter wrong, missing, too many or two in the wrong order (`BEIJINJG`,
 * `SATTE`), or the first letters of one name only (`KUALA LUMP`, `ADDIS`).
 * @param name as written, words for embassy or consulate included
 * @returns its key, or `null`
 */
export function findDamagedPost(name: string): string | null {
  const key = postKey(name)
  if (POSTS.has(key)) return key
  return only(nearPosts(key)) ?? only(postsThatBegin(key))
}

function nearPosts(key: string): string[] {
  if (key.length < SHORTEST_DAMAGED) return []
  return [...POSTS.keys(), ...VARIANTS.keys()]
    .filter((name) => name.length >= SHORTEST_DAMAGED && isOneLetterOff(name, key))
    .map((name) => VARIANTS.get(name) ?? name)
}

function postsThatBegin(key: string): string[] {
  if (key.length < SHORTEST_DAMAGED) return []
  const begun = [...POSTS.keys()].filter((post) => post.startsWith(key))
  // Of a name and its longer form (UNESCOPARIS, UNESCOPARISFR) the shorter is meant.
  return begun.filter((post) => !begun.some((other) => other !== post && post.startsWith(other)))
}

/** @returns the element if all are the same */
function only(names: readonly string[]): string | null {
  const [first] = names
  return first !== undefined && names.every((name) => name === first) ? first : null
}

/** One letter is changed, missing or too many, or two neighbours have changed places. */
function isOneLetterOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  const [rest, otherRest] = [one.slice(same), other.slice(same)]
  if (rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1))
    return true
  return rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2)
}
/** Shortest part of a post's name that is still told from another word (letters). */
const SHORTEST_CUT = 5

let cutNames: ReadonlySet<string> | undefined

/** A post as it stands in the mark of a page, where a long name was cut: `USUN NEW Y`, `KUALA LUMP`. */
export function isPostOrCut(name: string): boolean {
  cutNames ??= new Set(
    [...POSTS.keys(), ...VARIANTS.keys()].flatMap((key) =>
      Array.from({ length: Math.max(0, key.length - SHORTEST_CUT + 1) }, (_, at) =>
        key.slice(0, at + SHORTEST_CUT),
      ),
    ),
  )
  const key = bareKey(name)
  return POSTS.has(key) || cutNames.has(key)
}
