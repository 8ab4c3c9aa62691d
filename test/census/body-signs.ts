import type { Cable, Paragraph } from '../../src/cables/cable.js'
import { printedLine, openingOf } from './printed.js'
import { type Sign, sign } from './sign.js'
import { wordsLost } from '../cables/words.js'

/** Longer paragraphs are often several, glued (characters). */
const LONGEST_PARAGRAPH = 6_000
const LONGEST_HEADING = 110
const LONGEST_SUMMARY = 4_000
/** A message with fewer words is a head only. */
const FEWEST_WORDS = 20

const MARKING = String.raw`\((?:C|S|U|SBU|LOU|FOUO|TS)(?:[/,-]{1,2}[A-Z ]{1,16}){0,3}\)`
const MARKED_START = new RegExp(
  String.raw`(?:[.!?:;"”)][ \t]{1,4}|[ \t][-=]{5,}[ \t]{0,4}|\n[ \t]{0,8}|¶ ?)\d{1,2}[. ]{1,3}${MARKING}`,
  'i',
)
const PAGE_MARK =
  /[A-Za-z]{2}[ .]{1,3}\d{4,8}[ ]{1,4}\d{3}(?:\.\d)? *of *\d{3}|\b\d{3}(?:\.\d)? of \d{3}\b|\bPAGE 0\d [A-Z]|\bSECTION 0\d OF 0\d\b/i
const SIPDIS = /\bSIPDIS\b/i
const LABEL =
  /^\s*(?:(?:TAGS?|SUBJ(?:ECT)?|REFS?|REFTELS?|E\.?O\.? ?\d{5}|CAPTIONS|DISSEMINATION|APPROVED) ?:|CLASSIFIED BY\b)/im
/** `12345,1/2/2004 6:06,04NAIROBI49,"Embassy Nairobi",` */
const DUMP_RECORD = /\d{1,6}"?,"?\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d"?,"?\d\d[A-Z]{3,32}\d/
const SUMMARY = /^(?:begin )?summary\b/i
const DAMAGED = /[\u0080-\u009F\uFFFD]/

/** The number that comes next, where it begins a sentence inside the paragraph. */
function nextInside({ number }: Paragraph): RegExp {
  return new RegExp(String.raw`(?:[.!?:"”)][ \t]{1,4}|\n[ \t]{0,8})¶?${(number ?? 0) + 1}\.[ \t]{0,4}["(A-Z]`)
}

/** Signs in paragraphs and their numbers. */
export const BODY_SIGNS: readonly Sign[] = [
  sign(
    'no paragraph',
    'The cable has a text and no paragraph, so nobody can find it.',
    ({ paragraphs }, message) =>
      paragraphs.length === 0 && message.split(/\s+/, FEWEST_WORDS).length === FEWEST_WORDS
        ? [openingOf(message)]
        : [],
  ),
  sign(
    'numbers printed, none read',
    'No paragraph has a number, though the text prints one.',
    (cable, message) => {
      const line = isUnnumbered(cable) ? printedLine(message, 'number') : null
      return line === null ? [] : [line]
    },
  ),
  sign('no number printed', 'No paragraph has a number, and the text prints none.', (cable, message) =>
    isUnnumbered(cable) && printedLine(message, 'number') === null ? [cable.paragraphs[0]?.text ?? ''] : [],
  ),
  sign('first number is not 1', 'The first number is not 1.', ({ paragraphs }) =>
    paragraphs
      .filter(({ number }) => number !== null)
      .slice(0, 1)
      .filter(({ number }) => number !== 1)
      .map(label),
  ),
  steps('number twice', 'A number follows itself.', (step) => step === 0),
  steps('gap in numbers', 'A number is more than one behind the one before.', (step) => step > 1),
  steps(
    'numbers go back',
    'A number is smaller than the one before: a list, an annex, a second cable.',
    (step) => step < 0,
  ),
  sign('unnumbered first', 'The first paragraph has no number, though others have.', ({ paragraphs }) =>
    paragraphs
      .slice(0, 1)
      .filter((first) => first.number === null && paragraphs.some((p) => p.number !== null))
      .map(label),
  ),
  sign('long paragraph', `A paragraph has more than ${LONGEST_PARAGRAPH} characters.`, ({ paragraphs }) =>
    paragraphs
      .filter(({ text }) => text.length > LONGEST_PARAGRAPH)
      .map((p) => `${p.text.length}: ${label(p)}`),
  ),
  inText(
    'start with marking inside',
    'Number and marking of another paragraph stand inside one.',
    MARKED_START,
  ),
  sign(
    'next number inside',
    'The number that comes next begins a sentence inside a paragraph.',
    ({ paragraphs }) =>
      paragraphs.flatMap((paragraph) =>
        paragraph.number === null ? [] : around(paragraph, nextInside(paragraph)),
      ),
  ),
  sign(
    'glued paragraphs',
    `A paragraph has more than ${LONGEST_PARAGRAPH} characters, and the number that comes next, or a start with its marking, inside.`,
    ({ paragraphs }) =>
      paragraphs
        .filter(({ text }) => text.length > LONGEST_PARAGRAPH)
        .filter((p) => MARKED_START.test(p.text) || (p.number !== null && nextInside(p).test(p.text)))
        .map((p) => `${p.text.length}: ${label(p)}`),
  ),
  sign('empty paragraph', 'A paragraph has a number and no words.', ({ paragraphs }) =>
    paragraphs
      .filter(({ text }) => text === '')
      .map((p) => `${label(p)}| next: ${paragraphs[p.position]?.text.slice(0, 80) ?? 'none'}`),
  ),
  headings(
    'long heading',
    `A heading has more than ${LONGEST_HEADING} characters.`,
    (h) => h.length > LONGEST_HEADING,
  ),
  headings('heading that is a sentence', 'A heading ends in a comma or begins with a small letter.', (h) =>
    /,$|^[a-z]/.test(h),
  ),
  inText('page mark', 'A page mark is left in a paragraph or heading.', PAGE_MARK),
  inText('SIPDIS', 'The caption SIPDIS is left in a paragraph or heading.', SIPDIS),
  inText('head label', 'A line of a paragraph begins with a label of the head.', LABEL),
  inText('record of a dump', 'A record of the dump stands in a paragraph or heading.', DUMP_RECORD),
  sign(
    'no summary though begun',
    'A paragraph or heading begins with Summary, and the cable has none.',
    ({ summary, paragraphs }) =>
      summary === null
        ? paragraphs
            .filter(({ text, heading }) => SUMMARY.test(text) || SUMMARY.test(heading ?? ''))
            .slice(0, 1)
            .map(label)
        : [],
  ),
  sign('long summary', `The summary has more than ${LONGEST_SUMMARY} characters.`, ({ summary }) =>
    summary !== null && summary.length > LONGEST_SUMMARY
      ? [`${summary.length}: ${summary.slice(0, 40)} … ${summary.slice(-60)}`]
      : [],
  ),
  inText('damaged letters', 'Control characters of C1 or U+FFFD stand in the text.', DAMAGED),
  sign(
    'words lost',
    'Words of the message are in no paragraph and were not put aside, or the reverse.',
    (cable, message) => {
      const { lost, invented } = wordsLost(cable, message)
      return lost.length + invented.length === 0
        ? []
        : [`lost: ${lost.slice(0, 5).join(', ')} | invented: ${invented.slice(0, 5).join(', ')}`]
    },
  ),
]

function isUnnumbered({ paragraphs }: Cable): boolean {
  return paragraphs.length > 0 && paragraphs.every(({ number }) => number === null)
}

/** A sign about how each number follows the one before. */
function steps(name: string, means: string, isDoubtful: (step: number) => boolean): Sign {
  return sign(name, means, ({ paragraphs }) => {
    const numbered = paragraphs.flatMap((p) => (p.number === null ? [] : [{ ...p, number: p.number }]))
    return numbered.slice(1).flatMap((paragraph, index) => {
      const before = numbered[index]?.number ?? 0
      return isDoubtful(paragraph.number - before) ? [`behind ${before}: ${label(paragraph)}`] : []
    })
  })
}

/** A sign in the words of paragraphs and headings. */
function inText(name: string, means: string, pattern: RegExp): Sign {
  return sign(name, means, ({ paragraphs }) => paragraphs.flatMap((paragraph) => around(paragraph, pattern)))
}

function headings(name: string, means: string, isDoubtful: (heading: string) => boolean): Sign {
  return sign(name, means, ({ paragraphs }) =>
    paragraphs
      .filter(({ heading }) => heading !== null && isDoubtful(heading))
      .map((p) => `${mark(p)} ${p.heading ?? ''}`),
  )
}

/** Words about the first place that fits. */
function around(paragraph: Paragraph, pattern: RegExp): string[] {
  for (const words of [paragraph.heading ?? '', paragraph.text]) {
    const found = pattern.exec(words)
    if (found) return [`${mark(paragraph)} … ${words.slice(Math.max(0, found.index - 40), found.index + 80)}`]
  }
  return []
}

function label(paragraph: Paragraph): string {
  return `${mark(paragraph)} ${paragraph.heading === null ? '' : `[${paragraph.heading}] `}${paragraph.text.slice(0, 200)}`
}

function mark({ number, position }: Paragraph): string {
  return number === null ? `[${position}]` : `¶${number}`
}
