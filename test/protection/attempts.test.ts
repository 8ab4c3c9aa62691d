/** Attempts to learn from the bot in Discord whom a cable shields: each must get what a name gets that nobody has. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  BRANDVOLD,
  expectAlike,
  expectSame,
  familyName,
  FERROW,
  fullName,
  KOVALENKO,
  MAJID,
  type Person,
  shown,
  TAMSIN,
  TRIOS,
  type Trio,
} from './asking.js'
import * as cables from './cables.js'
import { Archive, Room } from './rooms.js'

const { SMELTER } = cables

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

/** The questions with each of the names. */
async function expectAskedAlike(
  trios: readonly Trio[],
  questions: readonly ((who: Person) => string)[],
): Promise<void> {
  for (const trio of trios)
    for (const question of questions)
      await expectAlike(trio, (who) => room.ask(question(who)), question(trio[0]))
}

async function expectSearchedAlike(trio: Trio, words: readonly ((who: Person) => string)[]): Promise<void> {
  for (const each of words) await expectAlike(trio, (who) => room.pagesOf(each(who)), each(trio[0]))
}

describe('whoever asks', () => {
  it('what somebody told the Ambassador, by family name', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) => `What did ${family} tell the Ambassador?`,
      ({ family }) => `What did the Ambassador hear from ${family} on the smelter?`,
      ({ family }) => `How many tons, crowns or florins did ${family} speak of?`,
    ]))

  it('the same by the full name, and with the family name first', () =>
    expectAskedAlike(TRIOS, [
      (who) => `What did ${fullName(who)} tell the Ambassador?`,
      ({ given, family }) => `What did ${family}, ${given} say to the embassy?`,
      ({ given }) => `What did ${given} tell the Ambassador?`,
      ({ given, family }) => `What did ${given.charAt(0)}. ${family} tell Poloff?`,
    ]))

  it('the same with an error in the name', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) => `What did ${family}e tell the Ambassador?`,
      ({ family }) => `what did ${family.toLowerCase()}e tell the ambassador?`,
      ({ family }) => `What did ${family.slice(0, 3)}${family.slice(2)} tell the Ambassador?`,
    ]))

  it('the same with a title', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) => `What did Mr. ${family} tell the Ambassador?`,
      (who) => `What did Dr. ${fullName(who)} say of the cod?`,
      ({ family }) => `What does Inspector ${family} say?`,
      ({ family }) => `What did Colonel ${family} tell the consul on letters of admission?`,
    ]))

  it('the same in small letters', () =>
    expectAskedAlike(TRIOS, [
      (who) => `what did ${fullName(who).toLowerCase()} tell the ambassador?`,
      ({ family }) => `who is ${family.toLowerCase()}`,
    ]))

  it('the same with only the name in small letters', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) => `What did ${family.toLowerCase()} tell the Ambassador?`,
      (who) => `What did ${fullName(who).toLowerCase()} say of the Lindgard smelter?`,
    ]))

  it('the same in capitals', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) => `What did ${family.toUpperCase()} tell the Ambassador?`,
      (who) => `WHAT DID ${fullName(who).toUpperCase()} TELL THE AMBASSADOR?`,
    ]))

  it('for what is somebody’s', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) => `What are ${family}'s figures?`,
      ({ family }) => `What did ${family}’s men want?`,
      ({ family }) => `Where did the ${family}s' friends meet us?`,
      ({ family }) => `Which ${family}-led party voted?`,
    ]))

  it('with typing errors', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) =>
        `What did ${family.slice(0, -2)}${family.at(-1) ?? ''}${family.at(-2) ?? ''} tell the Ambassador?`,
      ({ family }) => `What did ${family.slice(0, -1)} tell the Ambassador?`,
      ({ family }) => `What did ${family}x tell the Ambassador?`,
    ]))

  it('with hyphens and spaces changed', () =>
    expectAskedAlike(TRIOS, [
      ({ given, family }) => `What did ${given}-${family} tell the Ambassador?`,
      ({ given, family }) => `What did ${given}${family} tell the Ambassador?`,
      ({ family }) => `What did ${family.replace('al-', 'Al ')} tell the Ambassador?`,
      ({ family }) => `What did ${family.replace('al-', 'Al')} tell the Ambassador?`,
    ]))

  it('with the name broken in two', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) => `What did ${family.slice(0, -4)}-${family.slice(-4)} tell the Ambassador?`,
      ({ family }) => `What did ${family.slice(0, -4)} ${family.slice(-4)} tell the Ambassador?`,
    ]))

  it('with accents and invisible letters in the name', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) =>
        `What did ${family.replace(/[aeio]/u, (letter) => `${letter}\u0301`)} tell the Ambassador?`,
      ({ family }) => `What did ${family.slice(0, 3)}\u200B${family.slice(3)} tell the Ambassador?`,
      ({ family }) => `What did **${family}** tell the Ambassador?`,
    ]))

  it('whether somebody is the source', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) => `Is ${family} the source of the news on the smelter tariff?`,
      (who) => `Was it ${fullName(who)} who told the Ambassador of the cod that no scale has seen?`,
      (who) => `Did ${fullName(who)} lead the night shift of the canal pilots?`,
      ({ family }) => `${family} teaches at the language school, is that so?`,
    ]))

  it('whether somebody said what the archive does tell', () =>
    expectAskedAlike(TRIOS, [
      ({ family }) => `Did ${family} say that the power tariff of the Lindgard smelter will double?`,
      (who) =>
        `Which source said how many letters of admission the ring printed in the spring, ${fullName(who)}?`,
      (who) => `Did ${fullName(who)}'s trawlers land 900 tons of cod at night?`,
    ]))

  it('who somebody is', () =>
    expectAskedAlike(TRIOS, [
      (who) => `Who is ${fullName(who)}?`,
      ({ family }) => `Who was ${family}?`,
      ({ family }) => `Who is ${family} and what does ${family} do?`,
      (who) => `What is the job of ${fullName(who)}, accountant of the energy board?`,
    ]))

  it('for two people at once', () =>
    expectAlike(KOVALENKO, (who) => {
      const partner = who === KOVALENKO[0] ? BRANDVOLD[0] : who
      return room.ask(`Did ${familyName(who)} and ${partner.given} speak with the Ambassador?`)
    }))

  it('with filters that leave only that cable', async () => {
    const filters = { post: 'Embassy Lindgard', after: '2006-06', before: '2006-06', tag: 'ENRG' }
    await expectAlike(KOVALENKO, (who) =>
      room.ask(`What did ${familyName(who)} tell the Ambassador?`, filters),
    )
    await expectAlike(KOVALENKO, (who) =>
      room.ask(`What did ${familyName(who)} say in cables from Lindgard in 2006?`),
    )
    await expectAlike(KOVALENKO, (who) => room.ask(`What does ${familyName(who)} say in ${SMELTER}?`))
  })

  it('in a follow-up', () =>
    expectAlike(KOVALENKO, async (who) => {
      const first = 'What will the smelter pay for power from October?'
      const more = [
        `And what did ${fullName(who)} say of it?`,
        `Does ${familyName(who)} keep the accounts there?`,
      ]
      let reply = await room.command('ask', { question: first })
      const all: string[] = []
      for (const question of more) {
        reply = await (await reply.click('Ask a follow-up')).submitModal({ question })
        all.push(shown(reply, more))
      }
      return all.join('\n')
    }))

  it('for somebody first, and then what he said', () =>
    expectAlike(BRANDVOLD, async (who) => {
      const first = `What did ${fullName(who)} tell the Ambassador?`
      const reply = await room.command('ask', { question: first })
      const second = await (
        await reply.click('Ask a follow-up')
      ).submitModal({ question: 'And why were the scales locked?' })
      const passages = await second.click('More passages')
      return [second, passages].map((each) => shown(each, [first])).join('\n')
    }))

  it('in a mention, and in the thread that goes on from it', () =>
    expectAlike(MAJID, async (who) => {
      const question = `What did ${fullName(who)} tell Poloff?`
      const channel = room.standIn.thread('A talk')
      const first = await room.reader().mention(question, { channel })
      const second = await room.reader().mention('And how long will each ship take?', { channel })
      return [first, second].map((each) => shown(each, [question])).join('\n')
    }))

  it('in a direct message', () =>
    expectAlike(FERROW, async (who) => {
      const question = `What did ${fullName(who)} tell the consul?`
      const reader = room.reader()
      const first = await reader.mention(question, { dm: true })
      const second = await reader.command('ask', { question }, { dm: true })
      return [first, second].map((each) => shown(each, [question])).join('\n')
    }))

  it('about a message that holds the name', () =>
    expectAlike(KOVALENKO, async (who) => {
      const words = `I hear that ${fullName(who)} showed somebody the ledger of the energy board in a tea house.`
      const reader = room.reader()
      return shown(await reader.messageCommand('Ask about this', reader.say(words)), [words])
    }))
})

describe('whoever searches', () => {
  it('for the name alone, in order and number of passages', async () => {
    for (const trio of TRIOS)
      await expectSearchedAlike(trio, [familyName, fullName, (who) => fullName(who).toUpperCase()])
  })

  it('for the name in small letters', async () => {
    for (const trio of TRIOS)
      await expectSearchedAlike(trio, [
        (who) => familyName(who).toLowerCase(),
        (who) => fullName(who).toLowerCase(),
      ])
  })

  it('for a given name that is an everyday word', () =>
    expectSearchedAlike(TAMSIN, [fullName, (who) => fullName(who).toLowerCase()]))

  it('for the name in quotation marks', () =>
    expectSearchedAlike(KOVALENKO, [
      (who) => `"${fullName(who)}"`,
      (who) => `“${familyName(who)} said”`,
      (who) => `"${familyName(who)}" -smelter`,
    ]))

  it('for the name with words of the paragraph', () =>
    expectSearchedAlike(KOVALENKO, [
      (who) => `${familyName(who)} smelter tariff`,
      (who) => `smelter tariff ${familyName(who)} says will double`,
      (who) => `ledger tea house ${fullName(who)}`,
      (who) => `${familyName(who).toLowerCase()} accounts energy board`,
    ]))

  it('for parts and beginnings of the name', () =>
    expectSearchedAlike(KOVALENKO, [
      ({ family }) => family.slice(0, 5),
      ({ family }) => `${family.slice(0, 6)}*`,
      ({ family }) => family.slice(2),
      ({ family }) => `${family.slice(0, 2)}- ${family.slice(2)}`,
      ({ given }) => given,
    ]))

  it('for the name with signs', () =>
    expectSearchedAlike(KOVALENKO, [
      (who) => `smelter -${familyName(who)}`,
      (who) => `smelter NOT "${fullName(who)}"`,
      (who) => `tariff OR ${familyName(who)}`,
      (who) => `tariff AND ${familyName(who)}`,
      ({ family }) => `smelter -${family.slice(0, 4)}*`,
      ({ given, family }) => `"${given} ${family.slice(0, 4)}*"`,
      (who) => `"that ${familyName(who)} said" OR ledger`,
      (who) => `"from october 1 ${familyName(who)}"`,
    ]))

  it('for a passport number, a telephone, an e-mail or an address', async () => {
    const data = [
      ['PT5530917', 'QX8841203', 'ZZ0000001'],
      ['5530917', '8841203', '9999999'],
      ['+41 79 555 0143', '+43 66 222 9786', '+99 88 777 6655'],
      ['sunniva.ferrow@webpost.example', 'snezana.gennaro@netpost.example', 'quxa.vlombrik@zzyzx.example'],
      ['17 Quarry Lane', '38 Cooper Lane', '99 Zzyzx Lane'],
    ] as const
    for (const [shielded, other, nothing] of data) {
      const trio: Trio = [
        { given: '', family: shielded },
        { given: '', family: other },
        { given: '', family: nothing },
      ]
      await expectSearchedAlike(trio, [familyName, ({ family }) => `admission letters ${family}`])
      await expectAskedAlike(
        [trio],
        [
          ({ family }) => `Who has ${family}?`,
          ({ family }) => `Whose passport, telephone or home is ${family}?`,
        ],
      )
    }
  })

  it('for what only the masks hold', async () => {
    expectSame(await room.pagesOf('█'), await room.pagesOf('▓'), 'the sign')
    expect(await room.pagesOf('protected')).not.toMatch(
      new RegExp(`1\\\\. (?:${cables.VISA} ¶2|${SMELTER} ¶3)`, 'u'),
    )
  })
})
