/** @module Addressees: the lines behind FM, TO and INFO, and the sending post's display name. */
import { findPost, isPost, postKey } from '../vocabulary/posts.js'

/** The kinds of post that begin an addressee's name. */
const KIND = '(?:AMEMBASSY|AMEMB|AMCONSULATE|AMCONSUL|AMCONGEN|USMISSION|USLO|USINT|SECSTATE|SECDEF)'

/** `RUEHC/`, `ZEN/`: the route stands before the name. */
const ROUTE = '(?:R[UH][A-RT-Z][A-Z]{2,5}|ZEN)'

/** A new addressee on the line of another, also glued to it: `… 2703RUEHXX/AMEMBASSY NAIROBI`, `… 12 AMEMBASSY NAIROBI`. */
const NEXT_ON_LINE = new RegExp(`(?<=\\S)\\s*(?=${ROUTE} ?/ ?[A-Z])|(?<=[A-Z\\d]) +(?=${KIND} )`)

/** Behind these the line holds no addressee: the classification line, a page break. */
const LINE_END = new RegExp(
  [
    `["',]*(?<![A-Z])(?:C O N F I D E N T I A L|S E C R E T|U N C L A S|UNCLAS)(?![A-Z]).*$`,
    '(?:^|["\',\\d]+ ?)(?:CONFIDENTIAL|SECRET|UNCLASSIFIED|LIMITED OFFICIAL USE)(?![A-Z]| SERVICE).*$',
    '(?<![A-Z])PAGE +\\d{1,3} +[A-Z].*$',
    '(?:^| )[A-Z][A-Z .]{1,30} 0\\d{7} +\\d{3}(?:\\.\\d)? +OF .*$',
  ].join('|'),
)

/** Lines between the addressees that name none: attention lines, copies for offices of the Department, lines of a web page. */
const NO_ADDRESSEE = [
  // FOR PA, STATE FOR EUR/RUS
  /(?:^| )(?:ALSO )?FOR [A-Z]{1,6}(?:[/,. ]|$)/,
  // COME-00 CTME-00 INL-00
  /^(?:[A-Z]{1,5}-\d\d\b[ /]*){1,20}(?:\/\d{3}W)?$/,
  // EUR, L, AND P
  /^[A-Z/-]{1,8}, /,
  // CLASSIFICATION: SECRET, ORIGIN: 10NAIROBI90, DATE: 2010-02-12
  /^[A-Z]{2,14}:/,
  /^\d\d[A-Z]{3,24}\d{1,8}$/,
  /^-{3}/,
  // STATE GRNC: who pays for the telegram, and that its groups are not counted (procedure sign of ACP 127).
  /\bGRNC$/,
] as const

/** `AMEMBASSY NAIROBI PASS TO AMCONSUL NAPLES`: who hands the message on; it stands below the addressees. */
const PASSED_ON = /(?:^| )PASS (?:TO )?[A-Z]/

const PRECEDENCE = /\s+(?:NIACT\s+)?(?:IMMEDIATE|PRIORITY|ROUTINE|FLASH|EMERGENCY)(?=\s|$)/
const PRECEDENCE_ALONE = /^(?:(?:NIACT|IMMEDIATE|PRIORITY|ROUTINE|FLASH) ?){1,3}(?:\d{1,6}(?:-\d{1,6})?)?$/

/** The count of the messages to this addressee, or the first and last of several; a month may stand before it. */
const MESSAGE_COUNT = /(?:\s+(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?\s+\d{1,6}(?:-\d{1,6})?\s*$/

export interface Addressees {
  readonly recipients: string[]
  readonly infoRecipients: string[]
}

/**
 * Names without route (`RUEHC/`), precedence, and message count.
 * @param to lines behind `TO`, label taken off; an `INFO` inside belongs to the other list
 * @param info lines behind `INFO`, label taken off
 */
export function readAddressees(to: readonly string[], info: readonly string[]): Addressees {
  const [own, copies] = splitAtInfo(addresseeLines(to))
  return { recipients: readNames(own), infoRecipients: readNames([...copies, ...addresseeLines(info)]) }
}

/** One addressee each, in capitals; from `XMT` on stand those who do not get the message. */
function addresseeLines(lines: readonly string[]): string[] {
  const small = lines.every((line) => line !== line.toUpperCase())
  const found: string[] = []
  for (const line of lines) {
    // Among lines in capitals one in small letters is of the page: Embassy Nairobi.
    if (!small && /[a-z]/.test(line) && !/^\s*[A-Z]{3,}\b(?!:)/.test(line)) continue
    const text = line
      .toUpperCase()
      .replace(/\\\s*$/, '')
      .replace(/\s+/g, ' ')
      .trim()
    if (PASSED_ON.test(text)) continue
    const [heard = '', exempt] = text.split(/(?:^| )XMT\b/, 2)
    found.push(...heard.replace(LINE_END, '').split(NEXT_ON_LINE))
    if (exempt !== undefined) break
  }
  return found.map((line) => line.trim())
}

/** `TO SECSTATE WASHDC 2703INFO AMEMBASSY NAIROBI` on one line. */
function splitAtInfo(lines: readonly string[]): [string[], string[]] {
  const at = lines.findIndex((line) => /(?<=\d|[A-Z] )INFO$|(?<=\d|[A-Z] )INFO /.test(line))
  const [own = '', copy = ''] = (lines[at] ?? '').split(/(?<=\d|[A-Z] )INFO(?: |$)/, 2)
  if (at < 0) return [[...lines], []]
  return [
    [...lines.slice(0, at), own.trim()],
    [copy.trim(), ...lines.slice(at + 1)],
  ]
}

function readNames(lines: readonly string[]): string[] {
  const names: string[] = []
  let open = false
  for (const line of lines.flatMap(withoutMonth)) {
    const text = line.replace(/^(?:INFO|TO)\s+/, '')
    const routed = new RegExp(`^(?:${ROUTE}|R[A-Z]{3,8}) ?/ ?`).exec(text)?.[0] ?? ''
    const name = nameAlone(text.slice(routed.length))
    const last = names.at(-1)
    if (routed === '' && (PRECEDENCE_ALONE.test(text) || NO_ADDRESSEE.some((pattern) => pattern.test(text))))
      continue
    if (!/[A-Z]{2}/.test(name)) continue
    if (open && routed === '' && last !== undefined && goesOn(last, name))
      names[names.length - 1] = `${last} ${name}`
    else if (!names.includes(name)) names.push(name)
    // Behind a count or a precedence the name is complete.
    open = name === text.slice(routed.length)
  }
  return names
}

const MONTH_BETWEEN = new RegExp(
  `^(.{0,20}(${KIND})\\s+[A-Z .'-]{3,30}?)\\s+(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\\s+([A-Z].*)$`,
)

/** `AMEMBASSY LA PAZ FEB LIMA 0042`: the month stands in the place of a count and of the end of a line. */
function withoutMonth(line: string): readonly string[] {
  const [, first, kind = '', second = ''] = MONTH_BETWEEN.exec(line.slice(0, LONGEST_LINE)) ?? []
  const post = findPost(nameAlone(second))
  if (first === undefined || post === null) return [line]
  return [first, `${post.kind.startsWith('Consulate') ? 'AMCONSUL' : kind} ${second}`]
}

/** Longest line of an addressee that is looked at (characters). */
const LONGEST_LINE = 200

function nameAlone(text: string): string {
  return text
    .replace(MESSAGE_COUNT, '')
    .replace(PRECEDENCE, ' ')
    .trim()
    .replace(MESSAGE_COUNT, '')
    .replace(/(?<=[A-Z]{3})\d{4,}$/, '')
    .replace(/[\s.,;]+$/, '')
    .replace(/ {2,}/g, ' ')
}

/** A name was wrapped: `AMEMBASSY PORT` / `OF SPAIN`. */
function goesOn(name: string, rest: string): boolean {
  if (new RegExp(`^${KIND}\\b`).test(rest)) return false
  if (/(?: OF| OF THE| AND|-)$/.test(name)) return true
  return !isPost(postKey(name)) && isPost(postKey(`${name} ${rest}`)) && !isPost(postKey(rest))
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
  const sender = missionThere(from, post)
  if (sender !== null) return originName(null, sender)
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

/** Numbers of 2009 name the city alone where a mission sent the cable: `FM USEU BRUSSELS` of `09BRUSSELS12`. */
function missionThere(from: string | null, post: string): string | null {
  const sender = findPost(nameAlone((from ?? '').toUpperCase()).replace(/^USMISSION\s+/, ''))
  if (sender === null || sender.key === post || !/^(?:Mission|Office)$/.test(sender.kind)) return null
  return sender.city === findPost(post)?.city && !from?.toUpperCase().startsWith('AM') ? sender.key : null
}

/** `PORT AU PRINCE` -> `Port Au Prince`, as the archive writes it. */
function titleCase(name: string): string {
  return name.toLowerCase().replace(/(?<![a-z'’])[a-z]/g, (letter) => letter.toUpperCase())
}
