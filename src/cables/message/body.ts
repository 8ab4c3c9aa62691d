/** @module The body of a message: numbered and unnumbered paragraphs with their headings, signature and tail cut off. */
import type { Paragraph } from '../cable.js'
import { findHeadings, headingBehindNumber, type HeadingSpan } from './headings.js'
import { isCut, joinLines, type ParagraphLine } from './join.js'
import { MARKING, normaliseMarking } from './marking.js'
import { chooseStarts } from './sequence.js'
import { cutTail } from './tail.js'
import { endsSentence, toUnits, type Piece, type TextUnit, type Unit } from './units.js'

export interface Body {
  readonly paragraphs: readonly Paragraph[]
  readonly signer: string | null
  /** Page breaks, rules, headings without a paragraph, signature and tail: what belongs to no paragraph, in order. */
  readonly aside: readonly string[]
}

interface Draft {
  readonly number: number | null
  marking: string | null
  heading: string | null
  readonly lines: ParagraphLine[]
}

/**
 * @param headLines lines of the head, which the next section of a long cable may repeat
 * @param serial of the cable, or `null` where its classification line has none
 */
export function readBody(
  pieces: readonly Piece[],
  headLines: readonly string[],
  serial: number | null,
): Body {
  const { units: all, aside } = toUnits(pieces, headLines, serial)
  const chosen = new Set(chooseStarts(all))
  const tail = cutTail(all, (index) => chosen.has(index))
  const { units } = tail
  const starts = new Set([...chosen].filter((index) => index < units.length))
  const headings = findHeadings(units, starts)
  const drafts: Draft[] = []
  const setAside = [...aside]
  let pending: HeadingSpan | null = null
  let listOpen = false

  const begin = (number: number | null, marking: string | null, heading: string | null): Draft => {
    const draft: Draft = { number, marking, heading, lines: [] }
    drafts.push(draft)
    return draft
  }

  for (let at = 0; at < units.length; at++) {
    const unit = units[at]
    if (!unit) break
    const span = headings.get(at)
    if (span) {
      if (pending) setAside.push(pending.text)
      for (let inside = span.from; inside <= span.to; inside++) {
        const line = units[inside]
        if (line?.kind === 'rule') setAside.push(line.text.trim())
      }
      setAside.push(span.marking)
      pending = span
      at = span.to
      continue
    }
    if (unit.kind === 'rule') {
      setAside.push(unit.text.trim())
      continue
    }
    const current = drafts.at(-1)
    if (starts.has(at) && unit.start) {
      const own = headingBehindNumber(unit, units[at + 1])
      if (own !== null) setAside.push(pending?.text ?? '', own.marking)
      const draft = begin(unit.start.number, unit.start.marking, own?.text ?? pending?.text ?? null)
      if (own === null) draft.lines.push({ text: unit.start.rest, gap: false, afterBreak: false })
      pending = null
      listOpen = false
      continue
    }
    if (pending) {
      // Under a heading, in a paragraph that ended with a colon, stand the parts of its list: they stay inside.
      const ended = current?.lines.at(-1)?.text ?? ''
      listOpen ||= typeof current?.number === 'number' && /:\s*$/.test(ended)
      if (current && listOpen) {
        current.lines.push({ text: pending.text, gap: true, afterBreak: false, apart: true })
        current.lines.push({ ...lineOf(unit, true), apart: true })
      } else {
        addUnnumbered(begin(null, null, pending.text), unit)
      }
      pending = null
      continue
    }
    if (
      !current ||
      at === tail.annexAt ||
      beginsUnnumbered(unit, current, starts.size > 0) ||
      standsForMissing(units, at, current.number, starts, headings)
    )
      addUnnumbered(begin(null, null, null), unit)
    else current.lines.push(lineOf(unit, unit.gap))
  }
  if (pending) setAside.push(pending.text)
  setAside.push(...tail.aside)
  return {
    paragraphs: toParagraphs(drafts),
    signer: tail.signer,
    aside: setAside.filter((line) => line !== ''),
  }
}

function lineOf(unit: TextUnit, gap: boolean): ParagraphLine {
  return { text: unit.text, gap, afterBreak: unit.afterBreak }
}

const MARKED = new RegExp(`^\\s*[¶\\uFFFD]?\\s*${MARKING}\\s*(?=\\S)`, 'i')

function addUnnumbered(draft: Draft, unit: TextUnit): void {
  const marked = MARKED.exec(unit.text)
  draft.marking = marked?.[1] === undefined ? null : normaliseMarking(marked[1])
  draft.lines.push({
    text: marked ? unit.text.slice(marked[0].length) : unit.text,
    gap: false,
    afterBreak: false,
  })
}

/** Summary and comment may stand without a number; so does a paragraph that lost its number but kept its marking. */
function beginsUnnumbered(unit: TextUnit, current: Draft, numbered: boolean): boolean {
  const before = current.lines.at(-1)?.text ?? ''
  if (!unit.gap || unit.afterBreak) return false
  if (MARKED.test(unit.text)) return true
  if (/^\s*(?:(?:begin )?(?:summary|comment)|action request)\b.{0,24}?[:.]/i.test(unit.text))
    return endsSentence(before)
  if (numbered && current.number !== null) return false
  // Without numbers, blank lines part the paragraphs; sub-items and cut sentences go on.
  return (
    (endsSentence(before) || !isCut(before.trim(), unit.text.trim())) &&
    !/:\s*$/.test(before) &&
    !isSubItem(unit.text)
  )
}

/** A redaction alone on its line where the numbers jump is what is left of the paragraphs between them. */
function standsForMissing(
  units: readonly Unit[],
  at: number,
  current: number | null,
  starts: ReadonlySet<number>,
  headings: ReadonlyMap<number, HeadingSpan>,
): boolean {
  if (current === null || !/^\s*X{8,}\s*$/.test(units[at]?.text ?? '')) return false
  let next = at + 1
  while (next < units.length && !starts.has(next)) {
    const span = headings.get(next)
    if (!span && units[next]?.kind !== 'rule') return false
    next = (span?.to ?? next) + 1
  }
  const unit = units[next]
  return unit?.kind === 'text' && unit.start !== null && unit.start.number > current + 1
}

function isSubItem(text: string): boolean {
  return /^\s*(?:[-–—•*]|¶? ?\(?[A-Za-z0-9]{1,2}[.)]\s|end\s+(?:summary|comment|text|note))/i.test(text)
}

function toParagraphs(drafts: readonly Draft[]): Paragraph[] {
  return drafts
    .map((draft) => ({ ...draft, text: joinLines(draft.lines) }))
    .filter(({ text, number }) => text !== '' || number !== null)
    .map(({ number, marking, heading, text }, index) => ({
      position: index + 1,
      number,
      marking,
      heading,
      text,
    }))
}
