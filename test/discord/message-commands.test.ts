import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.js'
import type { User } from '../../src/playground/user.js'
import type { Query } from '../../src/retrieval/query.js'
import { abstention, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const asked: Query[] = []
const FIND = 'Find cables mentioned'
const ASK = 'Ask about this'

let running: RunningBot
let ada: User

beforeAll(async () => {
  running = await runBot(
    servicesOf((query): Promise<Answer> => {
      asked.push(query)
      return Promise.resolve(abstention())
    }),
  )
  ada = running.standIn.user({ name: 'Ada' })
})

afterAll(() => running.stop())

describe(FIND, () => {
  it('lists the cables of the archive with a button to each, and names the others', async () => {
    const message = ada.say(
      'See 05LINDGARD212 and 06 Tarsund 1407, also 07OSTRAVIK66; not 99NOWHERE1, and 05LINDGARD212 again.',
    )
    const reply = await ada.messageCommand(FIND, message)
    expect(reply.isPrivate).toBe(true)
    expect(reply.text).toMatchInlineSnapshot(`
      "(private)
      │ 3 cables in this archive are mentioned:
      │ ---
      │ 05LINDGARD212 · 14 Sep 2005 · HARBOUR TALKS: THREE OFFERS AND A FERRY
      │ [05LINDGARD212]
      │ 06TARSUND1407 · 3 Mar 1987 · MINUTES OF THE FISHERIES CONFERENCE
      │ [06TARSUND1407]
      │ 07OSTRAVIK66 · 3 Mar 1987 · @​everyone \\*\\*READ\\*\\* \\\`THIS\\\` https\\://example.org yrtne
      │ [07OSTRAVIK66]
      │ -# Not in this archive: 99NOWHERE1"
    `)
    const opened = await reply.click('05LINDGARD212')
    expect(opened.text).toContain('HARBOUR TALKS')
  })

  it('reads answers of the bot itself', async () => {
    const answer = await ada.command('cable', { id: '05LINDGARD212' })
    expect((await ada.messageCommand(FIND, answer)).text).toContain('[05LINDGARD212]')
  })

  it('says so when there is none', async () => {
    const reply = await ada.messageCommand(FIND, ada.say('On 05 June 2006 nothing happened @everyone.'))
    expect(reply.text).toBe('(private)\n│ That message mentions no cable in this archive.')
  })

  it('copes with a message full of numbers', async () => {
    const many = Array.from({ length: 200 }, (_, n) => `06TARSUND${n + 1}`).join(' ')
    expect((await ada.messageCommand(FIND, ada.say(many))).text).toContain(
      'Not in this archive: 06TARSUND1, ',
    )
  })
})

describe(ASK, () => {
  it('asks what the message says', async () => {
    const reply = await ada.messageCommand(ASK, ada.say('When does the *ferry* run?'))
    expect(asked.at(-1)?.text).toBe('When does the *ferry* run?')
    expect(reply.text).toContain('> When does the \\*ferry\\* run?')
    expect(reply.isPrivate).toBe(false)
  })

  it('takes the beginning of a long one', async () => {
    await ada.messageCommand(ASK, ada.say('why '.repeat(450)))
    expect(asked.at(-1)?.text).toHaveLength(999)
  })

  it('says so when there is nothing to ask', async () => {
    expect((await ada.messageCommand(ASK, ada.say('\u200B'))).text).toContain(
      'That message has no text to ask about',
    )
  })
})

describe('the menu of a message', () => {
  it('is in the reader’s language', () => {
    expect(running.standIn.commands.find(({ name }) => name === FIND)).toMatchObject({
      type: 3,
      name_localizations: { de: 'Erwähnte Depeschen finden', 'es-ES': 'Buscar cables mencionados' },
    })
  })
})
