/** @module What held in a search, and what the archive has of its words, as sentences; not escaped. */
import { noticeText } from '../answers/notices.js'
import type { WordOperand } from '../library/word-rule.js'
import { operandText, type Found } from '../retrieval/found.js'
import type { Say } from './texts/texts.js'

export function foundLines(say: Say, found: Found): string[] {
  const { rule, withoutYears, corrections, nowhere } = found
  const required = rule.all.map((group) => oneOf(say, group.map(operandText)))
  const excluded = [
    ...rule.none.map((operand: WordOperand) => quoted(say, operandText(operand))),
    ...withoutYears,
  ]
  const held = [
    ...(required.length === 0 ? [] : [say('search.required', { words: required.join(' + ') })]),
    ...(excluded.length === 0 ? [] : [say('search.without', { words: excluded.join(', ') })]),
  ]
  return [
    ...(held.length === 0 ? [] : [held.join(' ')]),
    ...corrections.map(({ typed, found: read }) =>
      noticeText({ key: 'corrected', values: { typed, found: read } }, say.locale),
    ),
    ...(nowhere.length === 0 ? [] : [say('search.nowhere', { words: oneOf(say, nowhere) })]),
    ...withAllLine(say, found),
  ]
}

/** Whether no passage has all that was searched for: then what is shown is only near. */
export function isOnlyNear({ withAll }: Found): boolean {
  return withAll?.count === 0
}

function withAllLine(say: Say, { withAll, nowhere }: Found): string[] {
  if (withAll === null) return []
  const { count, isMore } = withAll
  if (count > 0) return [say(isMore ? 'search.moreWithAll' : 'search.withAll', { count })]
  // A word that is nowhere says as much.
  return nowhere.length > 0 ? [] : [say('search.noneWithAll')]
}

function oneOf(say: Say, words: readonly string[]): string {
  const [last = '', ...before] = words.map((each) => quoted(say, each)).reverse()
  return before.length === 0 ? last : `${before.reverse().join(', ')} ${say('search.or')} ${last}`
}

function quoted(say: Say, words: string): string {
  return say('search.quoted', { words })
}
