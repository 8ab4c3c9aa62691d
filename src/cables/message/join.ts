/** @module Lines of a paragraph put together: breaks inside a sentence are joined, sub-items keep their own lines. */
import { endsSentence, UNWRAPPED } from './units.js'

export interface ParagraphLine {
  readonly text: string
  /** A blank line stands before it. */
  readonly gap: boolean
  /** A page break was taken out before it. */
  readonly afterBreak: boolean
}

/** `--`, `-`, `•`, `*`, `a.`, `(a)`, `1)`, `A.`, `¶A.`, `iv.`, `AA.` at the start of a line. */
const DASH_ITEM = /^(?:--+|[-–—•*·>])\s*(?=\S)/
const LETTER_ITEM =
  /^¶? ?(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[A-Za-z]|[A-Z]{2}|[ivx]{1,4}|\d{1,2})\.)\s+\S/

/** @returns the text, white space collapsed within lines; lines are parted by `\n` */
export function joinLines(lines: readonly ParagraphLine[]): string {
  let text = ''
  let before = ''
  let inItem = false
  for (const line of lines) {
    const next = collapsed(withoutPilcrow(line.text.trim()))
    if (next === '') continue
    const between = text === '' ? '\n' : separator(before, line, next, inItem)
    if (between === '\n') inItem = DASH_ITEM.test(next)
    text += text === '' ? next : between + next
    before = line.text.trim()
  }
  return text
}

/** The mirrors set a ¶ before any letter or number at the start of a line; inside a paragraph it is none of the writer's. */
function withoutPilcrow(text: string): string {
  return text.replace(/^[¶\uFFFD] ?(?=[A-Za-z0-9])/, '')
}

function collapsed(text: string): string {
  return text.includes('  ') || text.includes('\t') ? text.replace(/\s+/g, ' ') : text
}

function separator(before: string, line: ParagraphLine, next: string, inItem: boolean): string {
  const finished = endsSentence(before)
  if (DASH_ITEM.test(next)) {
    if (line.gap && !line.afterBreak) return '\n'
    // A dash at the start of a line may also be one of the sentence's own.
    if (finished || /,$/.test(before)) return '\n'
    return inItem && !/^--? ?[a-z]/.test(next) ? '\n' : ' '
  }
  if (LETTER_ITEM.test(next) && (line.gap || finished || /[,;]$|\band$|\bor$/.test(before))) return '\n'
  if (line.gap && !line.afterBreak) return finished ? '\n' : glue(before, next)
  if (isTableRow(line.text) || isTableRow(before)) return '\n'
  if (finished && before.length > UNWRAPPED && !line.afterBreak) return '\n'
  return glue(before, next)
}

/** A word that was parted at its hyphen is one word again. */
function glue(before: string, next: string): string {
  return /[A-Za-z]-$/.test(before) && /^[A-Za-z]/.test(next) ? '' : ' '
}

/** Columns are set apart by several spaces more than once. */
function isTableRow(line: string): boolean {
  return line.length < 200 && (line.trim().match(/\S {3,}(?=\S)/g)?.length ?? 0) >= 2
}
