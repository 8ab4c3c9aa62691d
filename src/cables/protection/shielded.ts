/** @module What a cable shields: gathered once from all its texts, because a name is marked once and mentioned again elsewhere. */
import type { Cable } from '../cable.js'
import { holdersOf } from './title-holders.js'
import { namesOf, type Name, nearestFullName, requesterOf, subjectOf, titleBefore } from './marked-names.js'
import { findMarks } from './marks.js'
import { peopleOf } from './cable-people.js'
import { isParticle, isSuffix } from './name-words.js'
import { privateData } from './private-data.js'
import { findPassives, findRequests } from './requests.js'
import { lettersOf, type Word } from './words.js'

export interface Shielded {
  /** Names of people, word by word as printed; family name last. */
  readonly names: readonly Name[]
  /** `petra grady`: who has a shielded family name and is somebody else. */
  readonly others: readonly string[]
  /** Numbers and addresses, as printed. */
  readonly numbers: readonly string[]
}

export const NOTHING_SHIELDED: Shielded = { names: [], others: [], numbers: [] }

/** Shorter ones would hide ordinary words and figures elsewhere in the cable. */
const NUMBER_MIN = 5

/** Offices that are marked without a name, in one text; a damaged one may have thousands. */
const OFFICES_MAX = 20

/** The texts of a cable in reading order. */
export function textsOf({
  subject,
  summary,
  paragraphs,
}: Pick<Cable, 'subject' | 'summary' | 'paragraphs'>): string[] {
  return [subject, summary ?? '', ...paragraphs.flatMap(({ heading, text }) => [heading ?? '', text])].filter(
    (text) => text !== '',
  )
}

/**
 * Linear in the length of the texts.
 * @param texts of one cable
 * @param others names that are shielded elsewhere
 * @param printed its message, of which only marks beside a name are read: what else is in it, the texts have in sentences
 */
export function shieldedIn(texts: readonly string[], printed = '', others: readonly Name[] = []): Shielded {
  const marked = [
    ...others,
    ...texts.flatMap((text) => [...namesAtMarks(text, texts), ...namesInRequests(text)]),
    ...namesAtMarks(printed, texts),
  ]
  const numbers = new Set<string>()
  for (const name of marked) for (const word of name) if (/\d{4}/u.test(word)) numbers.add(word)
  for (const text of [...texts, printed])
    for (const { start, end } of privateData(text))
      if (end - start >= NUMBER_MIN) numbers.add(text.slice(start, end))
  const people = marked
    .map((name) => name.filter((word) => !/\d/u.test(word)))
    .filter((name) => name.some(isName))
  if (people.length === 0) return { ...NOTHING_SHIELDED, numbers: [...numbers] }
  const found = peopleOf(people, [...texts, printed])
  return { names: found.names, others: [...found.others], numbers: [...numbers] }
}

function namesAtMarks(text: string, texts: readonly string[]): Name[] {
  const offices = new Map<string, readonly Word[]>()
  const names = findMarks(text).flatMap((mark) => {
    const found = namesOf(text, mark)
    if (found.length === 0) {
      const office = titleBefore(text, mark)
      offices.set(office.map(({ text: word }) => word).join(' '), office)
    }
    return found.map((name) => (ownLength(name) === 1 ? (nearestFullName(text, mark, name) ?? name) : name))
  })
  return [
    ...names,
    ...[...offices.values()].slice(0, OFFICES_MAX).flatMap((office) => holdersOf(office, texts)),
  ]
}

function namesInRequests(text: string): Name[] {
  const requests = [
    ...findRequests(text).map((request) => ({ request, namesOf: requesterOf })),
    ...findPassives(text).map((request) => ({ request, namesOf: subjectOf })),
  ]
  if (requests.length === 0) return []
  const marks = findMarks(text)
  return requests
    .filter(({ request }) => !marks.some(({ start, end }) => start < request.end && request.start < end))
    .flatMap(({ request, namesOf: named }) => named(text, request))
}

function ownLength(name: Name): number {
  return name.filter((word) => !isParticle(word) && !isSuffix(word)).length
}

/** Not what an earlier hand has blacked out. */
function isName(word: string): boolean {
  return lettersOf(word) !== '' && !/^x{3,}$/iu.test(word)
}

export function isNothing({ names, numbers }: Shielded): boolean {
  return names.length === 0 && numbers.length === 0
}
