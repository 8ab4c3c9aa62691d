/** Connections that break under a request: before Discord has heard it, or before its answer is out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Break } from '../../src/playground/rest/rate-limits.js'
import type { User } from '../../src/playground/user.js'
import { answerOf, HARBOUR, LONG, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

let running: RunningBot
let ada: User

beforeAll(async () => {
  running = await runBot(
    servicesOf(() => Promise.resolve(answerOf([HARBOUR, 3, 'The ferry will run twice a day.']))),
  )
  ada = running.standIn.user({ name: 'Ada' })
  // What the bot asks of itself at the start is over then.
  await ada.command('help')
})

afterAll(() => running.stop())

it('a connection that breaks again and again is reported', async () => {
  running.standIn.limits.failNext({ status: 'unheard', times: 4 })
  await expect(ada.command('cable', { id: HARBOUR.id })).rejects.toThrow(/did not respond/u)
  const [line] = running.log.filter(({ level }) => level >= 50)
  expect(line).toMatchObject({ msg: 'the answer could not be delivered', err: { code: 'ECONNRESET' } })
})

describe.each<Break>(['unheard', 'unanswered'])('a request that is %s is sent again', (status) => {
  const breakNext = (times = 1): void => {
    running.standIn.limits.failNext({ status, times })
  }

  it.each([1, 2, 3])('at the acknowledgement, %i times', async (times) => {
    breakNext(times)
    const reply = await ada.command('cable', { id: HARBOUR.id })
    expect(reply.text).toContain('HARBOUR TALKS')
    expect(reply.acknowledgedAfter).toBeLessThan(3_000)
  })

  it('at a button, a modal and what is filled in', async () => {
    const cable = await ada.command('cable', { id: LONG.id })
    breakNext()
    expect((await cable.click('Page 2 of 6 ▶')).text).toContain('Page 1 of 6')
    breakNext()
    const modal = await cable.click('Go to ¶')
    breakNext()
    expect((await modal.submitModal({ paragraph: '30' })).text).toContain('Item 30')
  })

  it('at suggestions', async () => {
    breakNext()
    const choices = await ada.autocomplete('cable', { focused: 'id', value: '05lin' })
    expect(choices.map(({ value }) => value)).toEqual([HARBOUR.id])
  })

  it('at the answer to a mention, which is posted once', async () => {
    const channel = running.standIn.channel(`talk ${status}`)
    // The sign that it is typing goes out first.
    running.standIn.limits.failNext({ status, times: 2 })
    await ada.mention('When does the ferry run?', { channel })
    await running.standIn.user({ name: 'Bob' }).command('help')
    const all = running.standIn.messages(ada, channel).filter(({ text }) => text.includes('twice a day'))
    expect(all).toHaveLength(1)
  })
})
