/** @module What a line of the head may be, as an ordered table: the first rule that knows the line decides. */
import { readWrittenDate } from './dates.js'
import { labelOf } from './fields.js'
import { continuesField, continuesReferences, isBelowTitle, isProse } from './head-fields.js'
import { cutHeadLine } from './head-cuts.js'
import { beginAgain, keep, open, type HeadState } from './head-state.js'
import {
  classificationLine,
  DATE_TIME_GROUP,
  isCaptionLine,
  isExtractNote,
  isRouting,
  saysCorrectedCopy,
  type ClassificationLine,
} from './kinds.js'
import { MARKING } from './marking.js'
import { isBreakLine, splitPageBreak } from './page-breaks.js'
import { isParagraphStart } from './paragraph-start.js'
import { proseStart } from './prose.js'
import { subjectEnd } from './subject-end.js'

/** The line belongs to the head; the body begins with it; or these lines stand in its place. */
export type Verdict = 'head' | 'body' | readonly string[]

export interface HeadRule {
  readonly name: string
  readonly example: string
  /**
   * @param text the line, trimmed
   * @param below the next lines that are not blank, trimmed, at most a few
   * @returns `null` when the rule does not know the line
   */
  readonly judge: (state: HeadState, text: string, below: readonly string[]) => Verdict | null
}

export const HEAD_RULES: readonly HeadRule[] = [
  {
    name: 'numbered paragraph',
    example: '1. (C) The tide rose.',
    judge(state, text) {
      if (!isParagraphStart(text)) return null
      if (!state.proper && state.classification === null && !text.startsWith('¶')) return null
      return state.current === 'ref' && continuesReferences(state, text) ? null : 'body'
    },
  },
  {
    name: 'note, written date or routing',
    example: 'DE RUEHLU #0101 1011200',
    judge(state, text) {
      const writtenDate = state.proper ? null : readWrittenDate(text)
      if (!isExtractNote(text) && writtenDate === null && !isRouting(text)) return null
      // A mail or a preview stood above the transmission.
      if (isRouting(text) && state.proper) beginAgain(state)
      state.writtenDate ??= writtenDate
      state.current = null
      return 'head'
    },
  },
  {
    name: 'page break',
    example: 'LUMINA 00000101  002 OF 003',
    judge(state, text) {
      const found = splitPageBreak(text)
      if (!found) return null
      state.lines.push(found.residue)
      state.gap = false
      return [found.before, found.after].filter((part) => part !== '')
    },
  },
  {
    name: 'dots where a preview was cut',
    example: '...',
    judge(state, text, below) {
      if (!state.proper || !/^\.{3}$/.test(text)) return null
      if (labelOf(below[0] ?? '', true).field !== null) beginAgain(state)
      state.current = null
      return 'head'
    },
  },
  {
    name: 'captions',
    example: 'SIPDIS',
    judge(state, text) {
      if (!isCaptionLine(text) && !saysCorrectedCopy(text)) return null
      state.captionLines.push(text.toUpperCase())
      return 'head'
    },
  },
  {
    name: 'several fields on one line',
    example: 'E.O. 12958: N/A TAGS: PGOV SUBJECT: TIDES',
    judge: (_state, text) => cutHeadLine(text),
  },
  {
    name: 'level at the foot of a page',
    example: 'CONFIDENTIAL',
    judge: (state, text) =>
      state.proper && (classificationLine(text)?.rest === '' || LEVEL_AND_CAPTIONS.test(text))
        ? 'head'
        : null,
  },
  {
    name: 'subject that goes on with the name of a level',
    example: 'SECRET TALKS IN LUMINA',
    judge(state, text) {
      const classification = classificationLine(text)
      if (!wraps(state) || classification?.serial !== null || isOwnBreak(state, text)) return null
      keep(state, text)
      return 'head'
    },
  },
  {
    name: 'classification line',
    example: 'C O N F I D E N T I A L SECTION 01 OF 02 LUMINA 000101',
    judge(state, text) {
      const found = classificationLine(text)
      if (!found) return null
      if (state.classification !== null && state.proper && found.serial === null && !isOwnBreak(state, text))
        return null
      if (state.proper && isFirstOfHead(found)) beginAgain(state)
      state.classification = betterClassification(state.classification, found)
      state.captionLines.push(found.rest)
      state.current = null
      return 'head'
    },
  },
  {
    name: 'post and serial below the level, or again',
    example: 'C O N F I D E N T I A L / LUMINA 000101',
    judge(state, text) {
      const known = state.classification
      const found = /^([A-Z][A-Z .'-]{2,30}) +(\d{5,8})(?: +SIPDIS)*$/.exec(text)
      if (known === null || !found) return null
      if (known.serial === Number(found[2]) && state.proper) return 'head'
      if (known.serial !== null || state.proper) return null
      state.classification = { ...known, post: found[1] ?? null, serial: Number(found[2]) }
      return 'head'
    },
  },
  {
    name: 'date-time group',
    example: 'R 101922Z APR 06',
    judge(state, text) {
      if (state.proper || !DATE_TIME_GROUP.test(text)) return null
      state.dateTimeGroup ??= text
      state.current = null
      return 'head'
    },
  },
  {
    name: 'subject that ends inside its line',
    example: 'SUBJECT: THE TIDES Sensitive but Unclassified. Please handle accordingly.',
    judge(state, text) {
      const { field, text: rest } = labelOf(text, state.proper)
      if (field !== 'subject' && !(field === null && wraps(state))) return null
      const end = subjectEnd(rest)
      const at = end === null ? 0 : text.length - rest.length + end.at
      const parts = [text.slice(0, at).trim(), text.slice(at).trim()]
      return at > 0 && !parts.includes('') ? parts : null
    },
  },
  {
    name: 'label of a field',
    example: 'TAGS: PGOV, PREL',
    judge(state, text) {
      const { field, text: rest } = labelOf(text, state.proper)
      if (field === null) return null
      const isTitle = wraps(state) && /^SUBJECTS? [A-Z]/.test(text)
      if (isTitle || (wraps(state) && field === 'tags' && !/^TAGS?:/i.test(text))) keep(state, text)
      else open(state, field, rest)
      return 'head'
    },
  },
  {
    name: 'item of the list of references',
    example: '¶B. LUMINA 12',
    judge(state, text) {
      if (!continuesReferences(state, text)) return null
      if (!state.fields.has('ref')) state.fields.set('ref', [])
      state.current = 'ref'
      keep(state, text)
      return 'head'
    },
  },
  {
    name: 'unnumbered paragraph with its marking',
    example: '(C) The tide rose, said the mayor.',
    judge: (state, text) => (state.proper && !wraps(state) && MARKED.test(text) ? 'body' : null),
  },
  {
    name: 'running text behind the references',
    example: 'We told the mayor in reftel that he may open the bridge',
    judge: (state, text) => (state.current === 'ref' && proseStart(text) === 0 ? 'body' : null),
  },
  {
    name: 'field that goes on',
    example: 'reasons 1.4 (b) and (d).',
    judge(state, text, below) {
      const endsAtOnce = wraps(state) && subjectEnd(text)?.at === 0
      if (endsAtOnce || !continuesField(state, text, below)) return null
      keep(state, text)
      return 'head'
    },
  },
  {
    name: 'subject that lost its label',
    example: 'TAGS: PGOV / THE TIDES OF LUMINA / REF: LUMINA 12',
    judge(state, text, below) {
      if (!state.proper || state.fields.has('subject') || !isTitle(text)) return null
      const next = below.find((line) => !isTitle(line) || labelOf(line, true).field !== null)
      if (!isBelowTitle(labelOf(next ?? '', true).field)) return null
      open(state, 'subject', text)
      return 'head'
    },
  },
  {
    name: 'handling note between fields',
    example: 'SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY',
    judge(state, text, below) {
      if (!state.proper || !HANDLING.test(text) || text.length > LONGEST_NOTE) return null
      const isInside = below.slice(0, 2).some((line) => labelOf(line, true).field !== null)
      if (!isInside) return null
      state.current = null
      return 'head'
    },
  },
  {
    name: 'attention line above the head proper',
    example: 'STATE FOR AF/E',
    judge(state, text) {
      if (state.proper || isParagraphStart(text)) return null
      const isBegun = state.classification !== null || state.dateTimeGroup !== null
      const isPreviewOnly = state.earlier.size > 0 && isProse(text)
      const isHead = (isBegun && !isPreviewOnly) || !isProse(text)
      if (isHead) state.captionLines.push(CAPTIONS_BEFORE.exec(text)?.[0] ?? '')
      return isHead ? 'head' : null
    },
  },
]

/** `SIPDIS, DEPT FOR AF/E` */
const CAPTIONS_BEFORE = /^(?:(?:SIPDIS|NOFORN|NODIS|EXDIS|SENSITIVE(?! BUT))[ ,/]{1,3})+/

const MARKED = new RegExp(`^${MARKING}\\s{0,3}["“'‘]?[A-Z]`)

/** `SECRET//FGI//NOFORN` */
const LEVEL_AND_CAPTIONS = /^(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET)(?:\/\/[A-Z, ]{2,20}){1,4}$/

const HANDLING =
  /\b(?:SENSITIVE BUT|PROTECT ACCORDINGLY|HANDLE ACCORDINGLY|INTERNET DISTRIBUTION|INTERNET PUBLICATION)/i
const LONGEST_NOTE = 160

/** Longest line of a title (characters). */
const LONGEST_TITLE = 160

/** A line in capitals, as titles are printed. */
function isTitle(text: string): boolean {
  return (
    text.length <= LONGEST_TITLE &&
    text === text.toUpperCase() &&
    /[A-Z]{3}/.test(text) &&
    !HANDLING.test(text)
  )
}

/** A line directly below a line of the subject. */
function wraps(state: HeadState): boolean {
  return state.current === 'subject' && !state.gap
}

function isOwnBreak(state: HeadState, text: string): boolean {
  return isBreakLine(text, state.classification?.serial ?? null)
}

/** The line opens a head: it names post and serial, and is not that of a later section. */
function isFirstOfHead({ post, serial, rest }: ClassificationLine): boolean {
  return post !== null && serial !== null && !/SECTION +0*(?:[2-9]|[1-9]\d) /.test(rest)
}

function betterClassification(
  known: ClassificationLine | null,
  found: ClassificationLine,
): ClassificationLine {
  if (known === null) return found
  return known.serial === null && found.serial !== null ? { ...found, level: known.level } : known
}
