/**
 * @module What was asked, as it stands above an answer, and how it is read back from there: the bot keeps no questions, so
 * a follow-up finds them in the message that it follows, and the filters in the `custom_id` of its button.
 */
import { ComponentType, type APIMessageTopLevelComponent, type APITextDisplayComponent } from 'discord.js'
import { findTag } from '../cables/vocabulary/tags.js'
import type { CableFilter } from '../library/filter.js'
import { text } from './components.js'
import { fitLine } from './cut.js'
import { dayOf } from './dates.js'
import { unescapeText } from './escape.js'
import { ECHO_LINE_MAX, EARLIER_QUESTIONS_MAX, EARLIER_QUESTION_MAX, QUESTION_ECHO_MAX } from './limits.js'
import type { Say } from './texts/texts.js'

export interface Asked {
  readonly question: string
  readonly filters: CableFilter
  /** Earlier questions of the same talk, oldest first. */
  readonly history: readonly string[]
  /** The question is what somebody other than the asker wrote: it is never kept with the asker's. */
  readonly isQuoted?: boolean
}

/** Numbers of the text displays within a message, by which they are found again in any language. */
const QUESTION_ID = 9_001
const HISTORY_ID = 9_002
const QUOTED_ID = 9_003

const QUESTION_START = '> '
const EARLIER_START = '-# ↳ '

/** The question, the ones before it, and what narrows the search. */
export function askedHead(
  say: Say,
  { question, filters, history, isQuoted = false }: Asked,
): APITextDisplayComponent[] {
  const earlier = history.slice(-EARLIER_QUESTIONS_MAX)
  const only = filterWords(say, filters)
  return [
    ...(earlier.length === 0
      ? []
      : [
          text(
            [
              `-# ${say('answer.followingUp')}`,
              ...earlier.map((each) => EARLIER_START + fitLine(each, EARLIER_QUESTION_MAX)),
            ].join('\n'),
            HISTORY_ID,
          ),
        ]),
    text(QUESTION_START + fitLine(question, QUESTION_ECHO_MAX), isQuoted ? QUOTED_ID : QUESTION_ID),
    ...(only === '' ? [] : [text(`-# ${fitLine(say('answer.only', { filters: only }), ECHO_LINE_MAX)}`)]),
  ]
}

/** The questions that a message of ours shows, or `null` when it shows none. Outside text still. */
export function readAsked(
  components: readonly APIMessageTopLevelComponent[],
): Pick<Asked, 'question' | 'history' | 'isQuoted'> | null {
  const own = contentOf(components, QUESTION_ID)
  const question = own ?? contentOf(components, QUOTED_ID)
  if (question?.startsWith(QUESTION_START) !== true) return null
  const history = (contentOf(components, HISTORY_ID) ?? '')
    .split('\n')
    .filter((line) => line.startsWith(EARLIER_START))
    .map((line) => unescapeText(line.slice(EARLIER_START.length)))
  return {
    question: unescapeText(question.slice(QUESTION_START.length)),
    history,
    ...(own === undefined && { isQuoted: true }),
  }
}

/** `Embassy Paris · from 1 Jan 2006 · CONFIDENTIAL`, not escaped; empty without filters. */
export function filterWords(say: Say, filters: CableFilter): string {
  const { origin, year, after, before, classification, tag, otherTag, cable } = filters
  return [
    cable,
    origin,
    year === undefined ? undefined : String(year),
    after === undefined ? undefined : say('answer.after', { day: dayOf(say, after) }),
    before === undefined ? undefined : say('answer.before', { day: dayOf(say, before) }),
    classification,
    tag === undefined ? undefined : tagWords(tag),
    otherTag === undefined ? undefined : tagWords(otherTag),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}

/** `PREL (External Political Relations)`; the code alone when it is not known. */
function tagWords(code: string): string {
  const name = findTag(code)?.name ?? ''
  return name === '' ? code : `${code} (${name})`
}

function contentOf(components: readonly object[], id: number): string | undefined {
  for (const component of components) {
    if ('id' in component && component.id === id && 'type' in component) {
      const isText = component.type === ComponentType.TextDisplay && 'content' in component
      if (isText && typeof component.content === 'string') return component.content
    }
    if ('components' in component && Array.isArray(component.components)) {
      const found = contentOf(component.components as object[], id)
      if (found !== undefined) return found
    }
  }
  return undefined
}
