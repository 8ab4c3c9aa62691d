import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withMentions } from '../../src/replies/command-mentions.js'
import { LOCALES } from '../../src/replies/texts/locale.js'
import { PHRASES, isKey, sentence } from '../../src/replies/texts/texts.js'
import type { User } from '../../src/playground/user.js'
import { answerOf, HARBOUR, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const IDS = new Map(
  ['ask', 'cable', 'browse', 'settings', 'privacy'].map((name, at) => [name, String(1_000 + at)]),
)

let running: RunningBot
let ada: User

beforeAll(async () => {
  running = await runBot(
    servicesOf(() => Promise.resolve(answerOf([HARBOUR, 5, 'Ordinary people want the ferry.']))),
  )
})

beforeEach(() => {
  ada = running.standIn.user({ name: 'Ada' })
})

afterAll(() => running.stop())

describe('a command that a sentence names', () => {
  it('can be pressed: in thanks, in a refusal, in /privacy', async () => {
    const answer = await ada.command('ask', { question: 'What do people want?' })
    expect((await answer.click('👍')).text).toMatch(/To see what is kept, use <\/privacy show:\d+>\./u)
    expect((await ada.command('privacy show')).text).toMatch(/<\/privacy forget:\d+> deletes/u)
    const told = await answer.forge('para.99:x')
    expect(told.text).not.toContain('</')
    const gone = await answer.forge(`page.1:${HARBOUR.id}:99`)
    expect(gone.text).toMatch(/Open it again with <\/cable:\d+> 05LINDGARD212\./u)
  })

  it('is a mention in every language, whole, wherever a sentence of ours names one', () => {
    const naming = Object.entries(PHRASES).flatMap(([domain, phrases]) =>
      Object.entries(phrases)
        .filter(([, { en }]) => /(?<!\w)\/[a-z]/u.test(String(en)))
        .map(([name]) => `${domain}.${name}`),
    )
    expect(naming.length).toBeGreaterThanOrEqual(10)
    for (const key of naming) {
      for (const locale of LOCALES) {
        const said = isKey(key) ? sentence(locale, key, { cable: HARBOUR.id, page: 9 }) : ''
        const mentioned = withMentions(key, said, locale, IDS)
        expect(mentioned, `${key} ${locale}`).toMatch(/<\/[a-z ]+:\d+>/u)
        expect(mentioned.replace(/<\/[a-z ]+:\d+>/gu, ''), `${key} ${locale}`).not.toMatch(/\/\p{L}/u)
      }
    }
  })

  it('is plain where the id is unknown, and where the sentence only repeats what was typed', () => {
    const say = sentence('de', 'answer.noQuestion')
    expect(withMentions('answer.noQuestion', say, 'de', new Map())).toBe(say)
    expect(withMentions('answer.noQuestion', say, 'de', undefined)).toBe(say)
    const typed = sentence('en', 'input.noDate', { typed: '/ask' })
    expect(withMentions('input.noDate', typed, 'en', IDS)).toBe(typed)
  })
})
