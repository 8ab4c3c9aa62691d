/**
 * @module What someone types or pastes who means one cable, or one paragraph of it, and nothing else: a number, a label
 * (`06MEXICO1889 ¶2`), an address on the web, each with the marks that text around it leaves.
 */
import { ID_SLOT } from './cite/permalink.js'
import { type CableNumber, canonicalId, findCableIds, readNumber } from './ids.js'

export interface CableAddress {
  /** Its year may be missing. */
  readonly number: CableNumber
  /** `¶2` for a printed number, `[3]` for a position; `null` for the whole cable. */
  readonly mark: string | null
}

/** The longest thing that is looked at (characters): longer than any address of a cable. */
const LONGEST = 600

/** Words of a number: year, a post of up to four, serial; and two for "embassy" or "cable no.". */
const MOST_WORDS = 8

/**
 * @param template the owner's addresses of cables, with `{id}` in it
 * @returns `null` for what is more than an address, or none
 */
export function readAddress(typed: string, template?: string): CableAddress | null {
  if (typed.length > LONGEST) return null
  const text = unwrapped(withNumbersForUrls(typed.normalize('NFKC'), template))
  const { cable, mark } = parted(text)
  const plain = withoutLead(unwrapped(cable)).replace(/[()"“”„«»`*<>]/gu, ' ')
  if (plain.trim().split(/\s+/u).length > MOST_WORDS) return null
  const number = readNumber(plain)
  return number && { number, mark }
}

/** Whether it may as well mean a place and a year: "Paris 2009". */
export function mayBeYear({ number: { year, serial }, mark }: CableAddress): boolean {
  return year === null && mark === null && serial >= 1900 && serial < 2100
}

const MARKDOWN_LINK = /\[([^[\]\n]{0,200})\]\((https?:\/\/[^\s()]{1,400})\)/giu

const URL_START = /^(?:https?:\/\/|www\.|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}(?::\d{1,5})?\/)/iu

/** A paragraph that a page is opened at. */
const ANCHOR = /#(?:p|par|para|paragraph)[-_=.]?(\d{1,3})$/iu

/** The text with the number in the place of each address that names one cable. */
export function withNumbersForUrls(text: string, template?: string): string {
  return text
    .replace(MARKDOWN_LINK, (link: string, label: string, url: string) => {
      if (findCableIds(label).length > 0) return label
      return labelIn(url, template) === null ? link : url
    })
    .replace(/\S+/gu, (word) => {
      const [, before = '', inner = '', after = ''] = /^([<("“'`*]*)(.*?)([>)"”'`*.,;!?]*)$/u.exec(word) ?? []
      const label = labelIn(inner, template)
      return label === null ? word : `${before}${label}${after}`
    })
}

function labelIn(url: string, template: string | undefined): string | null {
  if (url.length > LONGEST || !URL_START.test(url)) return null
  const paragraph = ANCHOR.exec(url)?.[1]
  const page = url.replace(ANCHOR, '')
  const [only, ...others] = findCableIds(decoded(page).replaceAll('+', ' '))
  const id = idByTemplate(page, template) ?? (others.length === 0 ? only : undefined)
  if (id === undefined) return null
  return paragraph === undefined ? id : `${id} ¶${Number(paragraph)}`
}

function idByTemplate(url: string, template: string | undefined): string | undefined {
  const [before = '', after] = template === undefined ? [] : withoutScheme(template).split(ID_SLOT)
  const page = withoutScheme(url)
  if (after === undefined || !page.toLowerCase().startsWith(before.toLowerCase())) return undefined
  const rest = page.slice(before.length)
  const end = after === '' ? rest.search(/[/?#&]|$/u) : rest.toLowerCase().indexOf(after.toLowerCase())
  return end < 0 ? undefined : (canonicalId(decoded(rest.slice(0, end))) ?? undefined)
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//iu, '').replace(/^www\./iu, '')
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url // A stray `%`: read as it is.
  }
}

/** Brackets, quotation marks, formats around the whole, and marks of lists, quotes and headings before it. */
const WRAPPED =
  /^(?:<(.+)>|\((.+)\)|\[(.+)\]|"(.+)"|“(.+)”|„(.+)[“”]|«(.+)»|'(.+)'|‘(.+)’|`+([^`]+)`+|\*+([^*]+)\*+|_+([^_]+)_+)$/u

function unwrapped(text: string): string {
  let inner = text
    .trim()
    .replace(/^(?:[#>*•-]+\s+)+/u, '')
    .replace(/^\[\d{1,2}\]\s+/u, '')
  // The label of a passage, as the bot writes it, has the cable's facts behind it.
  inner = inner.split(' · ', 1)[0] ?? ''
  for (let layer = 0; layer < 4; layer++) {
    inner = inner.replace(/[\s.,;:!?]{1,20}$/u, '').trim()
    const found = WRAPPED.exec(inner)
    if (found === null) return inner
    inner = found.slice(1).join('') // Only one of the groups holds anything.
  }
  return inner
}

const MARKING = String.raw`(?:\s*\([A-Z/ ]{1,20}\))?`
const COUNTED = String.raw`(?:\s*(?:no\.?|number|nr\.?|nummer|n[úu]mero|num[ée]ro|#))?`
const WORD_MARK = String.raw`(?:paragraphs?|paras?\.?|pars?\.?|p[áa]rrafos?|paragraphes?|abs[äa]tze?|absatz|abs\.?|p\.?)`
const PARAGRAPH_LAST = new RegExp(
  String.raw`^(.+?)(?:[\s,;:/–—-]*[¶§]{1,2}|[\s,;:/–—-]+${WORD_MARK}${COUNTED})\s*(\d{1,4})${MARKING}$`,
  'iu',
)
const PARAGRAPH_FIRST = new RegExp(
  String.raw`^(?:[¶§]{1,2}|${WORD_MARK}${COUNTED}(?=[\s\d]))\s*(\d{1,4})[\s,;:–—-]+(?:(?:of|in|from|de|del|du|la|le|el|aus|von|der|the)\s+){0,2}(.+)$`,
  'iu',
)
const POSITION_LAST = new RegExp(String.raw`^(.+?)\s*\[(\d{1,5})\]${MARKING}$`, 'u')
/** `06MEXICO1889:2` */
const GLUED = /^((?:19|20)?\d\d[a-z]{3,32}\d{1,8})[:#](\d{1,4})$/iu

function parted(text: string): { readonly cable: string; readonly mark: string | null } {
  const position = POSITION_LAST.exec(text)
  if (position !== null) return { cable: position[1] ?? '', mark: `[${Number(position[2])}]` }
  const last = PARAGRAPH_LAST.exec(text) ?? GLUED.exec(text)
  if (last !== null) return { cable: last[1] ?? '', mark: `¶${Number(last[2])}` }
  const first = PARAGRAPH_FIRST.exec(text)
  if (first !== null) return { cable: first[2] ?? '', mark: `¶${Number(first[1])}` }
  return { cable: text, mark: null }
}

/** What says no more than that it is to be read. */
const LEAD =
  /^(?:(?:please|open|show(?: me)?|read|see|view|display|get|go to|the|cable|telegram|number|no\.?|bitte|zeig(?:e)?(?: mir)?|[öo]ffne|lies|die|depesche|telegramm|abre|muestra|mu[ée]strame|lee|el|ouvre|montre(?:-moi)?|lis|le|c[âa]ble)\s+)+/iu

function withoutLead(text: string): string {
  return text.replace(LEAD, '')
}
