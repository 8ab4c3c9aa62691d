/** @module Lines of a paragraph put together: breaks inside a sentence are joined, sub-items keep their own lines. */
import type { MidLine } from './pieces.js'
import { endsSentence, UNWRAPPED } from './units.js'

export interface ParagraphLine {
  readonly text: string
  /** A blank line stands before it. */
  readonly gap: boolean
  /** A page break was taken out before it. */
  readonly afterBreak: boolean
  /** It goes on in the printed line of the one before it. */
  readonly midLine?: MidLine
  /** It never goes on from the line before: a heading inside a paragraph, and what follows it. */
  readonly apart?: boolean
}

/** `--`, `-`, `•`, `*` at the start of a line. */
const DASH_ITEM = /^(?:--+|[-–—•*·>])\s*(?=\S)/
/** `a.`, `(a)`, `1)`, `A.`, `iv.`, `AA.` at the start of a line; the groups hold the label. */
const LABEL_ITEM = /^(?:\(?([A-Za-z]|[ivx]{1,4}|\d{1,2})\)|([A-Za-z]|[A-Z]{2}|[ivx]{1,4}|\d{1,2})\.)\s+\S/

/** @returns the text, white space collapsed within lines; lines are parted by `\n` */
export function joinLines(lines: readonly ParagraphLine[]): string {
  let text = ''
  let before = ''
  let item: Item = null
  for (const line of lines) {
    const next = collapsed(withoutPilcrow(line.text.trim()))
    if (next === '') continue
    const nextItem = itemOf(next)
    const between = text === '' ? '\n' : separator(before, line, next, item, nextItem)
    if (between === '\n') item = nextItem
    text += text === '' ? next : between + next
    before = line.text.trim()
  }
  return text
}

/** The mark that a sub-item begins with: `dash`, or its label in a list. */
type Item = string | null

function itemOf(line: string): Item {
  if (DASH_ITEM.test(line)) return 'dash'
  const label = LABEL_ITEM.exec(line)
  return label?.[1] ?? label?.[2] ?? null
}

/** `b` goes on from `a`, `2` from `1`, `BB` from `AA`. */
function goesOn(from: Item, to: Item): boolean {
  if (from === null || to === null || from === 'dash' || to === 'dash') return false
  const [one, other] = [Number(from), Number(to)]
  if (!Number.isNaN(one) && !Number.isNaN(other)) return other === one + 1
  return to.charCodeAt(0) === from.charCodeAt(0) + 1 && to.length === from.length
}

/** The mirrors set a ¶ before any letter or number at the start of a line; inside a paragraph it is none of the writer's. */
function withoutPilcrow(text: string): string {
  return text.replace(/^[¶\uFFFD] ?(?=[A-Za-z0-9])/, '')
}

function collapsed(text: string): string {
  return text.includes('  ') || text.includes('\t') ? text.replace(/\s+/g, ' ') : text
}

function separator(before: string, line: ParagraphLine, next: string, item: Item, nextItem: Item): string {
  if (line.apart === true) return '\n'
  if (line.midLine) return line.midLine === 'glued' ? '' : ' '
  const finished = endsSentence(before)
  const gap = line.gap && !line.afterBreak
  if (nextItem === 'dash') {
    // A dash at the start of a line may also be one of the sentence's own.
    if (gap || finished || before.endsWith(',')) return '\n'
    return item === 'dash' && !/^--? ?[a-z]/.test(next) ? '\n' : ' '
  }
  if (nextItem !== null && (gap || finished || /[,;]$|\b(?:and|or)$/i.test(before) || goesOn(item, nextItem)))
    return '\n'
  if (gap) return finished || !isCut(before, next) ? '\n' : glue(before, next)
  if (isTableRow(line.text) || isTableRow(before)) return '\n'
  if (finished && before.length > UNWRAPPED && !line.afterBreak) return '\n'
  return glue(before, next)
}

/** Shortest line that is full (characters): one that ends in mid-sentence was cut, where a short one ends a list's item. */
const FULL_LINE = 50

/** Whether a line that ends no sentence goes on behind a gap. */
export function isCut(before: string, next: string): boolean {
  return before.length >= FULL_LINE || /^[a-z]/.test(next) || /[,-]$/.test(before)
}

/** A word that was parted at its hyphen is one word again. */
function glue(before: string, next: string): string {
  return /[A-Za-z]-$/.test(before) && /^[A-Za-z]/.test(next) ? '' : ' '
}

/** Columns are set apart by several spaces more than once. */
export function isTableRow(line: string): boolean {
  return line.length < 200 && line.includes('   ') && (line.trim().match(/\S {3,}(?=\S)/g)?.length ?? 0) >= 2
}
