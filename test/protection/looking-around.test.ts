/** Attempts to learn whom a cable shields from what leads on from it in Discord, and from what differs between places and times. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/playground/reply.js'
import {
  expectAlike,
  expectSame,
  familyName,
  fullName,
  KOVALENKO,
  type Person,
  shown,
  TRIOS,
  without,
} from './asking.js'
import * as cables from './cables.js'
import { Archive, Room } from './rooms.js'

const { SHIELDED, SMELTER } = cables

let archive: Archive
let room: Room

beforeAll(async () => {
  archive = new Archive()
  const app = await archive.open()
  await archive.fill(app)
  room = await Room.start(app)
})

afterAll(async () => {
  await room.stop()
  await archive.close()
})

describe('whoever looks around', () => {
  const typedIn = async (command: string, focused: string, value: string, options = {}): Promise<string> =>
    JSON.stringify(await room.reader().autocomplete(command, { focused, value, options }))

  it('is suggested no cable, post, TAG or paragraph by letters of the name', async () => {
    for (const trio of TRIOS)
      for (const letters of [familyName, fullName, ({ family }: Person) => family.slice(0, 4)])
        await expectAlike(trio, async (who) =>
          (
            await Promise.all([
              typedIn('cable', 'id', letters(who)),
              typedIn('ask', 'post', letters(who)),
              typedIn('browse', 'tag', letters(who)),
              ...[SMELTER, cables.CANAL, cables.COD, cables.VISA].map((id) =>
                typedIn('cable', 'paragraph', letters(who), { id }),
              ),
            ])
          ).join('\n'),
        )
    for (const command of ['cable', 'cite', 'similar'])
      expect(await typedIn(command, 'id', '')).not.toMatch(SHIELDED)
    for (const [{ family }] of TRIOS) expect(await typedIn('glossary', 'term', family)).not.toMatch(SHIELDED)
  })

  it('gets an error that does not depend on the name', async () => {
    const tries = (name: string): [string, Record<string, string>][] => [
      ['cable', { id: name }],
      ['cable', { id: SMELTER, paragraph: name }],
      ['cite', { id: SMELTER, paragraph: name }],
      ['similar', { id: `${name} 412` }],
      ['ask', { question: 'Who told the Ambassador?', after: name.slice(0, 10) }],
      ['ask', { question: 'What did the source say?', post: name }],
      ['search', { words: 'smelter', tag: name }],
      ['browse', { post: name }],
      ['browse', { tag: name }],
      ['glossary', { term: name }],
    ]
    for (const trio of TRIOS)
      await expectAlike(trio, async (who) => {
        const name = familyName(who)
        const seen: string[] = []
        for (const [command, options] of tries(name)) seen.push(shown(await room.command(command, options)))
        return without(seen.join('\n'), [
          name,
          name.slice(0, 10),
          name.toUpperCase(),
          name.toUpperCase().replace('-', ''),
          name.replace('-', ''),
        ])
      })
  })

  /** Everything that leads on from a cable. */
  async function walk(id: string): Promise<string[]> {
    const seen: string[] = []
    const see = async (reply: Promise<Reply>): Promise<Reply> => {
      const got = await reply
      seen.push(shown(got))
      for (const { url } of got.message.attachments) seen.push(await (await fetch(url)).text())
      return got
    }
    const cable = await see(room.command('cable', { id }))
    for (const button of ['Cite', 'Similar', 'Download']) await see(cable.click(button))
    for (const option of ['1', '2']) {
      const paragraph = await see(room.command('cable', { id, paragraph: option }))
      for (const button of paragraph.buttons.filter((label) => !/open|▶|◀/iu.test(label)))
        await see(paragraph.click(button))
      await see(room.command('cite', { id, paragraph: option }))
      await see(room.command('similar', { id, paragraph: option }))
    }
    await see(room.command('cite', { id }))
    await see(room.command('similar', { id }))
    return seen
  }

  it('reads no name in a cable, its pages, paragraphs, citations and what is similar', async () => {
    for (const id of [SMELTER, cables.CANAL, cables.COD, cables.VISA]) {
      const seen = await walk(id)
      expect(seen.join('\n')).toContain('█protected█')
      for (const each of seen) expect(each).not.toMatch(SHIELDED)
    }
  })

  it('reads no name in the cable where he is shielded, though another cable writes it out', async () => {
    const seen = (await walk(cables.LOAN)).map((each) =>
      without(each, [cables.MESSAGES[cables.BRANCH] ?? '']),
    )
    const own = seen.filter((each) => !each.includes(cables.BRANCH))
    expect(own.length).toBeGreaterThan(5)
    for (const each of own) expect(each).not.toMatch(cables.ORLUNE)
  })

  it('downloads no name that is broken over a line, nor half of one', async () => {
    const cable = await room.command('cable', { id: SMELTER })
    const file = await cable.click('Download')
    const text = await (await fetch(file.message.attachments[0]?.url ?? '')).text()
    expect(text).toContain('ledger in a tea house')
    expect(text.replace(/[\s-]+/gu, '')).not.toMatch(/kovalenko|valenko|petro(?!l)/iu)
    expect(text).not.toMatch(/\bKo-|KOVALENKO-ASKE/u)
  })

  it('reads no name in lists, menus, references and what cites', async () => {
    const list = await room.command('browse', {})
    const seen = [shown(list)]
    for (const options of [{ post: 'Embassy Lindgard' }, { tag: 'ENRG' }, { year: 2006 }, { year: 2007 }])
      seen.push(shown(await room.command('browse', options)))
    const ferry = await room.command('cable', { id: cables.FERRY })
    seen.push(shown(ferry), shown(await ferry.select(SMELTER, 'Open a reference (2)')))
    seen.push(
      shown(await room.command('cable', { id: SMELTER })),
      shown(await room.command('cable', { id: cables.HARBOUR })),
    )
    for (const each of seen) expect(each).not.toMatch(SHIELDED)
    expect(seen.join('\n')).toContain('█protected█ SAYS SMELTER TARIFF')
  })

  it('finds no cable by the name in a message', async () => {
    const find = async (words: string): Promise<string> => {
      const reader = room.reader()
      return shown(await reader.messageCommand('Find cables mentioned', reader.say(words)))
    }
    await expectAlike(KOVALENKO, async (who) =>
      without(await find(`${fullName(who)} and 06${familyName(who).toUpperCase()}412`), [
        `06${familyName(who).toUpperCase()}412`,
      ]),
    )
    expect(await find(`See ${SMELTER}, ${cables.VISA} and ${cables.COD}.`)).not.toMatch(SHIELDED)
  })

  it('finds no name in the TAGS of a cable, in lists and suggestions of TAGS, and none to narrow by', async () => {
    const seen = [
      shown(await room.command('cable', { id: cables.STRIKE })),
      shown(await room.command('browse', {})),
      await typedIn('browse', 'tag', 'tam'),
      await typedIn('ask', 'tag', 'vera'),
    ]
    for (const each of seen) expect.soft(each).not.toMatch(cables.TAMSIN)
    const narrowed = async (tag: string): Promise<string> =>
      without(shown(await room.command('browse', { tag })), [tag])
    expect.soft(await narrowed('TAMSIN, VERA')).toBe(await narrowed('LORNE, ADAM'))
  })

  it('learns no family name from that of a relative', async () => {
    const seen = [
      ...(await walk(cables.ARMOURY)),
      await room.ask('Who keeps the inn opposite the gate of the armoury?'),
    ]
    for (const each of seen) expect.soft(each).not.toMatch(cables.HALLAM)
  })

  it('learns no passport number that is written with a space, or without its letters', async () => {
    const seen = [...(await walk(cables.CLINIC)), await room.search('What did the guard write in his book?')]
    for (const each of seen) expect.soft(each).not.toMatch(cables.TICKET)
    expectSame(await room.pagesOf('7712045'), await room.pagesOf('8823156'), '7712045')
  })

  it('learns no name from an address of the web or of a ministry', async () => {
    const seen = [
      ...(await walk(cables.CLINIC)),
      await room.ask('Where does he write of the cases of fever that the clinic hid?'),
    ]
    for (const each of seen) expect.soft(each).not.toMatch(cables.SORREL)
    expectSame(await room.pagesOf('sorrel health'), await room.pagesOf('qplum health'), 'sorrel health')
  })
})

describe('whoever compares', () => {
  it('the cable where he is open with that where he is shielded finds only the open one by the name', async () => {
    const isOrlune = cables.ORLUNE
    const byName = await room.command('search', { words: 'Casimir Orlune' })
    expect(byName.text).toMatch(new RegExp(`1\\\\\\. ${cables.BRANCH}`, 'u'))
    for (const line of byName.text.split('\n').filter((each) => each.includes(cables.LOAN)))
      expect(line).not.toMatch(isOrlune)
    const told = await room.command('ask', {
      question: 'Did Orlune sign the loan to the ferry line because he feared for his post?',
    })
    expect(
      without(told.text, ['Did Orlune sign the loan to the ferry line because he feared for his post?']),
    ).not.toMatch(/orlune/iu)
  })

  it('a server that shows sources with one that masks them carries nothing across', async () => {
    const { standIn } = room
    const [open, masking] = [standIn.guild({ name: 'Open' }), standIn.guild({ name: 'Masking' })]
    room.records.changeSettings(open.id, { protectsSources: false })
    room.records.changeSettings(masking.id, { protectsSources: true })
    const question = 'What did Kovalenko tell the Ambassador?'
    const reader = room.reader()
    const before = shown(await reader.command('ask', { question }, { guild: masking }), [question])
    const told = await reader.command('ask', { question }, { guild: open })
    expect(without(shown(told), [question])).toMatch(/kovalenko/iu)
    const after = shown(await reader.command('ask', { question }, { guild: masking }), [question])
    expect(after).toBe(before)
    // The buttons of the open answer, pressed on a message of the masking server and in a direct talk.
    const places = [
      await reader.command('ask', { question }, { guild: masking }),
      await reader.command('ask', { question }, { dm: true }),
    ]
    const ids = JSON.stringify(told.message.components).match(/"custom_id":"(?:[^"\\]|\\.)*"/gu) ?? []
    for (const place of places)
      for (const id of ids.map((each) => JSON.parse(`{${each}}`) as { custom_id: string })) {
        const got = await place.forge(id.custom_id)
        // A search names the word of the question that is nowhere, as it does with a name that nobody has.
        if (!got.isModal) expect(shown(got, [question, '“Kovalenko”'])).not.toMatch(SHIELDED)
      }
  })

  it('what was shown before a server began to mask with what it shows since', async () => {
    const guild = room.standIn.guild({ name: 'Changing' })
    const channel = room.standIn.channel('talk', guild)
    room.records.changeSettings(guild.id, { protectsSources: false })
    const reader = room.reader()
    const question = 'How many florins a megawatt hour does the smelter pay?'
    const answer = await reader.command('ask', { question, private: true }, { channel })
    const page = await reader.command('cable', { id: SMELTER }, { channel })
    expect(shown(answer)).toMatch(SHIELDED)
    expect(shown(page)).toMatch(SHIELDED)
    room.records.changeSettings(guild.id, { protectsSources: true })
    expect(shown(await page.click('Cite'))).not.toMatch(SHIELDED)
    expect(shown(await answer.click('More passages'))).not.toMatch(SHIELDED)
    const passer = room.reader()
    const before = room.standIn.messages(passer, channel).length
    await answer.click(answer.buttons.find((label) => label.startsWith('Share')) ?? 'Share')
    for (const message of room.standIn.messages(passer, channel).slice(before))
      expect.soft(shown(message), 'what is shared').not.toMatch(SHIELDED)
  })

  it('what the bot keeps of a question and of a verdict', () =>
    expectAlike(KOVALENKO, async (who) => {
      const question = `What did ${fullName(who)} tell the Ambassador?`
      const before = room.records.stats()
      const reader = room.reader()
      const answer = await reader.command('ask', { question })
      const thanks = await answer.click('👎')
      const { questions, feedback, badlyAnswered } = room.records.stats()
      const outcome = [
        questions.answered - before.questions.answered,
        questions.abstained - before.questions.abstained,
      ]
      return without(
        JSON.stringify([
          outcome,
          feedback.down - before.feedback.down,
          badlyAnswered.filter((each) => each === question),
          shown(thanks),
        ]),
        [question],
      )
    }))

  it('the log of all that was done so far', () => {
    expect(room.log).not.toMatch(SHIELDED)
    expect(room.log).not.toMatch(cables.ORLUNE)
  })
})
