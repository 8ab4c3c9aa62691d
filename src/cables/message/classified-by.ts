/** @module Classified By: who classified the message and for which reasons. */
import { joinHardLines } from './hard-lines.js'
import { splitPageBreak } from './page-breaks.js'

export interface ClassifiedBy {
  readonly name: string | null
  /** `1.4(b)`, in order, once each. */
  readonly reasons: readonly string[]
}

/** `1.4`, also `1 .4`, `1,4`, `1/4 (b)` and `14 (b)`: the section of the order that lists the reasons. */
const SECTION = /(?<![\d.])(?:1 ?[.,] ?([3-8])(?!\d)|1[ /]?([3-8])(?= ?\([A-Ha-h]))/

const REASON = 'r ?e ?a ?s ?o ?n(?: ?s)?|ress?ons?|reaons?|reasosn|resaons?|reasns|reas\\.'

/** What stands before the label's own text: numbers, markings, signs, the label again. */
const BEFORE: readonly RegExp[] = [
  /^[\s:;,.*_-]+/,
  /^[([] ?(?:U|C|S|SBU|C\/NF|S\/NF)[)\]]/i,
  /^¶? ?\d{1,2}[.)](?= )/,
  /^(?:this (?:message|cable) (?:was|is) )?(?:class?if[a-z]{1,4}|clas+f[a-z]{1,4})(?: ?[:.] ?| )by\b/i,
  /^by(?=[ :])/i,
]

/** Where the name and title end: the first of these. */
const END: readonly RegExp[] = [
  new RegExp(`\\b(?:${REASON})(?![a-z])`, 'i'),
  SECTION,
  /\bsec(?:tions?|s?\.) ?\d/i,
  /\bper (?=E\.|STATE|DSCG|SCG|\d)|\bexecutive order \d{5}/i,
  /\bDECL(?:ASSIFY)?\b|\bDERIVED\b|\bE\. ?O\.? ?\d{5}|\bEO \d{5}/i,
  /\bclass?ified by\b/i,
  /\b(?:REFS?|SUBJECT|TAGS) ?:/i,
  // A record of a dump, a classification line, a page break, a paragraph.
  /\bid: \d|\b(?:C O N F I D|S E C R E T|U N C L A S)|\b(?:CONFIDENTIAL|SECRET|UNCLAS) [A-Z ]{2,30} \d{4,8}\b/,
  /¶ ?\d|(?<!\S)\d{1,2}\. ?\(/,
]

/** Words and signs that lead to the reasons, at the end of the name; also cut ones. */
const LEADS_TO_REASONS: readonly RegExp[] = [
  /[\s,;:(-]$/,
  /\b(?:for|per|under|in accordance with|based (?:up)?on|pursuant to|due to|by|the|following|of)$/i,
  /\b(?:fo?|for|re)(?:\.{3})?$/,
]

/** A full stop that belongs to the last word: an initial, `Jr.`, `a.i.` */
const ABBREVIATION = /(?:^|[\s.,(])(?:jr|sr|esq|[a-z])\.$/i

/** A note of a corrected copy: `CLASSIFIED BY LINE ADDED`. */
const COPY_NOTE =
  /^(?:LINE|FIELD|BLOCK|STATEMENT|PARAGRAPH|INFORMATION) (?:WAS |IS )?(?:ADDED|CORRECTED|CHANGED|INCLUDED|MISSING|DELETED)\b/i

/**
 * @param lines of the field, label taken off
 * @param usual section that lists the reasons in the order of the cable's time, for letters that stand without one; or `null`
 */
export function readClassifiedBy(lines: readonly string[], usual: string | null = null): ClassifiedBy {
  const own = lines.flatMap((line) => {
    const pageBreak = splitPageBreak(line)
    return pageBreak ? [pageBreak.before, pageBreak.after] : [line]
  })
  const text = withoutLabel(joinHardLines(own))
  if (COPY_NOTE.test(text)) return { name: null, reasons: [] }
  const end = Math.min(text.length, ...END.map((rule) => rule.exec(text)?.index ?? text.length))
  const printed = withoutLead(text.slice(0, end)).replace(/^\(([^()]*)\)$/, '$1')
  const name = ABBREVIATION.test(printed) ? printed : printed.replace(/(?<![.\s])\.$/, '')
  return { name: name === '' ? null : name, reasons: readReasons(text, usual) }
}

function withoutLabel(printed: string): string {
  let text = printed
  for (let left = 8; left > 0; left--) {
    const rule = BEFORE.find((one) => one.test(text))
    if (!rule) break
    text = text.replace(rule, '')
  }
  return text
}

/** Longest of these words (characters), with room before it. */
const LONGEST_LEAD = 30

/** Takes off `, for the following` and the like, a word or sign at a time. */
function withoutLead(printed: string): string {
  let text = printed
  for (let left = 12; left > 0; left--) {
    const found = LEADS_TO_REASONS.map((rule) => rule.exec(text.slice(-LONGEST_LEAD))?.[0] ?? '').find(
      (lead) => lead !== '',
    )
    if (found === undefined) break
    text = text.slice(0, text.length - found.length)
  }
  return text
}

/** `for reasons (b) and (d)`, `REASONS 1 (B)`: the letters without their section. */
const LETTERS_ALONE = new RegExp(
  `\\b(?:${REASON})(?![a-z])[\\s:,]{0,4}(?:1 )?(?=\\(?[a-h]\\)?(?![a-z]))`,
  'i',
)

/** Longest list of reasons (characters). */
const LONGEST_REASONS = 200
const TOKEN =
  /(?<![\d.])1 ?[.,] ?([3-8])(?!\d)|(?<![\d.])1[ /]?([3-8])(?= ?\()|(?<![A-Za-z])([A-Ha-h])(?![A-Za-z])|([A-Za-z]{2,})|(\d)|([.¶])/g
/** Words that may stand between a section and its letters. */
const BETWEEN = /^(?:and|or|an|also|reasons?|sections?|paragraphs?|paras?|parts?)$/i

/** `1.4 (b,d)`, `1.4 (b) and (d)`, `1.5 b/d`, `1.4 (B)(D)`, `1.4 (b+d)`: a section, then single letters. */
export function readReasons(text: string, usual: string | null = null): string[] {
  const printed = SECTION.exec(text)?.index
  const bare = usual === null || printed !== undefined ? null : LETTERS_ALONE.exec(text)
  const from = printed ?? (bare ? bare.index + bare[0].length : undefined)
  if (from === undefined) return []
  const list = text.slice(from, from + LONGEST_REASONS)
  const found = new Set<string>()
  let section: string | null = printed === undefined ? usual : null
  for (const token of list.matchAll(TOKEN)) {
    const [whole, number, damaged, letter, word, digit] = token
    const behind = list.slice(token.index + whole.length)
    if (number !== undefined || damaged !== undefined) section = `1.${number ?? damaged ?? ''}`
    else if (letter !== undefined) {
      if (found.size > 0 && isMarkingOfText(list.slice(0, token.index), behind)) break
      found.add(`${section ?? ''}(${letter.toLowerCase()})`)
    } else if (word !== undefined) {
      if (/^[A-H]{2,4}$/i.test(word) && /^\s*\)/.test(behind)) {
        for (const one of word.toLowerCase()) found.add(`${section ?? ''}(${one})`)
      } else if (!BETWEEN.test(word)) break
    } else if (digit !== undefined || (found.size > 0 && !goesOn(behind))) break
  }
  return [...found]
}

/** `(b) and (d) (C) Summary: …`: the letter is the marking of a paragraph, because nothing joins it to the list. */
function isMarkingOfText(before: string, behind: string): boolean {
  const isJoined = /(?:and|or|nd|[,&/+]) ?\(?$/i.test(before)
  return !isJoined && /^\) ?(?!(?:and|or)\b)[A-Z]\w/i.test(behind)
}

/** Behind a full stop more reasons may follow: `B. and D.` */
function goesOn(behind: string): boolean {
  return /^ *(?:and|or|&)|^ *\(?[a-h]\)?\W*$/i.test(behind)
}
