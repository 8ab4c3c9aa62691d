/**
 * @module Lines of the head that lost their ends: several fields stand on one line, glued or with a space between, and the
 * body may begin behind them. A line is cut at the first place where something else begins.
 */
import { CAPTION, classificationLine, LEVEL_AT_START } from './kinds.js'
import { beginsSentence, proseStart } from './prose.js'

interface Cut {
  readonly name: string
  /** The place is marked by a bar. */
  readonly example: string
  /** Index at which the line is cut, or -1. */
  readonly find: (line: string) => number
}

const LABEL_WITH_COLON =
  '(?:TAGS?|AGS|SUBJ(?:ECT)?|UBJECT|(?:REF|EF)(?:S|TELS?|ERENCES?|\\(S\\))?|C?LASSIFIED BY|E\\.? ?O\\.? ?\\d{5}) ?[:;]'

/** Portion markings with which an unnumbered paragraph begins. */
const MARKING_THERE = '\\((?:U|C|S|SBU|LOU|[CS]//?NF|SBU/NF|SENSITIVE)\\)'

const IN_TRANSMISSION = /^(?:(?:[ZOPRY]{1,2} ){1,4}\d{6}Z|FM [A-Z]{3}|TO R[A-Z]{3,8}\/)/

const OPENS_SUMMARY = /^(?:begin )?summary ?[:.]/i

const BEHIND_REASONS = /1\. ?[3-8][^A-Z]{0,40}[).] {1,3}(?=["“]?[A-Z])/

const BEFORE_MARKING = new RegExp(`(?<=[\\d.)\\]_A-Ea-e]\\s{1,3})(?=${MARKING_THERE} {1,3}\\S)`)

const LEADING_CAPTIONS = new RegExp(`^(?:(?:${CAPTION})[ ,/]{1,3}){1,6}`)

const CUTS: readonly Cut[] = [
  {
    name: 'label behind a space',
    example: 'SUBJECT: TIDES |REF: LUMINA 12',
    find: first(new RegExp(`(?<=\\s)(?=${LABEL_WITH_COLON})`, 'i')),
  },
  {
    name: 'label without a colon behind a space',
    example: 'SIPDIS |REF LUMINA 0117 |CLASSIFIED BY DCM',
    find: first(
      /(?<=\s)(?=REFS? (?:¶?\(?A[.):] ?|[A-Z]{3,}(?: [A-Z]{3,})? \d{2})|C(?:LASSIFIED BY|lassified [Bb]y)(?! (?:LINE|FIELD|BLOCK)) ?[A-Z]|TAGS [A-Z]{4},? [A-Z]{2,4}\b)/,
    ),
  },
  {
    name: 'subject without a colon behind the TAGS',
    example: 'TAGS PGOV PREL KE |SUBJECT THE MAYOR',
    find: (line) => (/\bTAGS?\b/.test(line) ? first(/(?<=\s)(?=SUBJ(?:ECT)? [A-Z]{2,})/)(line) : -1),
  },
  {
    name: 'transmission header on one line',
    example: 'R 101200Z APR 08 |FM AMEMBASSY LUMINA |TO RUEHC/SECSTATE WASHDC |INFO RUEHKM/AMEMBASSY PORT',
    find: (line) => (IN_TRANSMISSION.test(line) ? first(/(?<=\s)(?=(?:FM|TO|INFO) [A-Z]{3})/)(line) : -1),
  },
  {
    name: 'label glued to the word before it',
    example: 'A VISIT TO LUMINA|Ref: LUMINA 12',
    find: first(
      /(?<=[A-Za-z0-9.,;)”"'’])(?<!\bDE)(?=C(?:lassified By|LASSIFIED BY)\b|(?:REF)?R(?:ef|EF)S?: |TAGS: |S(?:ubject|UBJECT): |E\.O\. \d{5}:)/,
    ),
  },
  {
    name: 'classification line behind other words',
    example: 'dated:2007-12-10T05:54:00|C O N F I D E N T I A L SECTION 01 OF 03 LUMINA 002441',
    find: first(
      /(?<=[\s\d])(?<!T O P )(?=(?:C O N F I D E N T I A L|S E C R E T|UNCLAS(?:SIFIED)?) (?:[A-Z/]{2,12} ){0,3}(?:SECTION \d\d OF \d\d )?[A-Z][A-Z .'-]{2,24} 0\d{5})/,
    ),
  },
  {
    name: 'words behind the serial of a classification line',
    example: 'C O N F I D E N T I A L LUMINA 001423 |SIPDIS EUR/SE',
    find: (line) => {
      const text = /\s0\d{5}\s/.test(line.slice(0, 100)) ? line.toUpperCase() : line
      if (!LEVEL_AT_START.test(text)) return -1
      const end = /^.{3,80}?[A-Z .'-] ?\d{6}(?=\s*[A-Z(])/.exec(text)?.[0].length ?? -1
      return end > 0 && classificationLine(line) === null ? end : -1
    },
  },
  {
    name: 'words glued to SIPDIS',
    example: 'SIPDIS|DEPT FOR AF/E',
    find: first(/(?<=^(?:(?:SENSITIVE|NOFORN) ){0,2}SIPDIS)(?=[A-Z])/),
  },
  {
    name: 'captions before a label',
    example: 'SENSITIVE SIPDIS |REF LUMINA 0117',
    find: (line) => {
      const end = LEADING_CAPTIONS.exec(line)?.[0].length ?? -1
      return /^(?:REF|TAGS|SUBJ|E\.O|CLASSIFIED)/.test(line.slice(Math.max(0, end))) ? end : -1
    },
  },
  {
    name: 'first numbered paragraph',
    example: 'Reasons: 1.4 b and d |1. (C) Summary: The tide',
    find: first(/(?<=\S\s)(?<!by ?:? )(?=¶? ?1\. {0,3}\((?:U|C|S|SBU|LOU|[CS]\/{1,2}NF)\))/i),
  },
  {
    name: 'first numbered paragraph without a marking',
    example: 'REF: LUMINA 12 |1. Summary. The tide rose',
    find: (line) => {
      const at = /(?<=\S\s)1\. {1,3}(?=["“]?[A-Z])/.exec(line)
      const text = at ? line.slice(at.index + at[0].length) : ''
      return at && (/^(?:Summary|SUMMARY|Begin|BEGIN)\b/.test(text) || beginsSentence(text)) ? at.index : -1
    },
  },
  {
    name: 'unnumbered paragraph with its marking',
    example: 'reasons 1.4 (b) and (d). |(C) The mayor told us of the tide and of',
    find: (line) => {
      const at = BEFORE_MARKING.exec(line)?.index ?? -1
      return at > 0 && beginsSentence(line.slice(at).replace(/^\([^()]*\)\s*/, '')) ? at : -1
    },
  },
  {
    name: 'running text behind the references',
    example: 'REF: LUMINA 12 |We told the mayor in reftel that he may open the bridge',
    find: (line) => (/^ ?REF/i.test(line) ? proseStart(line) : -1),
  },
  {
    name: 'running text behind the reasons',
    example: 'reasons 1.4 (b) and (d). |In a meeting in June the mayor told us of the bridge',
    find: (line) => {
      const at = BEHIND_REASONS.exec(line)
      const end = at ? at.index + at[0].length : -1
      return end > 0 && (proseStart(line.slice(end)) === 0 || OPENS_SUMMARY.test(line.slice(end))) ? end : -1
    },
  },
  {
    name: 'handling note',
    example: '(C) LUMINA 73 |SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY.',
    find: first(
      /(?<=\S )(?=SENSITIVE BUT UNCLASSIFIED|Sensitive [Bb]ut [Uu]nclassified|T(?:HIS|his) (?:MESSAGE|message|CABLE|cable) |(?<=\d )NOTE: )/,
    ),
  },
  {
    name: 'marking of the paragraph below, behind references',
    example: 'REF: A. LUMINA 12 B. QUILL E-MAIL  |(SBU/NF)',
    find: (line) =>
      /^REF/i.test(line) ? first(new RegExp(`(?<=\\S {1,4})(?=${MARKING_THERE}\\s*$)`))(line) : -1,
  },
  {
    name: 'marking of the paragraph below',
    example: 'reasons 1.4 (b) and (d) |(C)',
    find: first(new RegExp(`(?<=\\band \\(? ?[a-h] ?\\)[.]? {1,3})(?=${MARKING_THERE}\\s*$)`)),
  },
]

function first(pattern: RegExp): Cut['find'] {
  return (line) => pattern.exec(line)?.index ?? -1
}

/** Longest line that is looked at (characters): longer ones are cut behind it only. */
const LOOKED_AT = 6_000

/** @returns the two parts, or `null` when nothing else begins inside the line */
export function cutHeadLine(line: string): readonly [string, string] | null {
  const looked = line.slice(0, LOOKED_AT)
  const places = CUTS.map(({ find }) => find(looked)).filter(
    (at) => at > 0 && !/^\([A-Z]{1,3}\)\s*$/.test(looked.slice(0, at)),
  )
  if (places.length === 0) return null
  const at = Math.min(...places)
  const [head, rest] = [line.slice(0, at).trim(), line.slice(at).trim()]
  return head === '' || rest === '' ? null : [head, rest]
}
