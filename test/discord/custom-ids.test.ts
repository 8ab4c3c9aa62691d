import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ComponentRunContext } from '../../commands/context.js'
import { components } from '../../commands/index.js'
import type { Answer } from '../../src/answers/answer.js'
import { UserError } from '../../src/errors.js'
import type { Reply } from '../../src/playground/reply.js'
import type { User } from '../../src/playground/user.js'
import { answerOf, HARBOUR, LONG, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'
import { contextOf } from '../support/context.js'
import { nastyText } from '../support/nasty-text.js'
import { expectValid } from '../support/replies.js'

const answer = (): Promise<Answer> =>
  Promise.resolve(answerOf([HARBOUR, 3, 'The ferry will run twice a day.']))

const services = servicesOf(answer)

const names = components.filter(({ kind }) => kind === 'button').map(({ name }) => name)

let running: RunningBot
let ada: User
let bob: User
let open: Reply
let secret: Reply

beforeAll(async () => {
  running = await runBot(services)
  services.records.changeSettings(running.standIn.home.id, { usesPerMinute: 0 })
  ada = running.standIn.user({ name: 'Ada' })
  bob = running.standIn.user({ name: 'Bob' })
  open = await ada.command('ask', { question: 'When does the ferry run?' })
  secret = await ada.command('ask', { question: 'When does the ferry run?', private: true })
})

afterAll(() => running.stop())

/** Ids of the buttons on a message. */
function idsOn(reply: Reply): string[] {
  return [...JSON.stringify(reply.message.components).matchAll(/"custom_id":"([^"]+)"/gu)].map(
    ([, id]) => id ?? '',
  )
}

describe('a forged id', () => {
  it.each([
    ['empty', ''],
    ['of nobody', 'hello'],
    ['of the prototype', '__proto__'],
    ['with a name only', 'page'],
    ['with a version only', '.1'],
    ['of a path', '../../etc/passwd'],
    ['far too long', `page.1:${'A'.repeat(5_000)}`],
    ['with half of a surrogate pair', 'page.1:06TARSUND1407\uD800:1'],
    ['with a newline', 'page.1:06TARSUND1407\n:1'],
    ['with a zero-width character', 'page.1:06TARSUND1407\u200B:1'],
    ['with digits of another script', 'page.1:06TARSUND1407:٣'],
    ['of a modal, on a button', 'followup.1:'],
  ])('%s is refused with a sentence, and the message stays', async (_, id) => {
    const before = open.text
    const told = await open.forge(id)
    expect(told.isPrivate).toBe(true)
    expect(told.text).toMatch(/damaged or not mine|another version of this bot/u)
    expect(open.text).toBe(before)
  })

  it.each(names)('of %s with fields that it does not have is refused with a sentence', async (name) => {
    for (const rest of ['::::::', ':'.repeat(30), ':%', ':%E0%A4%A', ':a:b:c:d:e:f']) {
      const told = await open.forge(`${name}.1${rest}`)
      expect(told.isPrivate, rest).toBe(true)
      expect(told.text, rest).toMatch(/damaged or not mine|another version of this bot/u)
    }
  })

  it.each(names)('of another version of %s says so', async (name) => {
    const told = await open.forge(`${name}.99:x`)
    expect(told.text).toMatch(/another version of this bot/u)
  })

  it('never brings a handler down, whatever it says', async () => {
    const context: ComponentRunContext = {
      ...contextOf(servicesOf(answer)),
      source: { id: '1', components: [], isPrivate: false, askerId: null },
      show: () => Promise.resolve(),
      post: () => Promise.resolve(),
      isPrivate: false,
    }
    const field = fc.oneof(
      fc.constantFrom('', HARBOUR.id, LONG.id, '1', '0', '2', '99', 'up', '~', '0.1.AAAAA'),
      nastyText(4).map(percentEncoded),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...components),
        fc.array(field, { maxLength: 6 }),
        async (handler, fields) => {
          const customId = [`${handler.name}.1`, ...fields].join(':')
          try {
            const use = {
              customId,
              values: fields,
              fields: new Map([['question', fields[0] ?? '']]),
              choices: new Map([['years', fields]]),
            }
            const prepared = handler.prepare(use, context)
            if (prepared.place !== 'modal') expectValid(await prepared.run(context))
          } catch (error) {
            expect(error).toBeInstanceOf(UserError)
          }
        },
      ),
      { numRuns: 1_500 },
    )
  })
})

/** `encodeURIComponent` refuses lone surrogates; what forges ids does not. */
function percentEncoded(text: string): string {
  return text.replace(/[^\w.~-]/gu, (character) =>
    /\p{Surrogate}/u.test(character) ? character : encodeURIComponent(character),
  )
}

describe('an id of another message', () => {
  it('shows only what everybody may see anyway: the archive', async () => {
    const [citation = ''] = idsOn(open).filter((id) => id.startsWith('para.'))
    const cable = await bob.command('cable', { id: LONG.id })
    const told = await cable.as(bob).forge(citation)
    expect(told.text).toContain('### 05LINDGARD212 ¶2 (C)')
  })

  it('for which the message is the wrong one says so', async () => {
    const cable = await bob.command('cable', { id: LONG.id })
    for (const id of idsOn(open).filter((each) => /^(?:follow|more)\./u.test(each))) {
      const told = await cable.forge(id)
      expect(told.isPrivate).toBe(true)
      expect(told.text).toMatch(/question/u)
    }
  })
})

describe('a private answer', () => {
  it('is of no use to anybody else, by whatever button', async () => {
    const before = secret.text
    const messages = running.standIn.messages(bob).length
    for (const id of idsOn(secret)) {
      const told = await secret.as(bob).forge(id)
      expect(told.isPrivate).toBe(true)
      expect(told.text).toMatch(
        /^\(private\)\n│ That answer is private\. Use <\/ask:\d+> to ask your own question\.$/u,
      )
    }
    expect(secret.text).toBe(before)
    // What bob was told is his, and nothing else came.
    expect(running.standIn.messages(bob)).toHaveLength(messages + idsOn(secret).length)
  })

  it('cannot be shared by pressing the button of it on an open one', async () => {
    const [share = ''] = idsOn(secret).filter((id) => id.startsWith('share.'))
    const told = await open.as(bob).forge(share)
    expect(told.isPrivate).toBe(true)
    expect(told.text).toMatch(/^\(private\)/u)
  })
})

describe('a button pressed again', () => {
  it('judges an answer once for each person, by the last verdict', async () => {
    for (const thumb of ['👍', '👎', '👎']) await open.click(thumb)
    await open.as(bob).click('👍')
    expect(services.records.stats().feedback).toEqual({ up: 1, down: 1 })
    expect(services.records.keptOf(ada.id).feedback).toBe(1)
  })
})
