/** @module Words of which requests to protect somebody are made, and those that make "protect" an ordinary verb. */
import { isOneLetterOff } from './words.js'

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** Only a request has these beside "protect". */
const STRONG = set(
  'please pls plse plz kindly strictly strict strickly stricly strictest str urgently absolutely s',
)

/** May be beside "protect" in a request without making it an ordinary remark. */
const BESIDE = set(`
  a accordingly account again all also always and anonymity asked at attribution be both by cable carefully case closely
  comment comments completely confidential confidentiality contact contacts conversation embassy emboff fsn full fully
  heavily her here highly him his identities identity in individual individuals info information interlocutor
  interlocutors is les material message method methods must name named names needs of on only our para paragraph person
  persons post private protect protected protecting protection repeat request requested requests should sir source
  sources that the their them these they this those three throughout times to total totally treat two us utmost very we
  who whole with`)

/** What is protected when it is somebody's name, not a thing. */
export const OF_A_NAME =
  /^[\s:]*(?:the\s+)?(?:(?:his\/her|his|her|their|its|this|these|those|our|source[’']?s?|contact[’']?s?|speaker[’']?s?)\s+)?(?:full\s+)?(?:names?|identit(?:y|ies)|sources?|anonymity|contacts?|interlocutors?|individuals?|persons?|reference|material|account)\b/iu

/** How a request goes on: `protect from disclosure`, `protect at his request`. */
export const GOES_ON =
  /^\s*(?:from|at|as|per|in|on|for|until|if|because|due|under|with|against|him|her|them|us)\b/iu

export const SEVERAL =
  /\b(?:both|all|them|their|names|sources|identities|contacts|individuals|interlocutors|persons|two|three|four|five)\b/iu

/** Directly before "protect" these make a verb of it: `to protect the border`, `police protect the port`. */
const LEADS_TO_VERB = set(`
  to not will would can could may might shall cannot can't won't help helps helped better best which and or vowed fail fails
  failed did does do who that they we you i he she it laws law act government police troops forces soldiers states`)

/** `Responsibility to Protect`: a noun that "protect" belongs to. */
const OF_A_DUTY = set(
  'responsibility duty obligation right failure ability effort efforts act law attempt order need mandate',
)

/** "protect" and what slips of the keyboard make of it; not "project" and "protest", which are words of their own. */
export function isProtect(word: string): boolean {
  const lower = lastPart(word.toLowerCase())
  if (lower === 'protect' || lower === 'protected') return true
  if (lower === 'project' || lower === 'protest' || lower === 'protects' || lower.length < 6) return false
  return isOneLetterOff(lower, 'protect') || lower === 'protetc'
}

/** `strictly-protect`, `strictlyprotect`. */
function lastPart(lower: string): string {
  return lower.replace(/^(?:strictly|please|source|pls)-?(?=p)/u, '')
}

export function isExactly(word: string): boolean {
  return /^protect(?:ed)?$/iu.test(word)
}

export function isStrong(word: string): boolean {
  const lower = word.toLowerCase().replace(/\./gu, '')
  return STRONG.has(lower) || isOneLetterOff(lower, 'strictly') || /^(?:strictly|please)-?p/u.test(lower)
}

export function isBeside(word: string): boolean {
  const lower = word.toLowerCase().replace(/\./gu, '')
  return BESIDE.has(lower) || isStrong(word) || isProtect(word)
}

export function leadsToVerb(word: string): boolean {
  return LEADS_TO_VERB.has(word.toLowerCase())
}

export function isDuty(word: string): boolean {
  return OF_A_DUTY.has(word.toLowerCase())
}
