import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Cable, Paragraph } from '../../src/cables/cable.js'
import type { ReadOutcome } from '../../src/cables/outcome.js'
import { readPaths } from '../../src/cables/read.js'
import { MESSAGE } from '../cables/fixtures.js'
import { allSigns, type Census, takeCensus } from './census.js'
import { censusJson, examples, table } from './report.js'

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-census-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Reads the invented cable and changes what the reader gave. */
async function outcomeWith(
  change: Partial<Cable> & { text?: string; paragraph?: Partial<Paragraph> },
): Promise<ReadOutcome> {
  const { text, paragraph, ...fields } = change
  const path = join(folder, '08PORTLUMINA42.txt')
  writeFileSync(path, text ?? MESSAGE)
  for await (const outcome of readPaths([path])) {
    if (outcome.kind === 'refused') return outcome
    const paragraphs = outcome.cable.paragraphs.map((each, at) =>
      at === 1 ? { ...each, ...paragraph } : each,
    )
    return { ...outcome, cable: { ...outcome.cable, paragraphs, ...fields } }
  }
  throw new Error('nothing was read')
}

async function* all(outcomes: readonly ReadOutcome[]): AsyncGenerator<ReadOutcome> {
  for (const outcome of outcomes) yield await Promise.resolve(outcome)
}

async function census(...outcomes: ReadOutcome[]): Promise<Census> {
  return takeCensus(all(outcomes), { signs: allSigns(), examples: 2 })
}

/** Names of the signs that were found. */
async function found(...outcomes: ReadOutcome[]): Promise<string[]> {
  const { counts } = await census(...outcomes)
  return counts.filter(({ finds }) => finds > 0).map(({ name }) => name)
}

/** The invented post is in no table, but nothing refers to it without a year. */
const ALWAYS = ['unknown posts']
const WORDS = 'The lamp was sold to a buyer from the north. '

describe('the census', () => {
  it('finds nothing more than its invented posts in a cable that is read well', async () => {
    expect(await found(await outcomeWith({}))).toEqual(ALWAYS)
  })

  it.each<[string, Parameters<typeof outcomeWith>[0]]>([
    ['refused', { text: 'no cable' }],
    ['no paragraph', { paragraphs: [] }],
    ['number twice', { paragraph: { number: 1 } }],
    ['gap in numbers', { paragraph: { number: 7 } }],
    ['numbers go back', { paragraph: { number: 7 } }],
    ['long paragraph', { paragraph: { text: WORDS.repeat(200) } }],
    ['start with marking inside', { paragraph: { text: 'It was sold. 5. (C) It came back.' } }],
    ['start with marking inside', { paragraph: { text: 'It was sold\n7. (SBU) It came back.' } }],
    [
      'start with marking inside',
      { paragraph: { text: 'It was sold. THE LAMP ------- 7. (U) It came back.' } },
    ],
    ['next number inside', { paragraph: { text: 'It was sold. 3. It came back.' } }],
    ['glued paragraphs', { paragraph: { text: `${WORDS.repeat(200)}It was sold. 3. It came back.` } }],
    ['empty paragraph', { paragraph: { text: '' } }],
    ['long heading', { paragraph: { heading: WORDS.repeat(3) } }],
    ['heading that is a sentence', { paragraph: { heading: 'and then,' } }],
    ['page mark', { paragraph: { text: 'He asked Nairobi 00000101 002 of 002 which lamp.' } }],
    ['page mark', { paragraph: { heading: 'NAIROBI 00000101 001.2 OF 002' } }],
    ['SIPDIS', { paragraph: { text: 'his Sipdis bridge' } }],
    ['head label', { paragraph: { text: 'Classified By: Ida Quill, harbor master' } }],
    ['head label', { paragraph: { text: 'One.\nTAGS: PREL' } }],
    [
      'record of a dump',
      { paragraph: { text: '", 123,1/2/2004 6:06,04NAIROBI49,"Embassy Nairobi",SECRET' } },
    ],
    ['no summary though begun', { summary: null, paragraph: { text: 'Summary: The lamp is sold.' } }],
    ['long summary', { summary: WORDS.repeat(200) }],
    ['damaged letters', { paragraph: { text: 'the buyer\u0092s lamp' } }],
    ['damaged letters', { paragraph: { text: 'the buyer\uFFFDs lamp' } }],
    ['subject printed, none read', { subject: '' }],
    ['long subject', { subject: WORDS.repeat(5) }],
    ['subject with a label', { subject: 'A VISIT TO THE NORTHRef: NAIROBI 12 Ref: BAKU 3' }],
    ['signer printed, none read', { signer: null }],
    ['no signer printed', { signer: null, text: MESSAGE.replace(/QUILL\n$/, '') }],
    ['suspicious signer', { signer: 'THE' }],
    ['suspicious signer', { signer: 'Q' }],
    ['suspicious signer', { signer: 'IDA QUILL AND JANE ROE' }],
    ['TAGS printed, none read', { tags: [] }],
    ['unknown TAGS', { tags: ['PREL', 'PRELL'] }],
    ['persons among TAGS', { tags: ['OVIP', 'ROE, JANE'] }],
    ['references printed, none read', { references: [] }],
    ['classified by printed, none read', { classifiedBy: null }],
    ['doubtful classified by', { classifiedBy: 'Ida Quill 1.4' }],
    ['doubtful classified by', { classifiedBy: WORDS.repeat(3) }],
    ['reasons printed, none read', { reasons: [] }],
    ['no date', { date: null }],
    ['no origin', { origin: null }],
    ['no classification', { classification: null }],
    ['declassify on no day', { declassifyOn: 'OADR' }],
    ['declassify on printed, none read', { declassifyOn: null }],
    ['doubtful recipients', { recipients: ['SECSTATE WASHDC 0311'] }],
    ['doubtful recipients', { infoRecipients: ['Embassy Nairobi'] }],
  ])('finds: %s', async (sign, change) => {
    expect(await found(await outcomeWith(change))).toContain(sign)
  })

  it('tells a label that is not printed', async () => {
    const bare = MESSAGE.replace(/^TAGS.*\n/m, '').replace(/^SUBJECT.*\nBACK\n/m, '')
    const signs = await found(await outcomeWith({ text: bare }))
    expect(signs).toEqual(expect.arrayContaining(['no subject printed', 'no TAGS printed']))
    expect(signs).not.toContain('TAGS printed, none read')
  })

  it('tells how numbers are missing', async () => {
    const paragraph = (position: number, number: number | null): Paragraph => {
      return { position, number, marking: null, heading: null, text: WORDS }
    }
    const unnumbered = { paragraphs: [paragraph(1, null)] }
    expect(await found(await outcomeWith(unnumbered))).toContain('numbers printed, none read')
    const plain = MESSAGE.replace(/¶\d\. {2}/g, '')
    expect(await found(await outcomeWith({ ...unnumbered, text: plain }))).toContain('no number printed')
    const first = { paragraphs: [paragraph(1, null), paragraph(2, 23)] }
    expect(await found(await outcomeWith(first))).toEqual(
      expect.arrayContaining(['unnumbered first', 'first number is not 1']),
    )
  })

  it('finds the second source of a cable only where its paragraphs differ', async () => {
    const [one, same, other] = [
      await outcomeWith({}),
      await outcomeWith({}),
      await outcomeWith({ paragraph: { text: WORDS } }),
    ]
    expect(await found(one, same)).not.toContain('sources differ')
    expect(await found(one, other)).toContain('sources differ')
  })

  it('counts places, cables and values, and shows as many examples as wanted', async () => {
    const counted = await census(
      await outcomeWith({ tags: ['PRELL', 'PREEL', 'PRREL'] }),
      await outcomeWith({ tags: ['PREEL'] }),
    )
    const unknown = counted.counts.find(({ name }) => name === 'unknown TAGS')
    expect(unknown?.finds).toBe(4)
    expect([...(unknown?.values ?? [])]).toEqual([
      ['PREEL', 2],
      ['PRELL', 1],
      ['PRREL', 1],
    ])
    expect(unknown?.examples.map(({ value }) => value)).toEqual(['PREEL', 'PRELL'])
    expect(table(counted)).toContain('| unknown TAGS | 4 | 1 | 3 |')
    expect(examples(counted)).toContain('  08PORTLUMINA42  PREEL  ×2')
    expect(JSON.parse(censusJson(counted))).toMatchObject({ records: 2 })
  })

  it('keeps snippets short', async () => {
    const { counts } = await census(
      await outcomeWith({ subject: WORDS.repeat(50), classifiedBy: WORDS.repeat(50) }),
    )
    for (const { examples: shown } of counts)
      for (const { snippet } of shown) expect(snippet.length).toBeLessThanOrEqual(120)
  })
})
