/**
 * @module A cable, or a paragraph of it, as a footnote writes it. Pure: nothing is escaped for any medium but BibTeX.
 *
 * Sources of the forms:
 * - Chicago: The Chicago Manual of Style, 17th ed. (2017), chapter 14. A telegram is cited like an item of a manuscript
 *   collection: sender to recipient, title where it has one, date, then what identifies it, and the address last. Guides of
 *   libraries for the cables that became known in 2010 add the word "cable" and the number, which this does too.
 * - FRUS: footnotes and source notes of the State Department's series Foreign Relations of the United States: "Telegram 1889
 *   From the Embassy in Mexico City to the Department of State, April 10, 2006, 1922Z", then classification, precedence,
 *   captions.
 * - BibTeX: `@misc`, as neither BibTeX nor biblatex has a type for telegrams.
 */
import { paragraphMark, type CableHeader, type Paragraph } from '../cable.js'
import { bibtexText, bibtexUrl } from './bibtex-text.js'
import { dayOfCable, isoDay, writtenDay } from './dates.js'
import { headline } from './headline.js'
import { recipientOf, senderInSentence, senderOf } from './parties.js'

export interface Cited {
  /** With its paragraphs where they are at hand: they show how the words of a title in capitals are written, and which numbers repeat. */
  readonly cable: CableHeader & { readonly paragraphs?: readonly Pick<Paragraph, 'number' | 'text'>[] }
  /** The whole cable when not given. */
  readonly paragraph?: Pick<Paragraph, 'number' | 'position'> | undefined
  /** Stable address of the cable, or `null` where the archive has none. */
  readonly url: string | null
}

/** `US Embassy Mexico City to the Department of State, “Subject,” April 10, 2006, cable 06MEXICO1889, para. 2, Confidential, https://…` */
export function chicagoNote({ cable, paragraph, url }: Cited): string {
  const sender = senderOf(cable)
  const recipient = recipientOf(cable)
  const parties = [sender, recipient === null ? null : `to ${recipient}`].filter((part) => part !== null)
  const subject = titleOf(cable)
  const title = subject === '' ? null : `“${inQuotes(subject)}${endsItself(subject) ? '' : ','}”`
  const lead = [parties.join(' '), title].filter((part) => part !== null && part !== '')
  const facts = [
    writtenDay(dayOfCable(cable)),
    `cable ${cable.id}`,
    paragraph === undefined ? null : locator(paragraph, 'para.'),
    cable.classification === null ? null : inTitleCase(cable.classification),
    url,
  ]
  const rest = facts.filter((part) => part !== null).join(', ')
  return lead.length === 0
    ? `${capitalised(rest)}.`
    : `${capitalised(lead.join(', '))}${title === null ? ',' : ''} ${rest}.`
}

/** `Telegram 1889 From the Embassy in Mexico City to the Department of State, April 10, 2006, 1922Z, paragraph 2. Confidential; Routine; Sipdis. …` */
export function frusNote({ cable, paragraph, url }: Cited): string {
  const serial = /\d+$/u.exec(cable.id)?.[0] ?? ''
  const day = dayOfCable(cable)
  const sender = senderInSentence(cable)
  const recipient = recipientOf(cable)
  const subject = titleOf(cable)
  const head = [
    `Telegram ${serial}`.trim(),
    sender === null ? null : `From ${sender}`,
    recipient === null ? null : `to ${recipient}`,
  ]
  const when = [head.filter((part) => part !== null).join(' '), writtenDay(day), day.time]
  const where = paragraph === undefined ? null : locator(paragraph, 'paragraph')
  const handling = [cable.classification, cable.precedence, ...cable.captions].filter(
    (part) => part !== null && part !== '',
  )
  const sentences = [
    [...when, where].filter((part) => part !== null).join(', '),
    subject === '' ? null : `Subject: ${subject}`,
    handling.length === 0 ? null : handling.map((each) => inTitleCase(each ?? '')).join('; '),
    `Message reference number ${cable.id}`,
    url,
  ]
  return sentences
    .filter((part) => part !== null)
    .map((sentence) => (/[.?!]$/u.test(sentence) || sentence === url ? sentence : `${sentence}.`))
    .join(' ')
}

/** An entry of a `.bib` file, UTF-8, without a line break at its end. */
export function bibtexEntry({ cable, paragraph, url }: Cited): string {
  const day = dayOfCable(cable)
  const sender = senderOf(cable)
  const recipient = recipientOf(cable)
  const subject = titleOf(cable)
  const note = [
    cable.classification === null ? null : inTitleCase(cable.classification),
    paragraph === undefined ? null : locator(paragraph, 'paragraph'),
  ].filter((part) => part !== null)
  const fields: [string, string | null][] = [
    // Styles sort by the key where there is no author. Double braces: a body, not a person; a title whose capitals no style changes.
    ['key', sender === null ? `{${cable.id}}` : null],
    ['author', sender === null ? null : `{{${bibtexText(sender)}}}`],
    ['title', `{{${bibtexText(subject === '' ? `Cable ${cable.id}` : subject)}}}`],
    [
      'howpublished',
      `{${bibtexText(`Diplomatic cable ${cable.id}${recipient === null ? '' : ` to ${recipient}`}`)}}`,
    ],
    // BibLaTeX reads the date, BibTeX year and month; its styles leave out `day`, so the month carries it.
    ['date', `{${isoDay(day)}}`],
    ['year', `{${day.year}}`],
    ['month', day.month === null ? null : monthOf(day.month, day.day)],
    ['day', day.day === null ? null : `{${day.day}}`],
    ['number', `{${cable.id}}`],
    ['note', note.length === 0 ? null : `{${bibtexText(note.join('; '))}}`],
    ['url', url === null ? null : `{${bibtexUrl(url)}}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]))
  return [`@misc{${bibtexKey(cable, paragraph)},`, lines.join(',\n'), '}'].join('\n')
}

/** `cable:06MEXICO1889`, `cable:06MEXICO1889:p2`: two footnotes of one cable are two entries of one file. */
function bibtexKey({ id, paragraphs = [] }: Cited['cable'], paragraph: Cited['paragraph']): string {
  if (paragraph === undefined) return `cable:${id}`
  const { number, position } = paragraph
  // The place tells apart what no number does, or what several paragraphs have as theirs.
  const isAlone = paragraphs.filter((each) => each.number === number).length <= 1
  if (number === null) return `cable:${id}:at${position}`
  return isAlone ? `cable:${id}:p${number}` : `cable:${id}:p${number}:at${position}`
}

function locator(paragraph: Pick<Paragraph, 'number' | 'position'>, word: string): string {
  const { number } = paragraph
  return number === null ? `unnumbered ${word} ${paragraphMark(paragraph)}` : `${word} ${number}`
}

/** The standard styles define the months by their first three letters, outside of braces. */
function monthOf(month: string, day: string | null): string {
  const name = month.slice(0, 3).toLowerCase()
  return day === null ? name : `${name} # {~${day},}`
}

function titleOf({ subject, summary, paragraphs = [] }: Cited['cable']): string {
  return headline(subject, [summary ?? '', ...paragraphs.map(({ text }) => text)].join('\n'))
}

/** Quotation marks within quotation marks are single. */
function inQuotes(subject: string): string {
  return subject.replace(/[“"]([^“”"]*)[”"]/gu, '‘$1’').replace(/\.$/u, '')
}

function endsItself(subject: string): boolean {
  return /[?!]$/u.test(subject)
}

/** `UNCLASSIFIED//FOR OFFICIAL USE ONLY` -> `Unclassified//For Official Use Only` */
function inTitleCase(words: string): string {
  return words.toLowerCase().replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
}

function capitalised(sentence: string): string {
  return sentence.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}
