/** `/search` with signs, over a real library: what is found, and what the reply says of the words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../src/app.js'
import type { Reply } from '../../src/playground/reply.js'
import * as cables from '../protection/cables.js'
import { Archive, Room } from '../protection/rooms.js'
import { pilcrow } from '../support/cli.js'

let archive: Archive
let app: App
let room: Room

beforeAll(async () => {
  archive = new Archive()
  app = await archive.open()
  await archive.fill(app)
  room = await Room.start(app)
})

afterAll(async () => {
  await room.stop()
  await archive.close()
})

const searched = (words: string, more: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  room.command('search', { words, ...more })

/** The passages of all pages, as their buttons name them. */
async function passages(words: string): Promise<string[]> {
  const reply = await searched(words)
  const found: string[] = []
  for (;;) {
    found.push(...reply.buttons.filter((label) => label.includes('¶')))
    if (!reply.buttons.includes('Next ▶')) return found
    await reply.click('Next ▶')
  }
}

/** The small lines above the passages. */
function head(reply: Reply): string[] {
  return reply.text
    .split('\n')
    .filter((line) => line.startsWith('│ -#'))
    .map((line) => line.slice(5))
}

describe('/search', () => {
  it('finds a phrase in quotation marks only where it is, and says so', async () => {
    const reply = await searched('"coast guard"')
    expect(head(reply)).toEqual(['With “coast guard”.', '1 passage has all the words.', '1 passage'])
    expect(await passages('“joint school”')).toEqual([`${cables.HARBOUR} ¶2`])
    expect(await passages('"guard coast"')).toEqual([])
  })

  it('leaves out what is ruled out, whichever way it is written', async () => {
    const all = await passages('ferry')
    expect(all).toContain(`${cables.HARBOUR} ¶2`)
    for (const words of ['ferry -school', 'ferry NOT school', 'ferry -"joint school"', 'ferry -schoo*']) {
      const left = await passages(words)
      expect(left, words).not.toContain(`${cables.HARBOUR} ¶2`)
      expect(left, words).toContain(`${cables.FERRY} ¶1`)
    }
    expect(head(await searched('ferry -school'))[0]).toBe('Without “school”.')
  })

  it('finds either of two words with OR, and words by their beginning', async () => {
    expect((await passages('rifles OR bakery')).sort()).toEqual([
      `${cables.VISA} ¶3`,
      `${cables.ARMOURY} ¶1`,
      `${cables.ARMOURY} ¶2`,
    ])
    expect(head(await searched('rifles OR bakery'))).toContain('With “rifles” or “bakery”.')
    expect(await passages('trawle*')).toEqual(expect.arrayContaining([`${cables.COD} ¶1`]))
    expect((await searched('trawle*')).text).toContain('**trawlers**')
  })

  it('counts the passages that have all words, and says when none has', async () => {
    expect(head(await searched('ferry crowns'))).toContain('2 passages have all the words.')
    const none = head(await searched('ferry rifles'))
    expect(none).toContain('No passage has all the words.')
    expect(none.at(-1)).toMatch(/that come near$/u)
  })

  it('names words that are nowhere, and does not call the rest the best', async () => {
    const reply = await searched('xyzzyplugh ferry')
    expect(head(reply)).toContain('No passage in this archive has “xyzzyplugh”.')
    expect(reply.text).not.toContain('best first')
  })

  it('leads from conditions that nothing meets to the words alone', async () => {
    const reply = await searched('"ferry of rifles"')
    expect(head(reply)).toEqual([
      'With “ferry of rifles”.',
      'No passage in this archive has “ferry of rifles”.',
      'Nothing in this archive matches these words. Try other words or fewer filters.',
    ])
    await reply.click('Search for the words alone')
    expect(reply.text).toContain('> ferry of rifles')
    expect(reply.buttons.some((label) => label.includes('¶'))).toBe(true)
    expect(reply.text).not.toContain('“ferry of rifles”')
  })

  it('keeps conditions and filters on every page', async () => {
    const reply = await searched('crowns -school', { post: 'Tarsund' })
    expect(reply.text).toContain('Tarsund')
    const all = [...head(reply)]
    if (reply.buttons.includes('Next ▶')) await reply.click('Next ▶')
    expect(head(reply)[1]).toBe(all[1])
    expect(reply.text).not.toContain(cables.HARBOUR)
  })

  it('refuses what asks for nothing, with a sentence for the asker alone', async () => {
    for (const [words, sentence] of [
      ['-school', 'Add a word to look for, for example: wheat -barley'],
      ['of*', '“of\\*” is too short. Give at least 3 letters before the \\*.'],
    ] as const) {
      const reply = await searched(words)
      expect(reply.isPrivate).toBe(true)
      expect(reply.text).toContain(sentence)
    }
  })
})

describe('words that a cable shields', () => {
  it('are nowhere: quoted, begun, joined or ruled out', async () => {
    for (const words of ['"Petro Kovalenko"', 'Kovale*', 'smelter AND Kovalenko', '"Kovalenko said"'])
      expect(await passages(words), words).toEqual([])
    expect(await passages('smelter -Kovalenko')).toEqual(await passages('smelter -Qplumbrex'))
    expect(head(await searched('"Kovalenko"'))[1]).toBe('No passage in this archive has “Kovalenko”.')
  })
})

describe('the search of the terminal', () => {
  const terminal = (words: string) =>
    pilcrow(['search', words, '--data', archive.dataDir], { env: { EMBEDDING_THREADS: '1' } })

  it('holds to the same signs, and says beside the passages what held', async () => {
    const { code, stdout, stderr } = await terminal('"coast guard" -rifles')
    expect(code).toBe(0)
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(stdout).toContain(`${cables.HARBOUR} ¶2`)
    expect(stderr).toContain('With “coast guard”. Without “rifles”.\n1 passage has all the words.\n')
    const masked = await terminal('"Kovalenko"')
    expect(masked.stdout).toBe('')
    expect(masked.stderr).toContain('No passage in this archive has “Kovalenko”.')
  })
})
