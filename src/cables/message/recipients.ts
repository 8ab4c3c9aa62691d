/** @module Addressees: the lines behind FM, TO and INFO, and the sending post's display name. */
import { findPost, postKey } from '../vocabulary/posts.js'

const PRECEDENCE_WORD = /\s+(?:NIACT\s+)?(?:IMMEDIATE|PRIORITY|ROUTINE|FLASH|EMERGENCY)(?:\s|$)/
/** The count of the messages to this addressee, four digits; a month may stand before it. */
const MESSAGE_COUNT = /(?:\s+(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?\s+\d{1,6}\s*$/

/**
 * Names without route (`RUEHC/`), precedence, and message count.
 * @param lines as they stand behind `TO` or `INFO`, label taken off
 */
export function readRecipients(lines: readonly string[]): string[] {
  const names: string[] = []
  for (const line of lines) {
    const name = line
      .replace(/\\\s*$/, '')
      .replace(/^(?:INFO|TO|XMT)\s+/, '')
      .replace(/^\s*(?:R[A-Z]{3,8}|ZEN)\s*\/\s*/, '')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(MESSAGE_COUNT, '')
      .replace(PRECEDENCE_WORD, ' ')
      .trim()
      .replace(MESSAGE_COUNT, '')
      .replace(/(?<=[A-Z]{2})\d{5,}$/, '')
      .replace(/[\s.,;]+$/, '')
    // `STATE GRNC`: who pays for the telegram, and that its groups are not counted (procedure sign of ACP 127).
    if (/\bGRNC$/.test(name)) continue
    if (/^(?:NIACT |IMMEDIATE|PRIORITY|ROUTINE|FLASH)+$/.test(name)) continue
    if (/[A-Z]{2}/.test(name) && !names.includes(name)) names.push(name)
  }
  return names
}

/** How the archive names its senders where the rule (kind and city) does not give it. */
const ORIGINS: Readonly<Record<string, string>> = {
  STATE: 'Secretary of State',
  HAVANA: 'US Interests Section Havana',
  TAIPEI: 'American Institute Taiwan, Taipei',
  AITTAIPEI: 'American Institute Taiwan, Taipei',
  USUNNEWYORK: 'USUN New York',
  USEUBRUSSELS: 'USEU Brussels',
  UNVIEVIENNA: 'UNVIE',
  USNATO: 'Mission USNATO',
  USOSCE: 'Mission USOSCE',
  GENEVA: 'Mission Geneva',
  UNROME: 'UN Rome',
  RPODUBAI: 'Iran RPO Dubai',
  IRANRPODUBAI: 'Iran RPO Dubai',
  BASRAH: 'REO Basrah',
  HILLAH: 'REO Hillah',
  KIRKUK: 'REO Kirkuk',
  MOSUL: 'REO Mosul',
}

/**
 * Display name of the sending post.
 * @param from the FM line without its label (`AMEMBASSY RIO DE JANEIRO`), or `null`
 * @param post key of the post in the cable's number
 */
export function originName(from: string | null, post: string): string | null {
  const special = ORIGINS[post]
  if (special !== undefined) return special
  const sent = /^(AMEMBASSY|AMEMB|AMCONSULATE|AMCONSUL|AMCONGEN|USMISSION|USLO|USINT)\s+(.+)$/.exec(
    from?.trim().toUpperCase() ?? '',
  )
  const known = findPost(post)
  if (sent?.[1] !== undefined && sent[2] !== undefined && postKey(sent[2]) === post) {
    const kind = sent[1].startsWith('AMEMB')
      ? 'Embassy'
      : sent[1].startsWith('AMCON')
        ? 'Consulate'
        : 'Mission'
    return `${kind} ${titleCase(sent[2])}`
  }
  if (known) {
    const kind = known.kind === 'Consulate General' ? 'Consulate' : known.kind
    const place = known.display.startsWith(`${known.kind} `)
      ? known.display.slice(known.kind.length + 1)
      : null
    if (place === null) return known.display
    // The number's name is the older and shorter one: MEXICO, not Mexico City.
    const short = place.replace(/ City$/, '')
    return `${kind} ${postKey(short) === post ? titleCase(short.toUpperCase()) : titleCase(place.toUpperCase())}`
  }
  return from === null || from.trim() === '' ? null : from.trim()
}

/** `PORT AU PRINCE` -> `Port Au Prince`, as the archive writes it. */
function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?<![a-z'’])[a-z]/g, (letter) => letter.toUpperCase())
}
