/** @module The TAGS line: codes by spaces or commas, glued, wrapped, mistyped, with names of people and programs. */
import {
  findTag,
  hasProgramForm,
  isSubjectOfFour,
  isTagPhrase,
  LONGEST_PHRASE,
  nearestTag,
  splitGluedPhrase,
  splitGluedTags,
} from '../vocabulary/tags.js'
import { explainTag } from '../vocabulary/tag-explanations.js'
import { isMarking } from './marking.js'
import { personNames, takesName } from './tag-names.js'
import { tagsText } from './tags-text.js'

type Item =
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  /** A word that is no code, as printed. */
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'separator'; readonly sign: string }
  /** What stands between parentheses. */
  | { readonly kind: 'enclosed'; readonly text: string }

/** @param lines of the field, label taken off @returns codes in upper case, in order, once each */
export function readTags(lines: readonly string[]): string[] {
  const text = tagsText(lines)
  if (/^N ?\/ ?A\.?$/i.test(text)) return []
  const found = new Set<string>()
  const items = toItems(text)
  const isList = items.some((item) => item.kind === 'separator' && /[,;]/.test(item.sign))
  let afterVisit = false
  for (let at = 0; at < items.length;) {
    if (afterVisit) readOfficesAsNames(items, at)
    const item = items[at]
    const run = items.slice(at, endOfRun(items, at, afterVisit))
    at += Math.max(1, run.length)
    if (item?.kind === 'codes') {
      for (const code of item.codes) add(found, code)
      afterVisit = takesName(item.codes.at(-1) ?? '')
    } else if (item?.kind === 'enclosed') {
      for (const name of readEnclosed(item.text, afterVisit)) add(found, name)
    } else if (run.length > 0) {
      const names = afterVisit ? readNames(run) : readWords(run, isList)
      for (const name of names) add(found, name)
      if (names.length > 0) afterVisit = false
    }
  }
  return [...found]
}

/** `DOE` is a department and a family name: behind a visit and before one word that is no code it is a name. */
function readOfficesAsNames(items: Item[], from: number): void {
  const place = (item: Item | undefined): boolean => item?.kind === 'separator'
  for (let at = from; at < items.length; at++) {
    const item = items[at]
    if (item?.kind === 'enclosed') return
    if (item?.kind !== 'codes') continue
    const [code = ''] = item.codes
    const next = place(items[at + 1]) ? at + 2 : at + 1
    const isName =
      item.codes.length === 1 &&
      findTag(code)?.kind === 'organization' &&
      items[next]?.kind === 'word' &&
      items[next + 1]?.kind !== 'word'
    if (!isName) return
    items[at] = { kind: 'word', text: code }
  }
}

/** Behind a visit a name may go on over commas; elsewhere a separator ends it. */
function endOfRun(items: readonly Item[], from: number, overCommas: boolean): number {
  let end = from
  for (; end < items.length; end++) {
    const kind = items[end]?.kind
    if (kind !== 'word' && !(overCommas && kind === 'separator')) break
  }
  return end
}

function toItems(text: string): Item[] {
  const items: Item[] = []
  let words: string[] = []
  const closeWords = (): void => {
    items.push(...wordItems(words))
    words = []
  }
  for (const [token, inner] of text.matchAll(/[([]([^()[\]]*)[)\]]|[,;:()[\]]|[^\s,;:()[\]]+/g)) {
    if (inner === undefined && !/^(?:[^A-Za-z0-9]+|and)$/i.test(token)) {
      words.push(token)
      continue
    }
    closeWords()
    if (inner === undefined) items.push({ kind: 'separator', sign: token })
    else items.push({ kind: 'enclosed', text: inner.trim() })
  }
  closeWords()
  return items
}

/** Words between separators into codes, phrases and what is neither. */
function wordItems(printed: readonly string[]): Item[] {
  const items: Item[] = []
  const words = printed.flatMap((word) => splitGluedPhrase(word.toUpperCase()) ?? [word])
  for (let at = 0; at < words.length;) {
    const length = phraseLength(words, at)
    if (length > 0) {
      items.push({
        kind: 'codes',
        codes: [
          words
            .slice(at, at + length)
            .join(' ')
            .toUpperCase(),
        ],
      })
      at += length
      continue
    }
    const text = words[at] ?? ''
    const codes = codesOf(text.toUpperCase())
    items.push(codes === null ? { kind: 'word', text } : { kind: 'codes', codes })
    at++
  }
  return items
}

/** @returns how many words from here on are a phrase of the table, the longest that fits */
function phraseLength(words: readonly string[], at: number): number {
  for (let length = LONGEST_PHRASE; length > 0; length--) {
    const phrase = words
      .slice(at, at + length)
      .join(' ')
      .toUpperCase()
    if (at + length <= words.length && isTagPhrase(phrase)) return length
  }
  return 0
}

/** @param word in capitals @returns the codes that it is made of, or `null` */
function codesOf(word: string): readonly string[] | null {
  const bare = trimmed(word)
  if (findTag(bare) !== null || hasProgramForm(bare)) return [bare]
  const parts = bare.split(/[^A-Z0-9]+/)
  const areCodes = parts.every((part) => findTag(part) !== null) || parts.some(isSubjectOfFour)
  if (parts.length > 1 && areCodes) return parts.filter((part) => part !== '')
  return splitGluedTags(bare)
}

/** `(ROE, JANE)` is a name, behind a visit `(ROE JANE)` too; `(PREL)` is a code, `(SBU)` neither. */
function readEnclosed(text: string, afterVisit: boolean): string[] {
  if (isMarking(`(${text})`)) return []
  const upper = text.toUpperCase()
  const words = upper.split(/[\s,;/]+/)
  const codes = words.map(codesOf)
  const known = codes.flatMap((one) => (one === null ? [] : [one]))
  return known.length === codes.length
    ? known.flat()
    : afterVisit || upper.includes(',')
      ? personNames(upper, true)
      : [upper]
}

/** What stands behind a visit, up to the next code: persons, or a code with a typing error. */
function readNames(run: readonly Item[]): string[] {
  const near = run.flatMap((item) => (item.kind === 'word' ? [mended(trimmed(item.text.toUpperCase()))] : []))
  if (near.every((code) => code !== null)) return near
  const text = run
    .map((item) =>
      item.kind === 'word' ? ` ${item.text}` : item.kind === 'separator' ? ` ${item.sign}` : '',
    )
    .join('')
    .toUpperCase()
    .replace(/ :| -+/g, ' ,')
    .replace(/ ,/g, ',')
  return personNames(text, false)
}

/**
 * Words that no table knows. Between commas (`Organized Crime`), in small letters or when all are long, they are one name; other words
 * are codes of their own, perhaps with a typing error.
 */
function readWords(run: readonly Item[], isList: boolean): string[] {
  const words = run.flatMap((item) => (item.kind === 'word' ? [item.text] : []))
  const upper = words.map((word) => word.toUpperCase())
  const isName =
    isList || words.every((word) => word.length >= 5 || /^[A-Z]?[a-z]/.test(word) || CONNECTIVE.test(word))
  const codes = upper.map((word) => mended(trimmed(word)))
  if (words.length > 1 && isName && codes.some((code) => code === null)) return [upper.join(' ')]
  return upper.map((word, index) => codes[index] ?? word)
}

/** Small words inside a name: `MEETINGS WITH MINISTERS`. */
const CONNECTIVE = /^(?:OF|IN|ON|FOR|THE|WITH)$/

/** A word that no table explains is a code with a typing error, if one is near. */
function mended(word: string): string | null {
  return explainTag(word) === null ? nearestTag(word) : null
}

function trimmed(word: string): string {
  return word.replace(/^[^A-Z0-9]+|[^A-Z0-9]+$/g, '')
}

/** Adds a code or name that is printed, without the signs around it; the dot of an initial stays. */
function add(found: Set<string>, printed: string): void {
  const clean = printed.replace(/^[^A-Z0-9]+|[^A-Z0-9.]+$/g, '').replace(/(?<![A-Z]\.?[A-Z]|\b[A-Z])\.$/, '')
  if (/[A-Z]/.test(clean) && clean.length <= LONGEST_TAG && !/^(?:U|C|S|SBU)$/.test(clean)) found.add(clean)
}

/** Longer text is not a tag (characters). */
const LONGEST_TAG = 60
