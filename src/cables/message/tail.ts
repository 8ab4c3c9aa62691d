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
const WEB_SITE =
  /\b(?:visit|see|view|access)\b.{0,120}\b(?:web ?-?sites?|web ?page|home ?page|forum|portal|website)|^(?:for )?more reporting from|https?:|\.gov\b|^(?:c )?fm\b|^(?:it|m|ada|mil|fm)$/i
/** Notes of archives below the signature: `Declassified/Released US Department of State`, `… ARCHIVE - …`. */
const STAMP =
  /^(?=.{1,120}$)(?:.*\b(?:declassified|released|archives?|review authority|systematic review|foia|sheryl p\. walter|margaret p\. grafeld)\b.*[^.]|message attributes)$/i
/** From here on nothing is the writer's. */
const DOCUMENT_ENDS = /^(?:<<? *END OF DOCUMENT *>>?|Message Attributes)$/i
const GRADE =
  /^(?:GP-?\d|GDS|XGDS-?\d?|DECLASSIF\S*.*|(?:UN)?CLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE|NOTE BY O\S*:.*)$/
const NAME =
  /^(?:\(?(?:SIGNED|S\/)\)?:? )?([A-Z][A-Za-z'’`.-]*(?: (?:[A-Z][A-Za-z'’`.-]*|de|la|von|van|der|da|al)){0,3})[ .#*]*$/
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
        !isTailText(before.text)
      )
        break
    } else if (isWebLine(units, end - 1, floor, isStart)) {
      signer ??= nameBehindAddress(text)
    } else if (signer === null && isSignature(unit, before)) {
      signer = nameOf(text)
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

function isTailText(text: string): boolean {
  return WEB_SITE.test(text) || END_MARK.test(text.trim())
}

/** A line of the block that names the post's web page; the block begins with such a line behind a gap, rule or sentence. */
function isWebLine(
  units: readonly Unit[],
  at: number,
  floor: number,
  isStart: (index: number) => boolean,
): boolean {
  const unit = units[at]
  if (unit?.kind !== 'text' || unit.text.length > 400) return false
  // A numbered paragraph may itself be the note, and its address then belongs to it.
  const above = units[at - 1]
  if (!unit.gap && isStart(at - 1) && above?.kind === 'text' && WEB_SITE.test(above.text)) return false
  if (WEB_SITE.test(unit.text)) return !isProse(unit.text)
  // The last lines of the block may be broken pieces of its address.
  return (
    at - 1 >= floor &&
    !isStart(at - 1) &&
    above?.kind === 'text' &&
    /https?:|www\.|website/i.test(above.text) &&
    !isProse(above.text) &&
    /^\S{1,12}(?: \S{1,6})?$/.test(unit.text.trim()) &&
    /[./]|^[a-z]/.test(unit.text.trim())
  )
}

/** `… /london/index. cfm Tuttle`: the signature was run into the line of the address. */
function nameBehindAddress(text: string): string | null {
  const name = /(?:https?:|www\.).*[\s*]([A-Z][A-Za-z'’-]{2,})[ .]*$/.exec(text)?.[1]
  return name === undefined || NO_NAME.test(name) ? null : name.toUpperCase()
}

function isProse(text: string): boolean {
  return text.split(/\s+/).length > 30
}

function isSignature(unit: TextUnit, before: Unit | undefined): boolean {
  const text = unit.text.trim()
  if (text.length > 40 || !NAME.test(text) || NO_NAME.test(text)) return false
  if (unit.gap || before === undefined || before.kind === 'rule') return /^[A-Z(]/.test(text)
  return endsSentence(before.text) || isTailText(before.text) || /^[A-Z'’ .-]+$/.test(text)
}

function nameOf(printed: string): string | null {
  const name = NAME.exec(printed)?.[1]
    ?.replace(/[ .#*]+$/, '')
    .toUpperCase()
  if (name === undefined) return null
  const words = name.split(' ')
  const half = words.length / 2
  // Some senders' names were printed twice: PARDEW PARDEW.
  const doubled = Number.isInteger(half) && words.slice(0, half).join(' ') === words.slice(half).join(' ')
  return doubled ? words.slice(0, half).join(' ') : name
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
  const sure = /^[^a-z]+$/.test(name) || /^M[a-z]c?[A-Z]/.test(name) || web !== null
  if (!found || NO_NAME.test(name) || !sure) return { signer: null, units, aside }
  const cut = Math.min(web ?? Infinity, last.text.length - found[0].length + (found[1]?.length ?? 0))
  const rest = last.text.slice(0, cut).trimEnd()
  const before = units.slice(0, -1)
  return {
    signer: nameOf(name),
    units: rest === '' ? before : [...before, shortened(last, rest)],
    aside: [last.text.slice(cut).trim(), ...aside],
  }
}

/** Where a post's web page begins on a line that ends with it, or `null`. */
function webBehind(text: string): number | null {
  const from = Math.max(0, text.length - 400)
  const found = /(?:[*-]{3}[*\s-]*)?(?:please )?visit [A-Z].{0,80}(?:web ?site|home ?page|forum)/i.exec(
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
