/** @module Invented cables that name people whom the writer asked to protect, in many forms of marks and mentions. */
import fc from 'fast-check'
import type { Cable } from '../../src/cables/cable.js'
import { compose } from './shielded-people/compose.js'
import { MARKS } from './shielded-people/marks.js'
import { MENTIONS, type Mention } from './shielded-people/mentions.js'

export { leaksIn, lostIn } from './shielded-people/readable.js'

export interface InventedSource {
  /** The cable as read from the message. */
  readonly cable: Cable
  /** The message as printed, in lines of at most 65 columns; names may be broken over lines and pages. */
  readonly message: string
  /**
   * Words and numbers of the shielded people. None may be readable in what is shown, in any spelling; only `keeps` may hold one,
   * so use `leaksIn`.
   */
  readonly secrets: readonly string[]
  /** What must stay readable; a line or page may end inside, so use `lostIn`. */
  readonly keeps: readonly string[]
  /** The forms that were used, for messages of failing tests. */
  readonly forms: readonly string[]
}

export const MARK_FORMS: readonly string[] = MARKS.map(({ name }) => name)
export const MENTION_FORMS: readonly string[] = MENTIONS.map(({ name }) => name)

/** The same cable for the same arguments. @param markForm of `MARK_FORMS` @param mentionForm of `MENTION_FORMS` */
export function sourceWith(markForm: string, mentionForm: string, seed: number): InventedSource {
  return sourceOf(markForm, [mentionForm], seed)
}

function sourceOf(
  markForm: string,
  [first, ...others]: readonly [string, ...string[]],
  seed: number,
): InventedSource {
  const mark = MARKS.find(({ name }) => name === markForm)
  if (mark === undefined) throw new Error(`no form of mark is called ${markForm}`)
  return compose(mark, [mentionOf(first), ...others.map(mentionOf)], seed)
}

function mentionOf(form: string): Mention {
  const mention = MENTIONS.find(({ name }) => name === form)
  if (mention === undefined) throw new Error(`no form of mention is called ${form}`)
  return mention
}

const mentionForm = fc.constantFrom(...MENTION_FORMS)

export const inventedSources: fc.Arbitrary<InventedSource> = fc
  .record({
    mark: fc.constantFrom(...MARK_FORMS),
    mention: mentionForm,
    others: fc.array(mentionForm, { maxLength: 3 }),
    seed: fc.nat(),
  })
  .map(({ mark, mention, others, seed }) => sourceOf(mark, [mention, ...others], seed))
