/** @module A language model's reply -> its sentences, each with the numbers of the passages that it cites. */
import { splitSentences } from '../../cables/sentences.js'
import { NOT_IN_PASSAGES } from './prompt.js'

export interface CitedSentence {
  /** Without citation marks. */
  readonly text: string
  /** As written, once each; 0 for one that is no number. */
  readonly numbers: readonly number[]
}

/** A longer reply is no short answer; the rest is not looked at (characters, sentences). */
const REPLY_MAX = 8_000
const SENTENCES_MAX = 12

/** What reasoning models think aloud; without an end the answer never began. */
const THOUGHTS = /<(think|thinking|reasoning)>[\s\S]*?(?:<\/\1>|$)/giu

/** `[1]`, `[1, 2]`, `[1-3]`, `[1 and 2]`, `[passage 3]`, `[^1]`, `【1】`, `【1†source】`, `(1)` where nothing but citations looks so. */
const CITATION =
  /[[【(]\s*(?:(?:passages?|sources?|refs?\.?|no\.?|¶)\s*)?[#^]?(\d{1,3}(?:\s*(?:,|;|&|and|-|–)\s*(?:passages?\s*)?[#^]?\d{1,3})*)\s*(?:†[^\]】]*)?[\]】)]/giu
const IN_ROUND_BRACKETS = /^\(\s*\d/

/** One private character for each citation, so that sentences are cut as if they were not there. */
const FIRST_MARK = 0xe100
const MARKS_MAX = 1_000
const MARK = '[\uE100-\uE4E7]'
const MARKS = new RegExp(MARK, 'g')
const PRIVATE = /[\uE000-\uF8FF]/g

/** Where all sentences are followed by their citation (`… rose. [2] Then …`), it belongs to what stands before. */
const BEHIND_STOP = new RegExp(`([.!?]["”’)]*)[ \\t]*((?:${MARK}[ \\t]*)+)`, 'gu')
const LEADS_LINE = new RegExp(
  `^((?:${MARK}[ \\t]*)+)([^\\uE100-\\uE4E7]*\\p{L}[^\\uE100-\\uE4E7]*?)([.!?]["”’)]*)?\\s*$`,
  'u',
)

/** @returns `null` when the model says that the passages do not answer */
export function readProse(reply: string): CitedSentence[] | null {
  const text = withoutDress(reply.replace(THOUGHTS, ' ').slice(0, REPLY_MAX))
  if (saysNothingFound(text)) return null
  const marked = text.replace(PRIVATE, '').replace(CITATION, markCitation)
  const sentences: CitedSentence[] = []
  for (const line of marked.split('\n')) {
    const ordered = LEADS_LINE.test(line)
      ? line.replace(LEADS_LINE, '$2 $1$3')
      : line.replace(BEHIND_STOP, ' $2$1 ')
    for (const sentence of splitSentences(ordered)) sentences.push(cited(sentence.text))
  }
  return sentences.slice(0, SENTENCES_MAX)
}

function markCitation(citation: string, numbers: string): string {
  // Round brackets hold years and counts as well: only lone small numbers are citations.
  if (IN_ROUND_BRACKETS.test(citation) && !/^\(\d{1,2}\)$/.test(citation)) return citation
  const marks = numbers.split(/[,;&]|and/iu).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[-–]/).map((number) => Number(number.replace(/\D/g, '')))
    return Array.from({ length: Math.min(Math.max(to - from, 0), 10) + 1 }, (_, at) => from + at)
  })
  return marks.map((number) => String.fromCharCode(FIRST_MARK + Math.min(number, MARKS_MAX - 1))).join('')
}

function cited(text: string): CitedSentence {
  const numbers = [...new Set(Array.from(text.matchAll(MARKS), ([mark]) => mark.charCodeAt(0) - FIRST_MARK))]
  const words = text
    .replace(MARKS, '')
    .replace(/\s+([.,;:!?])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  return { text: words, numbers }
}

/** Markdown that a model was not asked for. */
function withoutDress(reply: string): string {
  return reply
    .replace(/\r\n?/g, '\n')
    .replace(/^\s*```.*$/gm, '')
    .replace(/\*\*|__/g, '')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]*|[-*•][ \t]+|\d{1,2}[.)][ \t]+)/gm, '')
    .replace(/\n+/g, '\n')
    .trim()
}

const DENIES =
  /\b(?:passages?|cables?|texts?|documents?|sources?|excerpts?|archive)\b[^.]{0,60}\b(?:do(?:es)? not|don't|doesn't|did not|cannot|can't|no (?:information|mention|answer))\b[^.]{0,40}\b(?:contain|mention|say|state|answer|provide|include|specify|give|name|tell|information)\b/iu

function saysNothingFound(text: string): boolean {
  const bare = text
    .replace(/[^\p{L}\s]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toUpperCase()
  if (bare.startsWith(NOT_IN_PASSAGES) || bare === 'NOT IN PASSAGES') return true
  return DENIES.test(text) && splitSentences(text).length <= 2 && !/\[\d/.test(text)
}
