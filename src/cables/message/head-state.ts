/** @module What the scan of a head knows while it goes down the lines. */
import type { FieldName } from './fields.js'
import type { ClassificationLine } from './kinds.js'

export interface HeadState {
  dateTimeGroup: string | null
  classification: ClassificationLine | null
  writtenDate: string | null
  readonly captionLines: string[]
  /** All lines that were taken, and page breaks inside them, as they stand. */
  readonly lines: string[]
  /** Lines of each field, label taken off. */
  readonly fields: Map<FieldName, string[]>
  /** Fields of a head that another one followed: a page's own lines, or a preview. They count where the second has none. */
  readonly earlier: Map<FieldName, readonly string[]>
  /** The field that the next line may continue. */
  current: FieldName | null
  /** The head proper (E.O., TAGS, subject …) has begun: from now on other text is the body. */
  proper: boolean
  /** A blank line, or a page break, stood before this line. */
  gap: boolean
}

/** Fields whose presence shows that the head proper has begun. */
const PROPER: readonly FieldName[] = ['eo', 'tags', 'subject', 'ref', 'classifiedBy']

/** Fields that are lists: a second one goes on with the first. */
const LISTS: readonly FieldName[] = ['to', 'info', 'ref']

export function newHeadState(): HeadState {
  return {
    dateTimeGroup: null,
    classification: null,
    writtenDate: null,
    captionLines: [],
    lines: [],
    fields: new Map(),
    earlier: new Map(),
    current: null,
    proper: false,
    gap: true,
  }
}

/** A field that is continued keeps the line; a line without a field is set aside with the head. */
export function keep(state: HeadState, text: string): void {
  if (state.current !== null) state.fields.get(state.current)?.push(text)
}

/** A field begins. One that was there keeps its first reading, unless that was empty or only announced the second. */
export function open(state: HeadState, field: FieldName, text: string): void {
  const known = state.fields.get(field)
  if (PROPER.includes(field)) state.proper = true
  state.current = field
  if (known === undefined || isEmpty(known)) state.fields.set(field, [text])
  else if (LISTS.includes(field)) known.push(text)
  else state.current = null
}

/** More lines than these are not looked at: they hold something. */
const FEW_LINES = 3

/** `(U)`, an empty line: what stands behind a label that is printed twice, `Classified By: (U) Classified By …`. */
function isEmpty(lines: readonly string[]): boolean {
  return lines.length <= FEW_LINES && /^(?:\([A-Z]{1,3}\))?$/.test(lines.join('').trim())
}

/** A second head begins: what the first said is kept apart. */
export function beginAgain(state: HeadState): void {
  for (const name of PROPER) {
    const lines = state.fields.get(name)
    if (lines === undefined) continue
    state.earlier.set(name, lines)
    state.fields.delete(name)
  }
  state.proper = false
  state.current = null
}

/** The fields of the last head, with those of the one before it where it has none. */
export function allFields({ fields, earlier }: HeadState): ReadonlyMap<FieldName, readonly string[]> {
  const all = new Map<FieldName, readonly string[]>([...earlier, ...fields])
  const [before, now] = [earlier.get('subject') ?? [], fields.get('subject') ?? []]
  // The copy in small letters is the worse one of two that are else the same.
  if (letters(before) !== '' && letters(before) === letters(now)) all.set('subject', before)
  if (letters(now) === '' && before.length > 0) all.set('subject', before)
  // The second head lost the last lines of its TAGS.
  const [tagsBefore, tags] = [earlier.get('tags') ?? [], fields.get('tags') ?? []]
  if (letters(tags) !== '' && letters(tagsBefore).startsWith(letters(tags))) all.set('tags', tagsBefore)
  return all
}

function letters(lines: readonly string[]): string {
  return lines.join('').toUpperCase().replace(/\s/g, '')
}
