import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { User } from '../../src/playground/user.js'
import { abstention, HARBOUR } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'
import { FERRY, StoredArchive } from '../support/stored-archive.js'

let archive: StoredArchive
let running: RunningBot
let ada: User

beforeAll(async () => {
  archive = new StoredArchive(() => Promise.resolve(abstention()))
  running = await runBot(archive.services)
})

// Somebody new for each test: how much one person may ask in a minute is limited.
beforeEach(() => {
  ada = running.standIn.user({ name: 'Ada' })
})

afterAll(async () => {
  await running.stop()
  archive.close()
})

/** Replies as people read them, one file each, in `golden/`. */
function expectAsIn(name: string, text: string): Promise<void> {
  return expect(`${text}\n`).toMatchFileSnapshot(`golden/${name}.txt`)
}

describe('/cite', () => {
  it('writes a paragraph in three forms, with the address of the cable', async () => {
    const reply = await ada.command('cite', { id: '05 lindgard 212', paragraph: '1' })
    await expectAsIn('cite-paragraph', reply.text)
  })

  it('writes a whole cable, also one that is full of formats', async () => {
    await expectAsIn('cite-cable', (await ada.command('cite', { id: FERRY.id })).text)
    await expectAsIn('cite-hostile', (await ada.command('cite', { id: '07OSTRAVIK66' })).text)
  })

  it('asks "did you mean" as /cable does', async () => {
    expect((await ada.command('cite', { id: '05LINDGARD213' })).text).toContain('Did you mean')
  })
})

describe('/cable', () => {
  it('leads to its references, and back from what cites it', async () => {
    const harbour = await ada.command('cable', { id: HARBOUR.id })
    await expectAsIn('cable', harbour.text)
    const ferry = await harbour.select('04TARSUND77')
    expect(ferry.isPrivate).toBe(true)
    await expectAsIn('cable-reference', ferry.text)
    const back = await ferry.select('05LINDGARD212')
    expect(back.text).toContain('### HARBOUR TALKS')
    const missing = await harbour.select('05LINDGARD198')
    expect(missing.text).toContain('There is no cable 05LINDGARD198 in this archive.')
  })

  it('jumps to the page of a paragraph in place', async () => {
    const long = await ada.command('cable', { id: '06TARSUND1407' })
    const modal = await long.click('Go to ¶')
    expect(modal.text).toBe('# Go to a paragraph\nParagraph number (required): ')
    const turned = await modal.submitModal({ paragraph: '¶30' })
    expect(turned.message.id).toBe(long.message.id)
    expect(long.text).toContain('**¶30** (C) Item 30 of the agenda.')
    const refused = await (await long.click('Go to ¶')).submitModal({ paragraph: '99' })
    expect(refused.text).toContain('has no paragraph 99')
    expect(long.text).toContain('**¶30**')
  })

  it('gives the original message as a file, to who asks', async () => {
    const harbour = await ada.command('cable', { id: HARBOUR.id })
    const file = await harbour.click('Download')
    expect(file.text).toBe(
      '(private)\nThe text of 05LINDGARD212 as it was added to this archive.\n{05LINDGARD212.txt}',
    )
    const [attachment] = file.message.attachments
    const content = await (await fetch(attachment?.url ?? '')).text()
    expect(content).toBe('message of 05LINDGARD212')
  })

  it('says so when the original message is gone', async () => {
    const sparse = await ada.command('cable', { id: '75TARSUND3' })
    archive.library.remove(['75TARSUND3'])
    expect((await sparse.click('Download')).text).toContain('is not in this archive')
    archive.fill()
  })
})

describe('/similar', () => {
  it('shows passages of other cables that open', async () => {
    const reply = await ada.command('similar', { id: FERRY.id, paragraph: '1' })
    await expectAsIn('similar', reply.text)
    expect((await reply.click('05LINDGARD212 ¶2')).text).toContain('The ferry will run twice a day.')
  })

  it('says so when nothing is similar, or nothing can be compared yet', async () => {
    expect((await ada.command('similar', { id: HARBOUR.id })).text).toContain('No other cable')
    expect((await ada.command('similar', { id: '75TARSUND3' })).text).toContain('can’t be compared')
  })
})

describe('/browse', () => {
  it('shows all cables, and narrows them in place by post, TAG and year', async () => {
    const list = await ada.command('browse')
    await expectAsIn('browse', list.text)
    await list.select('Embassy Tarsund', 'By post')
    await expectAsIn('browse-post', list.text)
    await list.select('2004', 'By year')
    expect(list.text).toContain('### Embassy Tarsund · 2004')
    const opened = await list.select('04TARSUND77', 'Open a cable')
    expect(opened.text).toContain('A FERRY TO LINDGARD?')
    await list.click('All cables')
    expect(list.text).toContain('### All cables')
  })

  it('begins with the newest where that is asked for, and turns round in place', async () => {
    const list = await ada.command('browse', { order: 'newest' })
    expect(list.text).toContain('the newest first')
    const newest = list.text.match(/^│ \d+\\\. \w+/gmu) ?? []
    expect(newest.length).toBeGreaterThan(3)
    await list.click('Oldest first')
    expect(list.text).toContain('oldest first')
    const oldest = list.text.match(/^│ \d+\\\. \w+/gmu) ?? []
    const ids = (lines: readonly string[]) => lines.map((line) => line.split(' ').at(-1))
    expect(ids(oldest)).toEqual(ids(newest).reverse())
    // The order stays while the list is narrowed.
    await list.click('Newest first')
    await list.select('Embassy Tarsund', 'By post')
    expect(list.text).toContain('the newest first')
  })

  it('takes two TAGS, from its options and from its menu, and suggests those that go together', async () => {
    const both = await ada.command('browse', { tag: 'PREL', 'second-tag': 'ewwt' })
    expect(both.text).toContain('### PREL (External Political Relations) · EWWT')
    const list = await ada.command('browse', { tag: 'EWWT' })
    await list.select('PREL', 'By a second TAG')
    expect(list.text.split('\n').slice(1)).toEqual(both.text.split('\n').slice(1))
    const twice = await ada.command('browse', { tag: 'PREL', 'second-tag': 'prel' })
    expect(twice.text).toMatch(/^│ ### PREL \(External Political Relations\)$/mu)
    const suggest = (value: string) =>
      ada.autocomplete('browse', { focused: 'second-tag', value, options: { tag: 'EWWT' } })
    expect((await suggest('')).map(({ value }) => value)).not.toContain('EWWT')
    const wrong = await ada.command('browse', { tag: 'EWWT', 'second-tag': 'PRELX' })
    expect(wrong.text).toContain('PRELX')
    expect(wrong.buttons.join(' ')).toContain('PREL (External Political Relations)')
  })

  it('begins where it is told to, and says when there is nothing', async () => {
    expect((await ada.command('browse', { post: 'Tarsund', tag: 'EWWT', year: 2004 })).text).toContain(
      '1 cable',
    )
    expect((await ada.command('browse', { year: 1999 })).text).toContain('No cables from that time')
  })
})

describe('/glossary', () => {
  it('explains TAGS, posts and captions, and leads to the cables that have them', async () => {
    const reply = await ada.command('glossary', { term: 'ewwt' })
    await expectAsIn('glossary-tag', reply.text)
    const list = await reply.click('EWWT in this archive')
    expect(list.isPrivate).toBe(true)
    expect(list.text).toContain('3 cables')
    await expectAsIn('glossary-caption', (await ada.command('glossary', { term: 'noforn' })).text)
  })

  it('says what it knows when it does not know a word, which is shown as text', async () => {
    expect((await ada.command('glossary', { term: '**xyzzyplugh** @everyone' })).text).toContain(
      'I don’t know “\\*\\*xyzzyplugh\\*\\* @\u200Beveryone”.',
    )
  })

  it('explains the word that its option names, in each language', async () => {
    for (const [locale, kind] of [
      ['en-US', 'Diplomatic term'],
      ['es-ES', 'Término diplomático'],
      ['fr', 'Terme diplomatique'],
      ['de', 'Begriff der Diplomatie'],
    ] as const) {
      const reader = running.standIn.user({ name: `Word ${locale}`, locale })
      const reply = await reader.command('glossary', { term: 'demarche' })
      expect(reply.text).toContain('**demarche** Formal step toward a foreign government')
      expect(reply.text).toContain(kind)
    }
  })

  it('suggests terms while they are typed', async () => {
    const choices = await ada.autocomplete('glossary', { focused: 'term', value: 'prel' })
    expect(choices[0]).toEqual({ name: 'PREL · External Political Relations', value: 'PREL' })
  })
})
