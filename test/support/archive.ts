/** A small archive in memory, of cables written for the tests (all fiction), with the services that commands ask of it. */
import type { Services } from '../../commands/services.js'
import type { Answer } from '../../src/answers/answer.js'
import { SURE_CONFIDENCE } from '../../src/answers/confidence.js'
import type { Cable, Paragraph } from '../../src/cables/cable.js'
import type { Found } from '../../src/retrieval/found.js'
import { NO_RULE } from '../../src/library/word-rule.js'
import type { CableSuggestion } from '../../src/library/suggest.js'
import type { Tally } from '../../src/library/library.js'
import { Records } from '../../src/records/records.js'
import type { Query, RankedParagraph } from '../../src/retrieval/query.js'
import { stemsOf, termsOf } from '../../src/retrieval/terms.js'
import { header, passage } from './passages.js'

export function cable(changes: Partial<Omit<Cable, 'paragraphs'>>, paragraphs: Partial<Paragraph>[]): Cable {
  return {
    ...header(changes),
    paragraphs: paragraphs.map((paragraph, at) => ({
      position: at + 1,
      number: at + 1,
      marking: 'C',
      heading: null,
      text: '',
      ...paragraph,
    })),
  }
}

export const HARBOUR = cable(
  {
    id: '05LINDGARD212',
    date: '2005-09-14T08:30:00Z',
    origin: 'Embassy Lindgard',
    subject: 'HARBOUR TALKS: THREE OFFERS AND A FERRY',
    captions: ['SIPDIS'],
    tags: ['EWWT', 'PREL', 'LG'],
    references: ['05LINDGARD198', '04TARSUND77'],
    recipients: ['SECSTATE WASHDC'],
    infoRecipients: ['EMBASSY TARSUND'],
  },
  [
    { number: null, text: 'Summary: Lindgard will reopen its northern harbour in May.' },
    {
      number: 1,
      heading: 'Three offers',
      text: 'Minister Olavsen made three offers. The first is a joint pilot school. The second is a shared\ncoast guard.',
    },
    {
      number: 2,
      text: 'The ferry will run twice a day.\n-- from Lindgard at dawn;\n-- from Tarsund at dusk.',
    },
    { number: 2, marking: 'S/NF', text: 'A second paragraph carries the number two by mistake.' },
    {
      number: 4,
      marking: null,
      heading: 'Comment',
      text: 'Ordinary people want the ferry more than the school.',
    },
  ],
)

/** Far too long for one message: forty paragraphs, the seventh of which is longer than a message of its own. */
export const LONG = cable(
  { id: '06TARSUND1407', origin: 'Embassy Tarsund', subject: 'MINUTES OF THE FISHERIES CONFERENCE' },
  Array.from({ length: 40 }, (_, at) => ({
    text:
      at === 6
        ? Array.from(
            { length: 90 },
            (__, line) => `Delegate ${line + 1} spoke on the price of smoked eel at length.`,
          ).join(' ')
        : `Item ${at + 1} of the agenda. ${'The chair asked for order and got it. '.repeat(8)}`.trim(),
  })),
)

/** All that could ping people or break the layout. */
export const HOSTILE = cable(
  {
    id: '07OSTRAVIK66',
    origin: 'Embassy <@&1> Ostravik',
    subject: '@everyone **READ** `THIS` https://example.org \u202Eyrtne',
    captions: ['||SIPDIS||'],
    tags: ['__PREL__'],
  },
  [
    {
      heading: '# [Heading](https://example.org)',
      text: '> <@123456789012345678> said ```stop``` and @here\u200B left.\n# Not a heading\n1. Not a list\nשלום **bold** | 2',
    },
    { text: '*_~`|[]<>\\'.repeat(700) },
  ],
)

export const SPARSE = cable(
  {
    id: '75TARSUND3',
    date: null,
    origin: null,
    classification: null,
    precedence: null,
    subject: '',
    tags: [],
  },
  [],
)

export const ARCHIVE: readonly Cable[] = [HARBOUR, LONG, HOSTILE, SPARSE]

export function passageOf(of: Cable, position: number): RankedParagraph {
  const found = of.paragraphs.find((paragraph) => paragraph.position === position)
  if (found === undefined) throw new Error(`${of.id} has no position ${position}`)
  return passage(found, of)
}

/** An answer of quoted sentences, each from one paragraph, of which the bot is sure. */
export function answerOf(...quoted: [of: Cable, position: number, quote: string][]): Answer {
  return {
    text: quoted.map(([, , quote]) => quote).join(' '),
    abstained: false,
    confidence: SURE_CONFIDENCE,
    sentences: quoted.map(([of, position, quote]) => ({
      text: quote,
      citations: [{ cable: of.id, paragraph: passageOf(of, position).paragraph.number, position, quote }],
    })),
    filter: {},
    notices: [],
    retrieved: quoted.map(([of, position]) => passageOf(of, position)),
  }
}

export function abstention(...nearest: RankedParagraph[]): Answer {
  return {
    text: 'I found no paragraph in this archive that answers the question.',
    abstained: true,
    confidence: 0.1,
    sentences: [],
    filter: {},
    notices: [],
    retrieved: nearest,
  }
}

/** @param ask answers every question */
export function servicesOf(
  ask: (query: Query) => Promise<Answer>,
  archive: readonly Cable[] = ARCHIVE,
): Services {
  return {
    records: Records.inMemory(),
    corpus: {
      roles: [],
      add: () => Promise.reject(new Error('this archive of a test takes no file')),
      remove: () => Promise.resolve(false),
      status: () => ({ pending: 0, isBusy: false }),
    },
    about: () => ({
      version: '1.2.3',
      embeddingModel: 'a model of a test',
      protectsSources: true,
      languageModel: null,
      keepsQuestions: false,
    }),
    // As the real one, an answer says what was looked in.
    ask: async (query) => {
      const answer = await ask(query)
      return { ...answer, filter: { ...answer.filter, ...query.filters } }
    },
    find: (query, limit) => {
      const passages = found(archive, query, limit)
      return Promise.resolve(foundFor(query, passages))
    },
    cable: (id) => archive.find((each) => each.id === id),
    line: (id) => archive.filter((each) => each.id === id).map(lineOf)[0],
    message: (id) =>
      archive
        .find((each) => each.id === id)
        ?.paragraphs.map(({ text }) => text)
        .join('\n\n'),
    citedBy: (id, limit, offset = 0) =>
      archive
        .filter(({ references }) => references.includes(id))
        .slice(offset, offset + limit)
        .map(lineOf),
    countCitedBy: (id) => archive.filter(({ references }) => references.includes(id)).length,
    similar: () => Promise.resolve(undefined),
    list: (_, offset, limit) => archive.slice(offset, offset + limit).map(lineOf),
    countCables: () => archive.length,
    tally: () => [],
    addressTemplate: 'https://archive.example/cable/{id}',
    permalink: (id) => `https://archive.example/cable/${id}`,
    suggestIds: (typed, limit) => {
      const wanted = typed.toUpperCase().replace(/[^A-Z0-9]/gu, '')
      return archive
        .filter(({ id }) => id.includes(wanted))
        .slice(0, limit)
        .map(lineOf)
    },
    counts: () => ({
      cables: archive.length,
      paragraphs: archive.flatMap(({ paragraphs }) => paragraphs).length,
    }),
    origins: () => tally(archive.flatMap(({ origin }) => origin ?? [])),
    tagCounts: () => tally(archive.flatMap(({ tags }) => tags)),
  }
}

function tally(values: readonly string[]): Tally[] {
  return [...new Set(values)]
    .map((value) => ({ value, cables: values.filter((each) => each === value).length }))
    .sort((a, b) => b.cables - a.cables || a.value.localeCompare(b.value))
}

/** Every paragraph that holds a word of the query, those with the most words first. */
/** Passages as a search without signs finds them. */
export function foundFor(
  { text, filters }: Pick<Query, 'text' | 'filters'>,
  passages: readonly RankedParagraph[],
): Found {
  return {
    passages,
    text,
    filter: filters,
    rule: NO_RULE,
    withoutYears: [],
    corrections: [],
    nowhere: [],
    withAll: null,
  }
}

function found(archive: readonly Cable[], { text, filters }: Query, limit: number): RankedParagraph[] {
  const words = termsOf(text).map(({ stem }) => stem)
  const score = (passage: RankedParagraph): number => {
    const stems = new Set(stemsOf(passage.paragraph.text))
    return words.filter((word) => stems.has(word)).length
  }
  return archive
    .filter(({ origin }) => filters.origin === undefined || origin?.includes(filters.origin) === true)
    .flatMap((of) => of.paragraphs.map(({ position }) => passageOf(of, position)))
    .filter((passage) => score(passage) > 0)
    .sort((a, b) => score(b) - score(a))
    .slice(0, limit)
}

function lineOf({ id, subject, date }: Cable): CableSuggestion {
  return { id, subject, date: date ?? '' }
}
