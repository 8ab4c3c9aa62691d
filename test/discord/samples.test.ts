import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { openApp, type App } from '../../src/app.js'
import type { Cable } from '../../src/cables/cable.js'
import { readPaths } from '../../src/cables/read.js'
import { Corpus } from '../../src/corpus/corpus.js'
import { readSettings } from '../../src/config.js'
import { ingest } from '../../src/library/ingest.js'
import type { User } from '../../src/playground/user.js'
import { cableReply } from '../../src/replies/cable-reply.js'
import { pagesOf } from '../../src/replies/cable-pages.js'
import { paragraphReply } from '../../src/replies/paragraph-reply.js'
import { readerView } from '../../src/reader-view.js'
import { Records } from '../../src/records/records.js'
import { aboutBot, servicesOf } from '../../src/services.js'
import { runBot, type RunningBot } from '../support/bot.js'
import { useTestModels } from '../support/embedding.js'
import { expectValid, SAY } from '../support/replies.js'

let dataDir: string
let app: App
let running: RunningBot
let ada: User
const ids: string[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pilcrow-discord-'))
  useTestModels(dataDir)
  const logger = pino({ level: 'silent' })
  const settings = readSettings({ DATA_DIR: dataDir })
  app = await openApp(settings, logger, () => undefined)
  const corpus = new Corpus(app, { origins: [], roles: [], logger })
  const { library, embedder, index } = app
  await ingest({
    library,
    embedder,
    index,
    outcomes: readPaths([join(PACKAGE_ROOT, 'samples', 'cables')]),
    onRefused: (refused) => expect.fail(JSON.stringify(refused)),
  })
  ids.push(...library.open.suggestIds('', 1_000).map(({ id }) => id))
  running = await runBot(
    servicesOf({
      app,
      view: readerView(app, true),
      records: Records.inMemory(),
      corpus,
      about: aboutBot(settings),
      sourceUrlTemplate: 'https://archive.example/cable/{id}',
    }),
  )
  ada = running.standIn.user({ name: 'Ada' })
})

afterAll(async () => {
  await running.stop()
  await app.close()
  await rm(dataDir, { recursive: true })
})

function stored(id: string): Cable {
  const cable = app.library.open.cable(id)
  if (cable === undefined) throw new Error(`${id} is not stored`)
  return cable
}

describe('the bot over the sample archive', () => {
  it('leads from a question to the cited paragraph, its neighbour and its cable', async () => {
    const answer = await ada.command('ask', {
      question: 'By what vote was the Cape Sorrow concession given to Kestrel?',
    })
    expect(answer.text).toMatch(/four votes to three.* \[1\]/u)
    const [citation = ''] = answer.buttons
    const paragraph = await answer.click(citation)
    expect(paragraph.text).toMatch(/### 06PORTALDANE377 ¶1/u)
    expect(paragraph.text).toMatch(/\*\*[^*]*four votes to three[^*]*\*\*/su)
    await paragraph.click('¶2 ▶')
    expect(paragraph.text).toMatch(/### 06PORTALDANE377 ¶2/u)
    const cable = await paragraph.click('Open cable')
    expect(cable.text).toContain('06PORTALDANE377 · Embassy Portaldane')
  })

  it('leads from a question to a footnote: citation, neighbour, cable, its reference, Chicago note', async () => {
    const walker = running.standIn.user({ name: 'Walker' })
    const answer = await walker.command('ask', {
      question: 'By what vote was the Cape Sorrow concession given to Kestrel?',
    })
    const paragraph = await answer.click(answer.buttons[0] ?? '')
    expect(paragraph.text).toContain('### 06PORTALDANE377 ¶1')
    await paragraph.click('¶2 ▶')
    expect(paragraph.text).toContain('### 06PORTALDANE377 ¶2')
    const cable = await paragraph.click('Open cable')
    const reference = await cable.select('05PORTALDANE412', 'Open a reference (2)')
    expect(reference.text).toContain('05PORTALDANE412 · Embassy Portaldane')
    const [, citedBy] = /<(Cited by \(\d+\))/u.exec(reference.text) ?? []
    const note = await reference.click('Cite')
    expect(note.text).toMatch(
      /US Embassy Portaldane to the Department of State, “.+,” \w+ \d+, 2005, cable 05PORTALDANE412, .*https\\:\/\/archive\.example\/cable\/05PORTALDANE412\./u,
    )
    await note.click('↩ 05PORTALDANE412')
    const back = await reference.select('06PORTALDANE377', citedBy)
    expect(back.text).toContain('06PORTALDANE377 · Embassy Portaldane')
  })

  it('goes on from follow-up to follow-up', async () => {
    const walker = running.standIn.user({ name: 'Walker' })
    const first = await walker.command('ask', { question: 'Who was given the Cape Sorrow concession?' })
    const second = await (
      await first.click('Ask a follow-up')
    ).submitModal({ question: 'By what vote was it given?' })
    const third = await (await second.click('Ask a follow-up')).submitModal({ question: 'When was that?' })
    expect(third.text).toContain(
      [
        '│ -# ↳ Who was given the Cape Sorrow concession?',
        '│ -# ↳ By what vote was it given?',
        '│ > When was that?',
      ].join('\n'),
    )
  })

  it('finds similar cables and passages, and never the cable itself', async () => {
    const walker = running.standIn.user({ name: 'Walker' })
    for (const paragraph of [undefined, '1']) {
      const reply = await walker.command('similar', {
        id: '06PORTALDANE377',
        ...(paragraph !== undefined && { paragraph }),
      })
      expect(reply.buttons).toHaveLength(6)
      expect(reply.buttons.some((label) => label.startsWith('06PORTALDANE377 '))).toBe(false)
      const ids = reply.buttons.map((label) => label.split(' ')[0])
      if (paragraph === undefined) expect(new Set(ids).size).toBe(6)
    }
  })

  it('abstains and shows the nearest passages when the archive does not know', async () => {
    const reply = await ada.command('ask', { question: 'Who won the 1998 World Cup?' })
    expect(reply.text).toContain('Nearest passages')
    expect(reply.buttons.filter((label) => label.includes('¶'))).not.toHaveLength(0)
  })

  it('keeps to the filters that were given', async () => {
    const reply = await ada.command('ask', {
      question: 'What was reported on ports?',
      post: 'portaldane',
      after: '2007',
    })
    const cited = [...reply.text.matchAll(/(\d\d[A-Z]+)\d+ (?:¶|\\\[)/gu)].map(([, start]) => start ?? '')
    expect(cited.length).toBeGreaterThan(0)
    for (const start of cited) expect(start).toMatch(/^(?:0[7-9]|10)PORTALDANE$/u)
  })

  it.each(['06PORTALDANE377', '06 Portaldane 0377', 'portaldane 377', '06portaldane000377'])(
    'opens a cable by its number as people type it: %s',
    async (id) => {
      expect((await ada.command('cable', { id })).text).toContain('06PORTALDANE377 · Embassy Portaldane')
    },
  )

  it.each([
    ['06PORTALDANE378', '06PORTALDANE377'],
    ['07PORTALDANE377', '06PORTALDANE377'],
    ['06PORTALDANE3770', '06PORTALDANE377'],
    ['06PORTLDANE377', '06PORTALDANE377'],
    ['portaldane', '06PORTALDANE118'],
  ])('asks on %s whether %s was meant', async (typed, meant) => {
    const reply = await ada.command('cable', { id: typed })
    expect(reply.text).toContain('Did you mean')
    expect(reply.buttons).toContain(meant)
    await reply.click(meant)
    expect(reply.text).toContain(`${meant} · `)
  })

  it('suggests numbers while they are typed', async () => {
    const choices = await ada.autocomplete('cable', { focused: 'id', value: '06 portal' })
    expect(choices.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['06PORTALDANE118', '06PORTALDANE377']),
    )
  })

  it('can show every page and every paragraph of every cable', () => {
    expect(ids.length).toBeGreaterThan(40)
    for (const cable of ids.map(stored)) {
      pagesOf(SAY, cable).pages.forEach((_, at) => {
        const reply = cableReply(SAY, cable, at + 1)
        if (reply === null) throw new Error(`${cable.id} has no page ${at + 1}`)
        expectValid(reply)
      })
      for (const { position } of cable.paragraphs) {
        const reply = paragraphReply(SAY, cable, { position, part: 0, quotes: [] })
        if (reply === null) throw new Error(`${cable.id} has no paragraph at ${position}`)
        expectValid(reply)
      }
    }
  })
})
