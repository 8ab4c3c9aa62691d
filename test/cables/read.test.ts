import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReadOutcome } from '../../src/cables/outcome.js'
import { readPaths } from '../../src/cables/read.js'
import { MESSAGE } from './fixtures.js'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-read-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function readAll(...paths: string[]): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = []
  for await (const outcome of readPaths(paths)) outcomes.push(outcome)
  return outcomes
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('reading a message', () => {
  it('gives every field of the head', async () => {
    const [outcome] = await readAll(file('message.txt', MESSAGE))
    expect(outcome).toMatchObject({
      kind: 'cable',
      message: MESSAGE,
      cable: {
        id: '08PORTLUMINA42',
        date: '2008-03-04T10:15:00Z',
        origin: 'Embassy Port Lumina',
        classification: 'CONFIDENTIAL',
        captions: ['SIPDIS'],
        precedence: 'PRIORITY',
        subject: 'THE HARBOR COUNCIL WANTS ITS LIGHTHOUSE BACK',
        tags: ['PREL', 'PGOV', 'EFIS'],
        references: ['07PORTLUMINA917', '08NORTHVARDO12'],
        classifiedBy: 'Ambassador Ida Quill',
        reasons: ['1.4(b)', '1.4(d)'],
        declassifyOn: '2018-03-03',
        recipients: ['SECSTATE WASHDC'],
        infoRecipients: ['AMEMBASSY NORTH VARDO', 'NSC WASHDC'],
        signer: 'QUILL',
        summary: 'The harbor council of Port Lumina asked for the return of its lighthouse.',
      },
    })
  })

  it('makes paragraphs whole that a page break cut, and keeps sub-items on their own lines', async () => {
    const [outcome] = await readAll(file('message.txt', MESSAGE))
    expect(outcome?.kind === 'cable' ? outcome.cable.paragraphs : []).toEqual([
      {
        position: 1,
        number: 1,
        marking: 'C',
        heading: null,
        text: 'Summary: The harbor council of Port Lumina asked for the return of its lighthouse. End summary.',
      },
      {
        position: 2,
        number: 2,
        marking: 'C',
        heading: 'A Lamp and Its Keepers',
        text:
          'The keeper, Odo Brandt, told us that the lamp had been sold in 2003 for 2.3 million lumes. He asked that ' +
          'the buyer return it and named three reasons:\n-- the lamp is old;\n-- the harbor is dark.',
      },
      {
        position: 3,
        number: 3,
        marking: 'C/NF',
        heading: null,
        text: 'Comment: The council will vote on May 3. End comment.',
      },
    ])
  })

  it.each([
    ['UTF-8', new TextEncoder().encode(MESSAGE)],
    ['Latin-1 with CRLF', Buffer.from(MESSAGE.replaceAll('\n', '\r\n'), 'latin1')],
    ['a ¶ that was lost', new TextEncoder().encode(MESSAGE.replaceAll('¶', '\uFFFD'))],
    ['bare numbers', new TextEncoder().encode(MESSAGE.replaceAll('¶', ''))],
  ])('gives the same paragraphs from %s', async (_, bytes) => {
    const plain = await readAll(file('plain.txt', MESSAGE))
    const other = await readAll(file('other.txt', bytes))
    const paragraphs = (outcomes: ReadOutcome[]): unknown =>
      outcomes.map((outcome) => (outcome.kind === 'cable' ? outcome.cable.paragraphs : outcome))
    expect(paragraphs(other)).toEqual(paragraphs(plain))
  })
})

describe('what holds no cable', () => {
  it.each([
    [
      'a JPEG',
      'picture.txt',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
      /no text/,
    ],
    ['an empty file', 'empty.txt', '', /empty/],
    ['a text of something else', 'letter.txt', 'Dear Sir,\n\nno news today.\n', /no cable in it/],
    ['one endless line', 'long.txt', Buffer.alloc(50_000_000, 'a'), /too large/],
  ])('%s is one refusal with its reason', async (_, name, content, reason) => {
    const path = file(name, content)
    const outcomes = await readAll(path)
    expect(outcomes).toEqual([{ kind: 'refused', path, reason: expect.stringMatching(reason) as string }])
  })

  it('a path that is missing is a refusal', async () => {
    const path = join(folder, 'nowhere')
    expect(await readAll(path)).toEqual([
      { kind: 'refused', path, reason: 'there is no such file or folder' },
    ])
  })
})
