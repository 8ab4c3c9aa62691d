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
import { yearOf } from '../ids.js'
import { paragraphMark, type CableHeader, type Paragraph } from '../cable.js'
import { dayOfCable, placeOf, recipientOf, senderOf, writtenDay } from './parties.js'
import { bibtexText } from './bibtex-text.js'

export interface Cited {
  readonly cable: CableHeader
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
  const title =
    cable.subject === '' ? null : `“${inQuotes(cable.subject)}${endsItself(cable.subject) ? '' : ','}”`
  const lead = [parties.join(' '), title].filter((part) => part !== null && part !== '')
  const facts = [
    writtenDay(cable.date),
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
  const day = dayOfCable(cable.date)
  const recipient = recipientOf(cable)
  const head = [
    `Telegram ${serial}`.trim(),
    cable.origin === null ? null : `From ${placeOf(cable.origin)}`,
    recipient === null ? null : `to ${recipient}`,
  ]
  const when = [head.filter((part) => part !== null).join(' '), writtenDay(cable.date), day?.time ?? null]
  const where = paragraph === undefined ? null : locator(paragraph, 'paragraph')
  const handling = [cable.classification, cable.precedence, ...cable.captions].filter(
    (part) => part !== null && part !== '',
  )
  const sentences = [
    [...when, where].filter((part) => part !== null).join(', '),
    cable.subject === '' ? null : `Subject: ${cable.subject}`,
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
  const day = dayOfCable(cable.date)
  const sender = senderOf(cable)
  const recipient = recipientOf(cable)
  const note = [
    cable.classification === null ? null : inTitleCase(cable.classification),
    paragraph === undefined ? null : locator(paragraph, 'paragraph'),
  ].filter((part) => part !== null)
  const fields: [string, string | null][] = [
    // Double braces: a body, not a person; a title as it is printed, capitals and all.
    ['author', sender === null ? null : `{{${bibtexText(sender)}}}`],
    ['title', `{{${bibtexText(cable.subject === '' ? `Cable ${cable.id}` : cable.subject)}}}`],
    [
      'howpublished',
      `{${bibtexText(`Diplomatic cable ${cable.id}${recipient === null ? '' : ` to ${recipient}`}`)}}`,
    ],
    ['year', `{${day?.year ?? String(yearOf(cable.id))}}`],
    // The standard styles define the months by their first three letters, outside of braces.
    ['month', day?.month?.slice(0, 3).toLowerCase() ?? null],
    ['day', day?.day === null || day?.day === undefined ? null : `{${day.day}}`],
    ['number', `{${cable.id}}`],
    ['note', note.length === 0 ? null : `{${bibtexText(note.join('; '))}}`],
    ['url', url === null ? null : `{${url}}`],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = ${value}`]))
  return [`@misc{cable:${cable.id},`, lines.join(',\n'), '}'].join('\n')
}

function locator(paragraph: Pick<Paragraph, 'number' | 'position'>, word: string): string {
  const { number } = paragraph
  return number === null ? `unnumbered ${word} ${paragraphMark(paragraph)}` : `${word} ${number}`
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
