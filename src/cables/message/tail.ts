/** @module The end of a message: signature, `NNNN`, release stamps, a post's web page. None of it belongs to a paragraph. */
import { endsSentence, type TextUnit, type Unit } from './units.js'

export interface Tail {
  /** Upper case, or `null`. */
  readonly signer: string | null
  /** Units before the tail; the last may have lost the words of the tail. */
  readonly units: readonly Unit[]
  readonly aside: readonly string[]
}

/** Most lines at the end that are looked at. */
const MOST_LINES = 40

const END_MARK =
  /^(?:N{3,5}\b.*|\d{4}[A-Z]{3,8}\d{4,6} - .*|<<? *END OF (?:DOCUMENT|MESSAGE) *>>?|END OF (?:MESSAGE|CABLE)|[=*_-]+ *(?:CABLE|MESSAGE|TEXT)? *ENDS? *[=*_-]+|BT|#+ *\d{0,5}|\d{3,6}|=\d{4,})$/i
/** `Visit Mexico City's Classified Web Site at`, `For more reporting from Embassy …`: the first line of a post's note on its pages. */
const WEB_NOTE =
  /^[\W_]*(?:please )?(?:visit|see|view|access)\b.{0,120}\b(?:web ?-?sites?|web ?page|home ?page|forum|portal|website)|^[\W_]*(?:for )?more reporting from/i
/** Notes of archives below the signature: `Declassified/Released US Department of State`, `… ARCHIVE - …`. */
const STAMP =
  /^(?=.{1,120}$)(?:.*\b(?:declassified|released|archives?|review authority|systematic review|foia|sheryl p\. walter|margaret p\. grafeld)\b.*[^.]|message attributes)$/i
/** From here on nothing is the writer's. */
const DOCUMENT_ENDS = /^(?:<<? *END OF DOCUMENT *>>?|Message Attributes)$/i
const GRADE =
  /^(?:GP-?\d|GDS|XGDS-?\d?|DECLASSIF\S*.*|(?:UN)?CLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE|NOTE BY O\S*:.*)$/
const NAME = /^[A-Z][A-Za-z'’`.-]*(?: (?:[A-Z][A-Za-z'’`.-]*|de|la|von|van|der|da|al)){0,3}$/
/** What stands around a name: `//QUILL//`, `(SIGNED) QUILL`, `QUILL #`, `QUILL NNNN`. */
const BEFORE_NAME = /^[/*#"\s]*(?:\(?(?:SIGNED|S\/)\)?:? +)?/
const BEHIND_NAME = /[\s./*#"]+$/
const MARK_BEHIND_NAME = /\s(?:N{3,5}|\d{1,2})$/
/** Words that end a text but are nobody's name. */
const NO_NAME =
  /\b(?:END|COMMENTS?|SUMMARY|TEXT|NOTE|QUOTE|UNQUOTE|REFTEL|SEPTEL|UNCLASSIFIED|CONFIDENTIAL|SECRET|REGARDS|TABLE|ANNEX|REDACTED|MINIMIZE|CONSIDERED|BT)\b|^X+$/i

/** `… END COMMENT. CRETZ`: a name in capitals behind the last sentence of a line. */
const NAME_BEHIND =
  /([.!?)"”’…*:]|\bXXXX+|\bcfm|\bfm)\s+((?:[A-Z][A-Z'’-]+|M[a-z]c?[A-Z][A-Za-z]+|[A-Z][a-z]+)(?: (?:[A-Z][A-Z'’-]+|[A-Z]\.)){0,2})[ .]*$/

export function cutTail(units: readonly Unit[], isStart: (index: number) => boolean): Tail {
  const closing = units.findIndex((unit) => unit.kind === 'text' && DOCUMENT_ENDS.test(unit.text.trim()))
  let end = closing < 0 ? units.length : closing
  const floor = Math.max(0, end - MOST_LINES)
  let signer: string | null = null
  const aside = units.slice(end).map((unit) => unit.text.trim())
  // Web pages and signatures stand in either order, so lines are taken off from the end as long as they fit.
  while (end > floor) {
    const unit = units[end - 1]
    if (!unit || isStart(end - 1)) break
    const text = unit.text.trim()
    const before = units[end - 2]
    if (unit.kind === 'rule' || END_MARK.test(text) || GRADE.test(text) || STAMP.test(text)) {
      if (
        unit.kind === 'rule' &&
        before?.kind === 'text' &&
        !unit.gap &&
        signer === null &&
        !WEB_NOTE.test(before.text)
      )
        break
    } else if (signer === null && isSignature(unit, before)) {
      signer = nameOf(text)
    } else if (isWebNote(units, end - 1, floor, isStart)) {
      signer ??= nameBehindAddress(text)
    } else {
      break
    }
    aside.unshift(text)
    end--
  }
  const kept = units.slice(0, end)
  if (signer === null) return signedInLine(kept, aside)
  return { signer, units: kept, aside }
}

/** Most lines of a note on web pages, and most words of a line that holds the rest of its address. */
const WEB_LINES = 6
const WEB_WORDS = 8

/** A line of such a note: its first one stands not far above, and it is no numbered paragraph itself. */
function isWebNote(
  units: readonly Unit[],
  at: number,
  floor: number,
  isStart: (index: number) => boolean,
): boolean {
  for (let above = at; above >= floor && above > at - WEB_LINES && !isStart(above); above--) {
    const unit = units[above]
    if (unit?.kind === 'rule') continue
    if (unit === undefined) return false
    const text = unit.text.trim()
    if (WEB_NOTE.test(text)) return text.split(/\s+/).length <= MOST_NOTE_WORDS
    if (text.split(/\s+/).length > WEB_WORDS) return false
  }
  return false
}

/** A line with more words than this is prose. */
const MOST_NOTE_WORDS = 30

/** `… /london/index. cfm Tuttle`: the signature was run into the line of the address. */
function nameBehindAddress(text: string): string | null {
  const name = /(?:https?:|www\.).*[\s*]([A-Z][A-Za-z'’-]{2,})[ .]*$/.exec(text.slice(-ADDRESS_REACH))?.[1]
  return name === undefined || NO_NAME.test(name) ? null : name.toUpperCase()
}

/** How far back in a line an address is looked for (characters). */
const ADDRESS_REACH = 200

function isSignature(unit: TextUnit, before: Unit | undefined): boolean {
  const text = bareName(unit.text)
  if (!NAME.test(text) || NO_NAME.test(text) || WEB_NOTE.test(text)) return false
  if (unit.gap || before === undefined || before.kind === 'rule') return true
  if (/https?:|www\./i.test(before.text.slice(-ADDRESS_REACH))) return true
  return endsSentence(before.text) || WEB_NOTE.test(before.text) || /^[A-Z'’ .-]+$/.test(text)
}

/** Longest line that is looked at as a signature (characters). */
const LONGEST_SIGNATURE = 60

function bareName(printed: string): string {
  const line = printed.trim()
  if (line.length > LONGEST_SIGNATURE) return ''
  return line
    .replace(BEFORE_NAME, '')
    .replace(BEHIND_NAME, '')
    .replace(MARK_BEHIND_NAME, '')
    .replace(BEHIND_NAME, '')
    .replace(/\s+/g, ' ')
}

function nameOf(printed: string): string {
  const words = bareName(printed).toUpperCase().split(' ')
  const half = words.length / 2
  // Some senders' names were printed twice: PARDEW PARDEW.
  const doubled = Number.isInteger(half) && words.slice(0, half).join(' ') === words.slice(half).join(' ')
  return (doubled ? words.slice(0, half) : words).join(' ')
}

/** Characters at the end of a line that are searched for a signature. */
const SEARCHED = 300

/** The signature may stand on the last line of the last paragraph. */
function signedInLine(units: readonly Unit[], aside: readonly string[]): Tail {
  const last = units.at(-1)
  if (last?.kind !== 'text') return { signer: null, units, aside }
  const web = webBehind(last.text)
  const found = NAME_BEHIND.exec(last.text.slice(-SEARCHED))
  const name = found?.[2] ?? ''
  // In mixed case a single word without a full stop, behind the very last sentence, is the sender's name, too.
  const sure = /^[^a-z]+$/.test(name) || web !== null || (!name.includes(' ') && !/[.]\s*$/.test(last.text))
  if (!found || NO_NAME.test(name) || !sure) return { signer: null, units, aside }
  const cut = Math.min(web ?? Infinity, last.text.length - found[0].length + (found[1]?.length ?? 0))
  const rest = last.text.slice(0, cut).trimEnd()
  const shorter = shortened(last, rest)
  // A numbered paragraph of one word is no signature.
  if (last.start !== null && shorter.start?.rest === '') return { signer: null, units, aside }
  const before = units.slice(0, -1)
  return {
    signer: nameOf(name),
    units: rest === '' ? before : [...before, shorter],
    aside: [last.text.slice(cut).trim(), ...aside],
  }
}

/** Where a post's web page begins on a line that ends with it, or `null`. */
function webBehind(text: string): number | null {
  const from = Math.max(0, text.length - 400)
  const found = /(?:[*-]{3}[*\s-]*)?\b(?:please )?visit [A-Z].{0,80}(?:web ?site|home ?page|forum)/i.exec(
    text.slice(from),
  )
  return found ? from + found.index : null
}

function shortened(unit: TextUnit, text: string): TextUnit {
  const { start } = unit
  const cut = unit.text.length - text.length
  return {
    ...unit,
    text,
    start: start && { ...start, rest: start.rest.slice(0, Math.max(0, start.rest.length - cut)).trimEnd() },
  }
}
