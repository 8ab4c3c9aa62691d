import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import type { VectorIndex } from '../../embeddings/vector-index.js'
import { ATTACHMENT_MAX, checkAttachment, download } from '../../src/corpus/download.js'
import { AddReport } from '../../src/corpus/add-report.js'
import { Corpus } from '../../src/corpus/corpus.js'
import type { PassageEmbedder } from '../../src/library/ingest.js'
import type { User } from '../../src/playground/user.js'
import type { Role } from '../../src/playground/world.js'
import { abstention, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'
import { IndexFixture } from '../support/index-fixture.js'
import { inventedParts } from '../support/invented-cables.js'

const SAMPLE = '06KHAZIRAND58'
const SAMPLE_TEXT = readFileSync(join(PACKAGE_ROOT, 'samples', 'cables', `${SAMPLE}.txt`), 'utf8')

const fixture = new IndexFixture()
let index: VectorIndex
let running: RunningBot
let corpus: Corpus
let role: Role
let ada: User
let librarian: User
/** Held back until it is called, when a test wants to see the work under way. */
let hold: Promise<void> = Promise.resolve()

const embedder: PassageEmbedder = {
  passageTokens: 256,
  countTokens: (words) => Promise.resolve(words.map(() => 1)),
  embedParts: async (passages) => {
    await hold
    return passages.map((parts) => inventedParts(parts, fixture.dimension))
  },
}

beforeEach(async () => {
  hold = Promise.resolve()
  index = await fixture.openIndex()
  const origins: string[] = []
  const roles: string[] = []
  corpus = new Corpus(
    {
      library: fixture.library,
      embedder,
      index,
      removeCable: async (id) => {
        const { removed, droppedVectors } = fixture.library.remove([id])
        await index.remove(droppedVectors)
        return removed > 0
      },
    },
    { origins, roles, logger: pino({ level: 'silent' }) },
  )
  running = await runBot({
    ...servicesOf(() => Promise.resolve(abstention())),
    corpus,
    cable: (id) => fixture.library.open.cable(id),
    counts: () => fixture.library.counts(),
    suggestIds: (typed, limit) => fixture.library.open.suggestIds(typed, limit),
  })
  const { standIn } = running
  origins.push(new URL(standIn.apiUrl).origin)
  role = standIn.role('Librarians')
  roles.push(role.id)
  ada = standIn.user({ name: 'Ada' })
  librarian = standIn.user({ name: 'Livia', roles: [role] })
})

afterEach(async () => {
  await running.stop()
  await corpus.close()
})

describe('/corpus add', () => {
  it('adds the cables of a file, which can be read at once', async () => {
    const file = { name: 'Cable.txt', content: SAMPLE_TEXT }
    const reply = await librarian.command('corpus add', { file })
    expect(reply.isPrivate).toBe(true)
    await reply.until((text) => text.includes('Done'))
    expect(reply.text).toMatchInlineSnapshot(`
      "(private)
      │ Done. Cables added: 1, updated: 0, unchanged: 0, refused: 0.
      │ Added: 06KHAZIRAND58"
    `)
    expect((await ada.command('cable', { id: SAMPLE })).text).toContain(SAMPLE)
    const again = await librarian.command('corpus add', { file })
    await again.until((text) => text.includes('unchanged: 1'))
  })

  it('takes an archive, and says why what is no cable was refused', async () => {
    const content = gzipSync('Dear diary, nothing happened today.')
    const file = { name: 'diary.txt.gz', content, type: 'application/gzip' }
    const reply = await librarian.command('corpus add', { file })
    await reply.until((text) => text.includes('refused: 1'))
    expect(reply.text).toMatch(/^│ diary\.txt\.gz was refused: \S/mu)
  })

  it('takes several files at once, and names the cables that it added and each file that it refused', async () => {
    const reply = await librarian.command('corpus add', {
      file: { name: 'diary_*1*.txt', content: 'Dear diary, nothing happened today.' },
      'file-2': { name: 'Cable.txt', content: SAMPLE_TEXT },
      'file-4': { name: 'cat.png', content: 'x', type: 'image/png', isUnfiltered: true },
      'file-5': { name: 'empty.txt', content: '' },
    })
    await reply.until((text) => text.includes('Done'))
    expect(reply.text.split('\n').slice(1)).toEqual([
      '│ Done. Cables added: 1, updated: 0, unchanged: 0, refused: 3.',
      '│ Added: 06KHAZIRAND58',
      expect.stringMatching(/^│ diary\\_\\\*1\\\*\.txt was refused: \S/u),
      expect.stringMatching(/^│ cat\.png was refused: Only \.txt/u),
      '│ empty.txt was refused: The file is empty.',
    ])
    const inGerman = running.standIn.user({ name: 'Lena', locale: 'de', roles: [role] })
    const wrong = await inGerman.command('corpus add', {
      file: { name: 'Cable.txt', content: SAMPLE_TEXT },
      'file-2': { name: 'leer.txt', content: '' },
    })
    await wrong.until((text) => text.includes('leer.txt wurde abgelehnt: Die Datei ist leer.'))
  })

  it('names the first of many', async () => {
    const { standIn } = running
    const counts = { read: 60, added: 25, renewed: 0, unchanged: 0, refused: 30, embedded: 0 }
    const report = new AddReport()
    for (let at = 1; at <= counts.added; at++) report.add(`06KHAZIRAND${at}`)
    for (let at = 1; at <= counts.refused; at++) report.refuse('名'.repeat(300), '*'.repeat(2_000))
    report.count({ ...counts, ms: 1, stopped: false })
    vi.spyOn(corpus, 'add').mockResolvedValueOnce(report.told())
    const reply = await standIn.owner.command('corpus add', { file: { name: 'a.txt', content: 'x' } })
    await reply.until((text) => text.includes('Done'))
    expect(reply.text).toMatch(/06KHAZIRAND20 and 5 more$/mu)
    expect(reply.text).not.toContain('06KHAZIRAND21')
    expect(reply.text).toContain('│ 22 more records were refused.')
  })

  it('lets people choose files only that may hold cables', async () => {
    const file = { name: 'cat.png', content: 'x', type: 'image/png' }
    await expect(librarian.command('corpus add', { file })).rejects.toThrow('takes .txt, .htm')
  })

  it.each([
    [
      'a picture',
      { name: 'cat.png', content: 'x', type: 'image/png', isUnfiltered: true },
      'Only .txt, .html, .csv, .zip and .gz',
    ],
    ['a picture called text', { name: 'cat.txt', content: 'x', type: 'image/png' }, 'Only .txt, .html'],
    ['a program', { name: 'cable.txt.exe', content: 'x', isUnfiltered: true }, 'Only .txt, .html'],
    ['an empty file', { name: 'cable.txt', content: '' }, 'The file is empty.'],
  ])('refuses %s', async (_, file, sentence) => {
    const reply = await librarian.command('corpus add', { file })
    await reply.until((text) => text.includes(sentence))
    expect(fixture.library.counts().cables).toBe(0)
  })

  it('does one file at a time, and /corpus status tells of it', async () => {
    let release: () => void = () => undefined
    hold = new Promise((resolve) => {
      release = resolve
    })
    const first = await librarian.command('corpus add', { file: { name: 'a.txt', content: SAMPLE_TEXT } })
    await expect.poll(() => corpus.status().pending).toBeGreaterThan(0)
    const second = await librarian.command('corpus add', { file: { name: 'b.txt', content: SAMPLE_TEXT } })
    await second.until((text) => text.includes('Another file is being added.'))
    const status = await librarian.command('corpus status')
    expect(status.text).toContain('Cables in the archive: 1,')
    expect(status.text).toMatch(/\d+ paragraphs are not searchable yet\./u)
    expect(status.text).toContain('A file is being added.')
    release()
    await first.until((text) => text.includes('Cables added: 1'))
  })
})

describe('the progress of a file', () => {
  it('is edited into the reply now and then, in the reader’s numbers, until it is done', async () => {
    const counts = { added: 1, renewed: 0, unchanged: 0, refused: 0 }
    const services = servicesOf(() => Promise.resolve(abstention()))
    const slow = await runBot({
      ...services,
      corpus: {
        ...services.corpus,
        roles: [],
        add: async (_, onProgress) => {
          for (let read = 0; read <= 5_000; read += 100) {
            onProgress({
              ...{ ...counts, read, embedded: 1_234, pending: 7, readingDone: false },
              ...{ recordsPerSecond: 1, paragraphsPerSecond: 1, secondsLeft: null },
            })
            await sleep(90)
          }
          return { ...counts, read: 5_000, embedded: 1_234, stopped: false, ids: [], refusals: [] }
        },
      },
    })
    const file = { name: 'a.txt', content: SAMPLE_TEXT }
    const reply = await slow.standIn.owner.command('corpus add', { file })
    const states = new Set<string>()
    await reply.until((text) => {
      states.add(text)
      return text.includes('Done.')
    }, 15_000)
    const [first = '', second = '', ...later] = states
    expect(first).toContain('Downloading the file')
    expect(second).toMatch(/Records read: \d,\d{3}; searchable paragraphs: 1,234, pending: 7 …/u)
    expect(later).toHaveLength(1)
    await slow.stop()
  }, 20_000)
})

describe('/corpus remove', () => {
  it('takes a cable out, and says so when it was not there', async () => {
    const added = await librarian.command('corpus add', { file: { name: 'a.txt', content: SAMPLE_TEXT } })
    await added.until((text) => text.includes('Done'))
    expect(await librarian.autocomplete('corpus remove', { focused: 'cable', value: '06kha' })).toHaveLength(
      1,
    )
    const removed = await librarian.command('corpus remove', { cable: '06 Khazirand 58' })
    expect(removed.text).toContain(`${SAMPLE} was removed from the archive.`)
    expect(fixture.library.counts().cables).toBe(0)
    expect((await librarian.command('corpus remove', { cable: SAMPLE })).text).toContain('There is no cable')
    expect((await librarian.command('corpus remove', { cable: 'the last one' })).text).toContain(
      'isn’t a cable number',
    )
  })
})

describe('who may', () => {
  it('is the owner and the roles that the owner has named, nobody else', async () => {
    expect((await ada.command('corpus status')).text).toContain('Only the owner of this bot')
    expect((await ada.command('corpus remove', { cable: SAMPLE })).text).toContain(
      'Only the owner of this bot',
    )
    const file = { name: 'a.txt', content: SAMPLE_TEXT }
    expect((await ada.command('corpus add', { file })).text).toContain('Only the owner of this bot')
    expect(fixture.library.counts().cables).toBe(0)
    expect((await running.standIn.owner.command('corpus status', {}, { dm: true })).text).toContain(
      'Cables in the archive: 0,',
    )
  })
})

describe('an attachment', () => {
  const attachment = { name: 'a.txt', size: 5, contentType: 'text/plain', url: '' }
  let server: Server | undefined

  afterEach(async () => {
    server?.closeAllConnections()
    await new Promise((resolve) => server?.close(resolve) ?? setImmediate(resolve))
    server = undefined
  })

  /** A host that answers as the test wants. */
  async function host(
    respond: (
      path: string,
    ) => { status?: number; headers?: Record<string, string>; body?: string } | undefined,
  ) {
    const made = createServer(({ url = '' }, response) => {
      const answer = respond(url)
      if (answer === undefined) return // Never answers.
      response.writeHead(answer.status ?? 200, answer.headers)
      response.end(answer.body)
    })
    server = made
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(made.address() as AddressInfo).port}`
  }

  it('too large is refused before anything is fetched', () => {
    expect(() => {
      checkAttachment({ ...attachment, size: ATTACHMENT_MAX + 1 })
    }).toThrow('at most 25.0 are taken here')
  })

  it.each([
    'http://127.0.0.1:1/a.txt',
    'https://cdn.discordapp.com.example.org/a.txt',
    'https://user@example.org/a.txt',
    'http://cdn.discordapp.com/a.txt',
    'file:///etc/passwd',
    'nonsense',
  ])('at %s is not fetched', async (url) => {
    const target = join(fixture.folder, 'file')
    await expect(download({ ...attachment, url }, target)).rejects.toThrow('none of Discord’s')
  })

  it.each([
    ['is gone', { status: 404 }],
    ['leads elsewhere', { status: 302, headers: { location: '/another.txt' } }],
    ['is longer than was told', { body: 'x'.repeat(ATTACHMENT_MAX + 1) }],
  ])('that %s is told to be fetched in vain', async (_, answer) => {
    const origin = await host((path) => (path === '/another.txt' ? { body: 'reached' } : answer))
    const target = join(fixture.folder, 'file')
    await expect(
      download({ ...attachment, url: `${origin}/a.txt` }, target, { origins: [origin] }),
    ).rejects.toThrow('could not be fetched')
  })

  it('that never comes is given up', async () => {
    const origin = await host(() => undefined)
    const target = join(fixture.folder, 'file')
    await expect(
      download({ ...attachment, url: `${origin}/a.txt` }, target, { origins: [origin], timeMs: 200 }),
    ).rejects.toThrow('could not be fetched')
  })
})
