/** @module Sender and recipient of a cable as a citation writes them. */
import type { CableHeader } from '../cable.js'
import { findPost, type Post } from '../vocabulary/posts.js'
import { readTable } from '../vocabulary/table.js'
import { expandAcronym } from '../vocabulary/terms.js'
import { headline } from './headline.js'

/** A body in both styles. */
interface Party {
  /** `US Embassy Mexico City`: as a note begins. */
  readonly note: string
  /** `the Embassy in Mexico City`: as FRUS names it in a sentence. */
  readonly sentence: string
}

interface NamedParty extends Party {
  /** First ISO day on which it was no longer called so; empty where the name holds to the end. */
  readonly before: string
}

/** Posts whose name is not made of a kind and a city. */
const NAMED: ReadonlyMap<string, readonly NamedParty[]> = readNamed()

const OWN_NAME = /^(Embassy|Consulate General|Consulate|Mission) ([^(]+)/u

/** What an origin begins with, and the words for it in a citation. */
const KIND =
  /^(?:U\.?S\.?\s+|American\s+)?(Embassy|Consulate General|Consulate|Consular Agency|Mission|Interests Section|Liaison Office|Branch Office|Office)\s+(.+)$/iu

/** `US Embassy Mexico City`, or `null` where the sender is not known. */
export function senderOf(cable: CableHeader): string | null {
  return sender(cable)?.note ?? null
}

/** `the Embassy in Mexico City`, or `null` where the sender is not known. */
export function senderInSentence(cable: CableHeader): string | null {
  return sender(cable)?.sentence ?? null
}

/**
 * To whom it was sent: the Department where it is among the addressees, because cables to it name it first or last by
 * chance; otherwise the first, with `and others` where there are more.
 */
export function recipientOf({ recipients, date }: CableHeader): string | null {
  const names = recipients
    .map((each) => each.replace(/^R[A-Z]{3,7}\//u, '').trim())
    .filter((each) => each !== '')
  const [first] = names
  if (first === undefined) return null
  if (
    names.some(
      (each) => findPost(each.replace(WASHINGTON, '').trim())?.key === 'STATE' || /^SECSTATE\b/iu.test(each),
    )
  ) {
    return 'the Department of State'
  }
  const name = addressee(first, date)
  return names.length === 1 ? name : `${name} and others`
}

function sender({ id, origin, date }: CableHeader): Party | null {
  const numbered = findPost(/^\d{2}(.+?)\d+$/u.exec(id)?.[1] ?? '')
  if (origin === null) return numbered === null ? null : partyOf(numbered, date)
  const printed = origin.replace(/\(.*$/su, '').trim()
  const [, kind = '', place = ''] = KIND.exec(printed) ?? []
  // The table's name is the better written one; the kind that the cable names was right on its day.
  const named = NAMED.has(numbered?.key ?? '') ? numbered : null
  const meant = findPost(origin) ?? findPost(printed) ?? findPost(place) ?? named
  if (meant !== null) return partyOf(meant, date, titled(kind))
  if (kind === '') {
    const sentence = addressee(origin, date)
    return { note: sentence.replace(/^the /u, ''), sentence }
  }
  // Missions are at a city, or to a body that is known by its letters.
  if (/^Mission$/iu.test(kind) && /^[A-Z]{2,}$/u.test(place)) {
    return { note: `US Mission to ${place}`, sentence: `the Mission to ${place}` }
  }
  return ofKind(titled(kind), titled(place))
}

/** @param kind as the cable names it; empty where it does not */
function partyOf(post: Post, date: string | null, kind = ''): Party {
  const named = NAMED.get(post.key)?.find(({ before }) => before === '' || (date !== null && date < before))
  if (named !== undefined) return named
  const [, own = '', place = ''] = OWN_NAME.exec(post.display) ?? []
  if (own === '') throw new Error(`no citation names the post ${post.key}`)
  return ofKind(own.startsWith(kind) ? own : kind, place.trim())
}

function ofKind(kind: string, place: string): Party {
  return { note: `US ${kind} ${place}`, sentence: `the ${kind} in ${place}` }
}

const WASHINGTON = /\sWASH(?:INGTON)?[.,]?\s?D\.?C\.?$/iu

/** As FRUS names an addressee in a sentence. */
function addressee(printed: string, date: string | null): string {
  const name = printed.replace(WASHINGTON, '').trim()
  const post = findPost(name)
  if (post !== null) return partyOf(post, date, kindOfAddress(name)).sentence
  const department = /^DEP(?:ARTMEN)?T\.? OF (?:THE )?(.+)$/iu.exec(name)?.[1]
  if (department !== undefined) {
    const field = headline(department.toUpperCase())
    return `the Department of ${/^(?:Treasury|Interior|Army|Navy|Air Force)$/u.test(field) ? 'the ' : ''}${field}`
  }
  const [expansion] = expandAcronym(name)
  return expansion === undefined ? headline(name) : `the ${expansion.replace(/ \(.*\)$/u, '')}`
}

function kindOfAddress(name: string): string {
  if (/^AMEMB/iu.test(name)) return 'Embassy'
  return /^AMCON/iu.test(name) ? 'Consulate' : ''
}

/** `RIO DE JANEIRO`, `Rio De Janeiro` -> `Rio de Janeiro` */
function titled(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<=\s)(?:Al|Au|De|Del|Dos|Du|Es|Of)(?=\s)/gu, (particle) => particle.toLowerCase())
}

function readNamed(): Map<string, NamedParty[]> {
  const named = new Map<string, NamedParty[]>()
  for (const [post = '', before = '', note = '', sentence = ''] of readTable('senders')) {
    named.set(post, [...(named.get(post) ?? []), { before, note, sentence }])
  }
  return named
}
