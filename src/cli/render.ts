/** @module Answers, passages and cables as text for a terminal. */
import type { Answer } from '../answers/answer.js'
import { noticeText } from '../answers/notices.js'
import { type Cable, type CableHeader, type Paragraph, paragraphLabel } from '../cables/cable.js'
import { filterWords } from '../replies/asked.js'
import { texts } from '../replies/texts/texts.js'
import type { RankedParagraph } from '../retrieval/query.js'

const EXCERPT_LENGTH = 240

const SAY = texts('en')

/** Each sentence with its citations, then the sources; an abstention with the nearest passages. */
export function renderAnswer(answer: Answer): string {
  if (answer.abstained) {
    const nearest = answer.retrieved.slice(0, 3).map((passage) => `  ${renderPassage(passage)}`)
    return [
      answer.text,
      ...lookedIn(answer),
      ...(nearest.length > 0 ? ['Nearest passages:', ...nearest] : []),
    ].join('\n')
  }
  const cited = new Map<string, RankedParagraph>()
  const sentences = answer.sentences.map(({ text, citations }) => {
    const labels = citations.map(({ cable, paragraph, position }) => {
      const passage = answer.retrieved.find(
        (one) => one.cable.id === cable && one.paragraph.position === position,
      )
      const label = paragraphLabel(cable, { number: paragraph, position })
      if (passage !== undefined) cited.set(label, passage)
      return label
    })
    return `${text} [${labels.join('; ')}]`
  })
  const sources = [...cited].map(
    ([label, { cable, paragraph }]) => `  ${sourceLine(label, cable, paragraph)}`,
  )
  const written =
    answer.writtenBy === undefined ? [] : ['(Written by a language model; each sentence was checked.)']
  const notices = answer.notices.map((notice) => `(${noticeText(notice)})`)
  return [...sentences, ...written, ...notices, ...lookedIn(answer), '', 'Sources:', ...sources].join('\n')
}

/** What was read from the question's words may be a mistake, so it is said. */
function lookedIn({ filter }: Answer): string[] {
  const filters = filterWords(SAY, filter)
  return filters === '' ? [] : [SAY('answer.only', { filters })]
}

/** `06MEXICO1889 ¶2 (C) · Embassy Mexico · 2006-04-10 · SUBJECT` */
export function sourceLine(label: string, cable: CableHeader, paragraph: Paragraph): string {
  const marking = paragraph.marking === null ? '' : ` (${paragraph.marking})`
  return [`${label}${marking}`, cable.origin, cable.date?.slice(0, 10), cable.subject]
    .filter(Boolean)
    .join(' · ')
}

/** One passage on one line: its label and the beginning of its text. */
export function renderPassage({ cable, paragraph }: RankedParagraph): string {
  const text = paragraph.text.replace(/\s+/g, ' ')
  const excerpt =
    text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH).replace(/\s\S*$/, '')} …` : text
  return `${paragraphLabel(cable.id, paragraph)}  ${excerpt}`
}

export function renderCable(cable: Cable): string {
  return [renderHeader(cable), ...cable.paragraphs.map(renderParagraph)].join('\n\n')
}

function renderHeader(cable: CableHeader): string {
  const lines: readonly (readonly [string, string | null])[] = [
    ['From', cable.origin],
    ['To', cable.recipients.join('; ')],
    ['Info', cable.infoRecipients.join('; ')],
    ['Date', cable.date?.replace('T', ' ').replace(':00Z', 'Z') ?? null],
    ['Precedence', cable.precedence],
    ['Classification', [cable.classification, ...cable.captions].filter(Boolean).join(', ')],
    ['TAGS', cable.tags.join(', ')],
    ['References', cable.references.join(', ')],
    ['Classified by', [cable.classifiedBy, cable.reasons.join(', ')].filter(Boolean).join(', reasons ')],
    ['Declassify on', cable.declassifyOn],
    ['Signed', cable.signer],
  ]
  const shown = lines.flatMap(([name, value]) => (value ? [`${`${name}:`.padEnd(16)}${value}`] : []))
  return [`${cable.id}  ${cable.subject}`, ...shown].join('\n')
}

/** The heading, then number and marking before the words, as cables print them. */
export function renderParagraph(paragraph: Paragraph): string {
  const number = paragraph.number === null ? `[${paragraph.position}]` : `¶${paragraph.number}.`
  const marking = paragraph.marking === null ? '' : ` (${paragraph.marking})`
  const heading = paragraph.heading === null ? '' : `${paragraph.heading}\n\n`
  return `${heading}${number}${marking} ${paragraph.text}`
}
