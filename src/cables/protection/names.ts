/** @module The name that a mark shields: found before it, word by word, without titles and the words around. */
import { MASK_CHARACTER } from './mask-character.js'
import { findMarks, type Mark } from './marks.js'

/** A word of a text. */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What a text asks to shield, as words to look for. Folded: lower case without accents. */
export interface Shielded {
  /** Last words of names: hidden wherever they stand with a capital. */
  readonly surnames: Set<string>
  /** Other words of names: hidden beside a surname, and where they stand alone. */
  readonly givenNames: Set<string>
  /** Numbers that stood before a mark, as printed. */
  readonly numbers: Set<string>
}

/** How far before a mark its name is looked for (characters). */
const REACH = 200
/** Words of the longest name. */
export const NAME_WORDS_MAX = 6
const CAPITALS_WORDS_MAX = 4
const APPOSITION_WORDS_MAX = 9

const WORD = new RegExp(`[\\p{L}\\p{N}${MASK_CHARACTER}][\\p{L}\\p{M}\\p{N}.'’${MASK_CHARACTER}-]*`, 'gu')

const PARTICLES = new Set(
  'abd abu al bin bint da das de del della den der di do dos du e el i ibn la las le los mac san st ter um van von y'.split(
    ' ',
  ),
)
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md'])

/** Words with capitals that are no names: they stand before names, and stay readable. */
const TITLES = new Set(
  `activist admiral adviser advisor agent airman amb ambassador archbishop assistant attorney author aunt ayatollah banker
  bishop brigadier brother businessman businesswoman captain cardinal chair chairman chairwoman charge chief clerk colonel
  commander commissioner congressman conoff consul consulate contact contacts corporal counselor daughter dcm defmin deputy
  diplomat director doctor dr driver econoff editor emboff embassy engineer excellency executive father fm foreign formin
  former general gen governor gov headmaster historian hon informant inspector intelligence interior interlocutor journalist
  judge justice king lawyer lecturer lieutenant lt maj major manager mayor mbr member mfa minister ministry monsignor mother
  mp mr mrs ms nephew national officer official officials owner party pastor permanent pilot player police polchief poloff
  politician pres president presidential priest prime prince princess prof professor prosecutor provincial queen rabbi
  rapporteur reporter representative res researcher retired rev reverend scientist second secretary sen senator senior
  sergeant sgt sheikh shaykh sheik sister son source sources spokesman spokesperson spokeswoman student sultan teacher
  third trader vice welder wife witness undersecretary under uncle union widow husband`.split(/\s+/),
)

/** Titles that are names too: they are only taken for titles where a name begins. */
const ALSO_NAMES = new Set(
  'archbishop bishop cardinal chief judge justice king major mother pastor prince princess queen rabbi sheik sheikh shaykh sultan'.split(
    ' ',
  ),
)

/** Words that begin sentences or link, and never are names; in texts of capitals they end a name. */
const LINKS = new Set(
  `a about according acting added after against all also although among an and another are as asked at be because been before
  being both but by called can claimed could did during each end even for from had has have he her here him his however if in
  into is it its last later like meanwhile met mid may my name named no not note now of off on one or our out over per said
  says she since so some spoke such than that the their them then there these they this those three through to today told
  two under until up upon was we were what when where which while who whom whose why will with without would yesterday you
  january february march april june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday passport summary comment number numbers`.split(/\s+/),
)

/** Behind these a run of capitals is an office, not a person: `Director of the Port Authority (protect)`. */
const OF_AN_OFFICE = new Set(['of', 'for', 'at', 'in', 'from', 'with'])
const ARTICLES = new Set(['the', 'a', 'an', 'our', 'his', 'her', 'their', 'its'])

export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  return Array.from(text.slice(from, to).matchAll(WORD), ({ 0: raw, index }) => {
    const word = raw.replace(/['’.-]+$/u, '')
    return { text: word, start: from + index, end: from + index + word.length }
  })
}

/** Lower case, without accents, apostrophes and the possessive's `s`. */
export function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .replace(/['’.]/gu, '')
}

export function isParticle(word: string): boolean {
  return PARTICLES.has(folded(word))
}

export function hasCapital(word: string): boolean {
  return /^(?:[a-z]{1,3}['’-])?\p{Lu}/u.test(word)
}

/** What the marks of these texts shield; they belong to one cable. Linear in their length. */
export function shieldedIn(texts: readonly string[]): Shielded {
  const shielded: Shielded = { surnames: new Set(), givenNames: new Set(), numbers: new Set() }
  for (const text of texts) {
    for (const mark of findMarks(text)) {
      for (const name of namesOf(text, mark)) addName(shielded, name)
    }
  }
  return shielded
}

function addName({ surnames, givenNames, numbers }: Shielded, name: readonly Word[]): void {
  for (const { text } of name) if (/\d/.test(text)) numbers.add(text)
  const words = name.filter(({ text }) => !/\d/.test(text) && !SUFFIXES.has(folded(text)))
  words.forEach(({ text }, at) => {
    const word = folded(text)
    if (/^x{3,}$/.test(word) || LINKS.has(word)) return
    else if (at === words.length - 1) surnames.add(word)
    else if (word.length > 1 && !PARTICLES.has(word)) givenNames.add(word)
  })
}

function namesOf(text: string, mark: Mark): Word[][] {
  if (mark.named !== null) return [wordsOf(text, mark.named.start, mark.named.end)]
  const before = wordsOf(text, Math.max(0, mark.start - REACH), mark.start)
  const last = before.at(-1)
  if (last === undefined || isSentenceEnd(text.slice(last.end, mark.start))) return followingName(text, mark)
  const names = nameEndingAt(text, before, mark.start, mark.several)
  const [nearest] = names
  const apposed = apposedName(text, before, mark.start)
  if (apposed === null) return names
  return nearest === undefined || belongsToOffice(before, nearest) ? [apposed] : [...names, apposed]
}

/** The run of capitals that ends at `end`; with `several` also those before it in the same list. */
function nameEndingAt(text: string, words: readonly Word[], end: number, several: boolean): Word[][] {
  const capitals = !/\p{Ll}{2}/u.test(text.slice(words[0]?.start ?? 0, end))
  const run: Word[] = []
  let next = end
  let at = words.length - 1
  for (; at >= 0; at--) {
    const word = words[at]
    if (word === undefined || word.text.includes(MASK_CHARACTER)) break
    const gap = text.slice(word.end, next)
    const joins = /^[\s"“”'’.]*$/u.test(gap) || (/^,\s*$/u.test(gap) && isSuffix(run[0]))
    if (!joins || (run.length > 0 && gap.startsWith('.') && word.text.length > 3)) break
    if (capitals ? !mayBeInCapitals(word.text) : !mayBeOfName(word.text)) break
    if (run.length === (capitals ? CAPITALS_WORDS_MAX : NAME_WORDS_MAX)) break
    run.unshift(word)
    next = word.start
  }
  const name = withoutTitles(run)
  if (name.length === 0) return []
  const link = words[at]
  if (!several || link === undefined) return [name]
  const isAnd = /^(?:and|&)$/i.test(link.text)
  const listed = /^\s*[,;/&]\s*$/u.test(text.slice(link.end, next))
  if (isAnd) return [name, ...nameEndingAt(text, words.slice(0, at), link.start, true)]
  return listed ? [name, ...nameEndingAt(text, words.slice(0, at + 1), link.end, true)] : [name]
}

/** `Linus Grady, a welder (protect)`: the name stands before the comma. */
function apposedName(text: string, words: readonly Word[], end: number): Word[] | null {
  let next = end
  for (let at = words.length - 1; at >= Math.max(0, words.length - APPOSITION_WORDS_MAX); at--) {
    const word = words[at]
    if (word === undefined) return null
    const gap = text.slice(word.end, next)
    if (/^\s*,\s*$/u.test(gap) && at < words.length - 1) {
      const after = words[at + 1]?.text ?? ''
      const isApposition =
        !after.startsWith(MASK_CHARACTER) && (!hasCapital(after) || TITLES.has(folded(after)))
      const [name] = isApposition ? nameEndingAt(text, words.slice(0, at + 1), word.end, false) : []
      return name ?? null
    }
    if (!/^[\s"“”'’.-]*$/u.test(gap)) return null
    next = word.start
  }
  return null
}

function belongsToOffice(words: readonly Word[], name: readonly Word[]): boolean {
  const [first] = name
  const at = words.findIndex(({ start }) => start === first?.start)
  const before = folded(words[at - 1]?.text ?? '')
  return OF_AN_OFFICE.has(before) || (ARTICLES.has(before) && name.length > 0)
}

/** `(Protect) Linus Grady said`: nothing before the mark, so the name is behind it. */
function followingName(text: string, mark: Mark): Word[][] {
  const run: Word[] = []
  let next = mark.end
  for (const word of wordsOf(text, mark.end, mark.end + REACH)) {
    if (!/^[\s"“]*$/u.test(text.slice(next, word.start)) || !mayBeOfName(word.text)) break
    if (run.length === CAPITALS_WORDS_MAX) break
    run.push(word)
    next = word.end
  }
  const name = withoutTitles(run)
  return name.length === 0 ? [] : [name]
}

/** `Finance Minister Joachim Vell` -> `Joachim Vell`: what stands before the last title belongs to the title. */
function withoutTitles(run: readonly Word[]): Word[] {
  const title = run.slice(0, -1).findLastIndex(({ text }) => {
    const word = folded(text)
    return TITLES.has(word) && !ALSO_NAMES.has(word)
  })
  const rest = run.slice(title + 1)
  const first = rest.findIndex(({ text }) => {
    const word = folded(text)
    return !TITLES.has(word) && !LINKS.has(word) && hasCapitalOrDigit(text)
  })
  return first === -1 ? [] : rest.slice(first)
}

function mayBeOfName(word: string): boolean {
  return hasCapitalOrDigit(word) || isParticle(word)
}

function mayBeInCapitals(word: string): boolean {
  return !LINKS.has(folded(word)) || isParticle(word)
}

function hasCapitalOrDigit(word: string): boolean {
  return hasCapital(word) || (/\d{4}/.test(word) && !/^(?:19|20)\d\d$/.test(word))
}

function isSuffix(word: Word | undefined): boolean {
  return word !== undefined && SUFFIXES.has(folded(word.text))
}

function isSentenceEnd(gap: string): boolean {
  return /[.!?:]["”’)]*\s/u.test(`${gap} `) && !/^\.?\s*$/u.test(gap)
}
