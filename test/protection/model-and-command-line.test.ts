/** Attempts to learn whom a cable shields through a language model, the command line and the logs. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/app.js'
import { ingestInto } from '../../src/cli/ingest.js'
import { pilcrow } from '../support/cli.js'
import { says, ScriptedModel } from '../support/scripted-model.js'
import { ask, told } from './answers.js'
import {
  BRANDVOLD,
  expectAlike,
  expectSame,
  FERROW,
  fullName,
  KOVALENKO,
  type Person,
  TRIOS,
  without,
} from './asking.js'
import * as cables from './cables.js'
import { Archive, withoutNamed } from './rooms.js'

const { SHIELDED, SMELTER, MESSAGES, written } = cables
const QUESTION = 'How many florins a megawatt hour does the smelter pay?'
const TRUE_SENTENCE = 'The smelter pays 11 florins a megawatt hour and will pay 22 from October 1'

let archive: Archive
let model: ScriptedModel
let app: App
const log: string[] = []

beforeAll(async () => {
  archive = new Archive()
  model = await ScriptedModel.start()
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      log.push(chunk.toString())
      done()
    },
  })
  const endpoint = { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'scripted' }
  app = await archive.open(endpoint, pino({ level: 'trace' }, stream))
  await archive.fill(app)
})

afterAll(async () => {
  await archive.close()
  await model.stop()
})

describe('a language model', () => {
  it('is sent no name that the question does not hold', async () => {
    model.script = says('NOT IN THE PASSAGES')
    const asked = [
      QUESTION,
      'Who showed us the ledger in a tea house?',
      'How many letters of admission did the ring print in the spring?',
    ]
    for (const text of asked) {
      model.requests.length = 0
      await ask(app, text)
      await ask(app, text, ['When will the power tariff of the Lindgard smelter double?'])
      expect(model.requests.length).toBeGreaterThan(1)
      for (const { prompt } of model.requests) {
        expect(prompt).toContain('█protected█')
        expect(prompt).not.toMatch(SHIELDED)
      }
    }
  })

  it('is sent the same whichever name is asked for, save the question and what was asked before', async () => {
    model.script = says('NOT IN THE PASSAGES')
    await expectAlike(KOVALENKO, async (who) => {
      model.requests.length = 0
      const [before, text] = [
        `Did ${fullName(who)} say that the power tariff of the Lindgard smelter will double?`,
        `Did ${who.family} say that the power tariff of the Lindgard smelter will double?`,
      ]
      await ask(app, before)
      await ask(app, text, [before])
      expect(model.requests.length).toBeGreaterThan(0)
      return without(
        model.requests.map(({ prompt }) => prompt.replace(/(BEGIN|END) \w{12}/gu, '$1')).join('\n'),
        [before, text],
      )
    })
  })

  it.each<[string, (n: number) => string]>([
    [
      'by the family name',
      (n) => `Kovalenko told the Ambassador that the smelter will pay 22 florins from October 1 [${n}].`,
    ],
    [
      'in small letters',
      (n) =>
        `According to petro kovalenko, the smelter will pay 22 florins a megawatt hour from October 1 [${n}].`,
    ],
    [
      'in capitals',
      (n) => `KOVALENKO told the Ambassador that the smelter will pay 22 florins from October 1 [${n}].`,
    ],
    [
      'as what is his',
      (n) => `By Kovalenko's account the smelter will pay 22 florins a megawatt hour from October 1 [${n}].`,
    ],
    [
      'in brackets',
      (n) =>
        `The accountant (Petro Kovalenko) told the Ambassador that the smelter will pay 22 florins [${n}].`,
    ],
    ['in a quotation', (n) => `"Kovalenko said that the board voted for it in secret" [${n}].`],
    [
      'spelled with a hyphen',
      (n) =>
        `The source, Ko-valenko, said that the smelter will pay 22 florins a megawatt hour from October 1 [${n}].`,
    ],
    [
      'in another script',
      (n) =>
        `Петро Коваленко told the Ambassador that the smelter will pay 22 florins from October 1 [${n}].`,
    ],
  ])('that names the source itself is not believed: %s', async (_, sentence) => {
    model.script = says(
      (request) =>
        `${TRUE_SENTENCE} [${request.numberOf(`${SMELTER} ¶2`)}]. ${sentence(request.numberOf(`${SMELTER} ¶2`))}`,
    )
    for (const text of [
      QUESTION,
      'Did Kovalenko say that the power tariff of the Lindgard smelter will double?',
    ]) {
      const answer = await ask(app, text)
      expect(answer.abstained).toBe(false)
      expect.soft(answer.text, text).not.toMatch(/ko-?valenko|Коваленко|petro/iu)
    }
  })

  it('that repeats whatever name it was asked for is believed for none', async () => {
    await expectAlike(KOVALENKO, async (who) => {
      const text = `Did ${who.family} say that the power tariff of the Lindgard smelter will double?`
      model.script = says(
        (request) =>
          `Yes, ${who.family.toLowerCase()} said that the power tariff of the Lindgard smelter will double in October [${request.numberOf(`${SMELTER} ¶1`)}].`,
      )
      const answer = await ask(app, text)
      expect.soft(answer.text).not.toContain(who.family.toLowerCase())
      return without(told(answer), [who.family.toLowerCase()])
    })
  })

  it('that gives the passport number or the address is not believed', async () => {
    const text = 'How many letters of admission did the ring print in the spring?'
    const n = (request: { numberOf(label: string): number }) => request.numberOf(`${cables.VISA} ¶2`)
    for (const data of [
      'holds passport PT5530917',
      'has the number 5530917',
      'lives at 17 Quarry Lane',
      'lives in Quarry Lane',
      'writes as sunniva.ferrow@webpost.example',
      'telephones with +41 79 555 0143',
    ]) {
      model.script = says((request) => `She ${data} [${n(request)}].`)
      const answer = await ask(app, text)
      expect(answer.abstained).toBe(false)
      expect.soft(answer.text, data).not.toMatch(SHIELDED)
    }
  })
})

describe('the command line', () => {
  const cli = (...args: string[]) =>
    pilcrow([...args, '--data', archive.dataDir], { env: { EMBEDDING_THREADS: '1' } })

  it('evaluates questions with each name to the same result lines, scores and confidence', async () => {
    const wordings: ((who: Person) => string)[] = [
      ({ family }) => `What did ${family} tell the Ambassador?`,
      (who) => `Who is ${fullName(who)}?`,
      (who) => `Did ${fullName(who)} say that the scales were locked on orders of the mayor?`,
      (who) => fullName(who).toUpperCase(),
    ]
    const questions = TRIOS.flatMap((trio, of) =>
      wordings.flatMap((wording, at) =>
        trio.map((who, which) => ({
          id: `${of}-${at}-${which}`,
          question: wording(who),
          history: at === 0 ? [`Whom does ${who.family} know?`] : [],
        })),
      ),
    )
    const [file, out] = [join(archive.folder, 'questions.jsonl'), join(archive.folder, 'results.jsonl')]
    writeFileSync(file, questions.map((each) => JSON.stringify(each)).join('\n'))
    const result = await cli('eval', file, '--out', out)
    expect(`${result.stdout}${result.stderr}`).not.toMatch(SHIELDED)
    const lines = new Map(
      readFileSync(out, 'utf8')
        .trim()
        .split('\n')
        .map((line) => [
          (JSON.parse(line) as { id: string }).id,
          line.replace(/"ms":[\d.]+/u, '').replace(/"id":"[^"]+"/u, ''),
        ]),
    )
    expect(lines.size).toBe(questions.length)
    TRIOS.forEach((trio, of) => {
      wordings.forEach((wording, at) => {
        const [shielded = '', other = '', nobody = ''] = [0, 1, 2].map((which) =>
          lines.get(`${of}-${at}-${which}`),
        )
        expect.soft(shielded).not.toMatch(SHIELDED)
        expectSame(shielded, other, wording(trio[0]))
        expectSame(other, nobody, wording(trio[0]))
      })
    })
  })

  it('asks and searches to the same JSON', async () => {
    await expectAlike(BRANDVOLD, async (who) => {
      const text = `What did ${fullName(who)} tell the Ambassador?`
      const answer = await cli('ask', text, '--json', '--history', `Who is ${fullName(who)}?`)
      const found = await cli('search', fullName(who), '--json', '--limit', '50')
      return [answer, found]
        .map(({ code, stdout, stderr }) => [
          code,
          stdout.replace(/"ms":[\d.]+/u, ''),
          withoutNamed(stderr, fullName(who)),
        ])
        .map((told) => told.join('\n'))
        .join('\n')
    })
  })

  it('shows no name of a cable or a paragraph, as text or as JSON, and of its file neither', async () => {
    const named = written(join(archive.folder, 'named'), {
      'interview-kovalenko': (MESSAGES[SMELTER] ?? '')
        .replaceAll('0412', '0413')
        .replace('22 from', '23 from'),
    })
    await ingestInto(app, [named])
    for (const args of [
      [SMELTER],
      [SMELTER, '2'],
      [cables.VISA],
      [cables.VISA, '2'],
      [cables.COD],
      ['06LINDGARD413'],
    ])
      for (const more of [[], ['--json']]) {
        const { code, stdout, stderr } = await cli('show', ...args, ...more)
        expect.soft(code).toBe(0)
        expect.soft(`${stdout}${stderr}`, args.join(' ')).not.toMatch(SHIELDED)
      }
    await app.removeCable('06LINDGARD413')
    const errors = await Promise.all(['kovalenko', 'hrytsenko'].map((typed) => cli('show', typed)))
    expect(errors.map(({ stderr }) => without(stderr, ['kovalenko', 'hrytsenko']))).toEqual(
      [errors[0], errors[0]].map((each) => without(each?.stderr ?? '', ['kovalenko'])),
    )
  })
})

it('the log of it all, at level trace, holds nothing that a cable shields', async () => {
  const before = log.length
  model.script = says((request) => `The weather was fine in 1812 [${request.numberOf(`${SMELTER} ¶2`)}].`)
  await ask(app, QUESTION)
  await app.masked.search({ text: 'smelter', filters: {}, history: [] }, 50)
  await ask(app, '').catch(() => undefined)
  expect(log.slice(before).join('')).toContain('quotes stand in')
  for (const line of log.slice(before)) expect(line).not.toMatch(SHIELDED)
})

it('an open reader still finds the name, so that these attempts try something', async () => {
  // Without a language model's help: quotes stand in for an answer that cannot be had.
  model.script = (_, response) => response.writeHead(500).end()
  const { text } = await app.open.ask({
    text: `What did ${fullName(FERROW[0])} tell the consul?`,
    filters: {},
    history: [],
  })
  expect(text).toMatch(SHIELDED)
})
