/** @module An `Answer` as a Discord message: each sentence with its mark, each mark with the passage it stands for. */
import { ButtonStyle, type APIComponentInContainer } from 'discord.js'
import type { Answer, AnswerSentence, Citation } from '../answers/answer.js'
import { SURE_CONFIDENCE } from '../answers/confidence.js'
import { type Notice, noticesOfSilence, noticeText } from '../answers/notices.js'
import { paragraphLabel, paragraphMark } from '../cables/cable.js'
import type { RankedParagraph } from '../retrieval/query.js'
import { morePassages, openFollowUp, share } from './ask-routes.js'
import { askedHead, type Asked } from './asked.js'
import {
  ACCENT,
  button,
  card,
  fitsMessage,
  menu,
  row,
  separator,
  text,
  textWithButton,
  type Reply,
} from './components.js'
import { fitLine } from './cut.js'
import {
  CITATIONS_MAX,
  MESSAGE_TEXT_MAX,
  NEAREST_PASSAGES_MAX,
  SHARED_BY_MAX,
  SNIPPET_MAX,
} from './limits.js'
import { passageLine } from './passages.js'
import { markQuotes } from './quotes.js'
import { escapeText } from './escape.js'
import { feedback } from './feedback-route.js'
import { chosenParagraph, citeSource, openParagraph, withRoom } from './reader-routes.js'
import type { Say } from './texts/texts.js'

/** Sentences beyond these would not fit one message anyway. */
const SENTENCES_MAX = 40

/** Characters that one sentence is cut to when it is too long for a message with all that must stand around it. */
const LONE_SENTENCE_MAX = 700

/** Citations of such a sentence that are shown. */
const LONE_CITATIONS_MAX = 4

/** A cited paragraph with every quote that the shown sentences take from it. */
interface Source {
  readonly citation: Citation
  readonly quotes: string[]
}

export interface AnswerView {
  readonly asked: Asked
  readonly answer: Answer
  /** Only its asker sees it, and may share it. */
  readonly isPrivate: boolean
  /** Whether what cables ask to shield is masked in it. */
  readonly isProtected: boolean
}

/** The reply to a question. Fits one message: sentences that do not fit are left out whole, from the end, and it says so. */
export function answerReply(say: Say, view: AnswerView): Reply {
  const { answer } = view
  if (answer.abstained || answer.sentences.length === 0) return abstentionReply(say, view)
  for (let shown = Math.min(answer.sentences.length, SENTENCES_MAX); shown > 0; shown--) {
    const reply = citedReply(say, view, answer.sentences.slice(0, shown), MESSAGE_TEXT_MAX)
    if (reply !== null) return reply
  }
  const [first] = answer.sentences.map(({ text, citations }) => ({
    text,
    citations: citations.slice(0, LONE_CITATIONS_MAX),
  }))
  const reply = first && citedReply(say, view, [first], LONE_SENTENCE_MAX)
  if (!reply) throw new Error('an answer of one cut sentence does not fit a message')
  return reply
}

/** @returns `null` when the sentences do not fit one message */
function citedReply(
  say: Say,
  view: AnswerView,
  sentences: readonly AnswerSentence[],
  sentenceMax: number,
): Reply | null {
  const { asked, answer } = view
  const sources = sourcesOf(sentences)
  if (sources.size > CITATIONS_MAX) return null
  const numbers = new Map([...sources.keys()].map((key, at) => [key, at + 1]))
  const left = answer.sentences.length - sentences.length
  const replyWith = (cited: APIComponentInContainer[]): Reply =>
    card(ACCENT.answer, [
      ...askedHead(say, { ...asked, filters: answer.filter }),
      text(bodyOf(sentences, numbers, sentenceMax)),
      ...leftOut(say, left),
      text(howMade(say, answer)),
      separator(),
      ...[...sources.values()].map((source, at) => sourceSection(say, source, at + 1, answer.retrieved)),
      ...cited,
      ...actions(say, view),
    ])
  // Each source can be cited from its paragraph, too, so that the menu gives way to a sentence.
  const replies = [citeMenu(say, [...sources.values()], answer.retrieved), []].map(replyWith)
  return replies.find((reply) => fitsMessage(reply, reserveOf(view))) ?? null
}

/** A private answer may be shared, and then says by whom. */
function reserveOf({ isPrivate }: AnswerView): number {
  return isPrivate ? SHARED_BY_MAX : 0
}

/** From an answer to a footnote: the sources by the numbers that stand in it. */
function citeMenu(
  say: Say,
  sources: readonly Source[],
  retrieved: readonly RankedParagraph[],
): APIComponentInContainer[] {
  const options = sources.map(({ citation }, at) => {
    const passage = passageCited(citation, retrieved)
    const label = paragraphLabel(citation.cable, { number: citation.paragraph, position: citation.position })
    return {
      label: `[${at + 1}] ${label}`,
      value: chosenParagraph.encode(citation),
      ...(passage !== undefined && { description: passage.cable.subject }),
    }
  })
  return menu(say('answer.citeSource'), citeSource.id({}), options)
}

function passageCited(
  citation: Citation,
  retrieved: readonly RankedParagraph[],
): RankedParagraph | undefined {
  return retrieved.find((each) => addressOf(citationOf(each)) === addressOf(citation))
}

/** How sure the bot is, and who found the words. */
function howMade(say: Say, answer: Answer): string {
  const certainty = answer.confidence >= SURE_CONFIDENCE ? say('answer.sure') : say('answer.likely')
  const written = answer.writtenBy === undefined ? [] : [say('answer.written')]
  return [certainty, ...written, ...noticeLines(say, answer.notices)].map((line) => `-# ${line}`).join('\n')
}

/** Cited paragraphs once each, in the order cited. */
function sourcesOf(sentences: readonly AnswerSentence[]): Map<string, Source> {
  const sources = new Map<string, Source>()
  for (const citation of sentences.flatMap(({ citations }) => citations)) {
    const known = sources.get(addressOf(citation))
    if (known === undefined) sources.set(addressOf(citation), { citation, quotes: [citation.quote] })
    else known.quotes.push(citation.quote)
  }
  return sources
}

/** Sentences run on while they share their source, and begin a new line where it changes. */
function bodyOf(
  sentences: readonly AnswerSentence[],
  numbers: ReadonlyMap<string, number>,
  sentenceMax: number,
): string {
  let body = ''
  let lastMarks = ''
  for (const sentence of sentences) {
    const cited = new Set(sentence.citations.map(addressOf))
    const marks = [...cited].map((key) => `[${numbers.get(key) ?? '?'}]`).join('')
    const join = body === '' ? '' : marks === lastMarks ? ' ' : '\n'
    body += `${join}${fitLine(sentence.text, sentenceMax)} ${marks}`
    lastMarks = marks
  }
  return body
}

function sourceSection(
  say: Say,
  { citation, quotes }: Source,
  number: number,
  retrieved: readonly RankedParagraph[],
): APIComponentInContainer {
  const passage = passageCited(citation, retrieved)
  const mark = { number: citation.paragraph, position: citation.position }
  const line = passage
    ? passageLine(say, passage.cable, passage.paragraph)
    : paragraphLabel(citation.cable, mark)
  return textWithButton(
    `[${number}] ${line}`,
    button(
      `[${number}] ${paragraphMark(mark)}`,
      paragraphButtonId(citation.cable, citation.position, passage?.paragraph.text ?? '', quotes),
      ButtonStyle.Primary,
    ),
  )
}

function leftOut(say: Say, count: number): APIComponentInContainer[] {
  if (count === 0) return []
  return [text(`-# ${say('answer.leftOut', { count })}`)]
}

/** In the reader's language, or in that of the question. What a notice names was typed by somebody. */
function noticeLines(say: Say, notices: readonly Notice[]): string[] {
  return notices.map((notice) => escapeText(fitLine(noticeText(notice, say.locale), LONE_SENTENCE_MAX)))
}

/** One sentence that says so, and as many of the nearest passages as fit. */
function abstentionReply(say: Say, view: AnswerView): Reply {
  const { asked, answer } = view
  // Once each: two buttons of one id would make Discord refuse the message.
  const distinct = new Map(answer.retrieved.map((passage) => [addressOf(citationOf(passage)), passage]))
  const sections = [...distinct.values()].map(({ cable, paragraph }) =>
    textWithButton(
      `${passageLine(say, cable, paragraph)}\n> ${fitLine(paragraph.text, SNIPPET_MAX)}`,
      button(
        // The whole label: two cables may both be near with their ¶2.
        paragraphLabel(cable.id, paragraph),
        paragraphButtonId(cable.id, paragraph.position, paragraph.text, []),
      ),
    ),
  )
  const sentence = noticeLines(say, noticesOfSilence(answer.notices)).join('\n')
  const withNearest = (count: number): Reply =>
    card(ACCENT.unsure, [
      ...askedHead(say, { ...asked, filters: answer.filter }),
      text(sentence),
      ...(count === 0 ? [] : [separator(), text(`**${say('answer.nearest')}**`)]),
      ...sections.slice(0, count),
      ...actions(say, view),
    ])
  for (let count = Math.min(sections.length, NEAREST_PASSAGES_MAX); count > 0; count--) {
    const reply = withNearest(count)
    if (fitsMessage(reply, reserveOf(view))) return reply
  }
  return withNearest(0)
}

/** What can be done with the answer. None of it holds the question: that is read from the message. */
function actions(
  say: Say,
  { asked: { filters }, answer, isPrivate, isProtected }: AnswerView,
): APIComponentInContainer[] {
  const sources = isProtected ? 'masked' : 'shown'
  return [
    separator(),
    ...row([
      answer.retrieved.length === 0 ? null : button(say('answer.more'), morePassages.id({ filters })),
      button(say('answer.followUp'), openFollowUp.id({ filters })),
      isPrivate ? button(say('answer.share'), share.id({ sources })) : null,
      button('👍', feedback.id({ verdict: 'up' })),
      button('👎', feedback.id({ verdict: 'down' })),
    ]),
  ]
}

/** With as many quotes to set in bold as the id has room for. */
function paragraphButtonId(
  cable: string,
  position: number,
  paragraph: string,
  quotes: readonly string[],
): string | null {
  const view = { cable, position, part: 0, quotes: markQuotes(paragraph, quotes) }
  return withRoom(view, openParagraph)
}

function citationOf({ cable, paragraph }: RankedParagraph): Pick<Citation, 'cable' | 'position'> {
  return { cable: cable.id, position: paragraph.position }
}

function addressOf({ cable, position }: Pick<Citation, 'cable' | 'position'>): string {
  return `${cable} ${position}`
}
