import { afterAll, beforeAll, expect, it } from 'vitest'
import { Records } from '../../src/records/records.js'
import { abstention, answerOf, HARBOUR, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const records = Records.inMemory({ keepsQuestions: true })

const services = {
  ...servicesOf(({ text }) =>
    Promise.resolve(
      /nobody/u.test(text) ? abstention() : answerOf([HARBOUR, 3, 'The ferry will run twice a day.']),
    ),
  ),
  records,
  about: () => ({
    version: '1.2.3',
    embeddingModel: 'a model of a test',
    protectsSources: true,
    languageModel: 'scribe-1',
    keepsQuestions: true,
  }),
}

let running: RunningBot

beforeAll(async () => {
  running = await runBot(services)
})

afterAll(() => running.stop())

it('does not keep what somebody else wrote, when it is asked about or judged', async () => {
  const { standIn } = running
  const [cleo, dan] = [standIn.user({ name: 'Cleo' }), standIn.user({ name: 'Dan' })]
  const theirs = await cleo.messageCommand('Ask about this', dan.say('When does my secret ferry run?'))
  await theirs.click('👎')
  // A follow-up is the asker's own words.
  await (await theirs.click('Ask a follow-up')).submitModal({ question: 'And on Mondays?' })
  // So is the asker's own message.
  const own = await cleo.messageCommand('Ask about this', cleo.say('Does it carry cars?'))
  await own.click('👎')
  expect(records.keptOf(cleo.id)).toEqual({ feedback: 2, questions: 2 })
  expect(records.stats().badlyAnswered).toEqual(['Does it carry cars?'])
  records.forget(cleo.id)
})

it('where the owner keeps questions, people are told so, and have theirs removed with their verdicts', async () => {
  const { standIn } = running
  const ada = standIn.user({ name: 'Ada' })
  const bob = standIn.user({ name: 'Bob' })
  const answer = await ada.command('ask', { question: 'When does the ferry run?' })
  await answer.click('👍')
  await answer.as(bob).click('👎')
  await (await answer.click('Ask a follow-up')).submitModal({ question: 'Who saw nobody?' })
  await ada.mention('And by night?')
  const other = await bob.command('ask', { question: 'And on Sundays?' })
  await other.click('👎')

  const told = await ada.command('privacy show')
  expect(told.text).toContain('stored under the same pseudonym (3 kept)')
  expect(told.text).toContain('(1 kept)')
  expect(told.text).toContain('Questions and passages go to the language model of the owner of this bot')
  expect(records.stats().questions).toEqual({ answered: 3, abstained: 1 })

  const gone = await ada.command('privacy forget')
  expect(gone.text).toContain('Deleted. Ratings: 1, questions: 3.')
  expect(records.keptOf(ada.id)).toEqual({ feedback: 0, questions: 0 })
  expect((await ada.command('privacy show')).text).toContain('under the same pseudonym (0 kept)')
  // Nobody else's: bob's verdict on her answer and his question stay.
  expect(records.keptOf(bob.id)).toEqual({ feedback: 2, questions: 1 })
  // Her question was not kept beside his verdict either, as his own was.
  expect(records.stats().badlyAnswered).toEqual(['And on Sundays?'])
  // The reply that she was shown is hers to keep: a follow-up on it still reads the question from there.
  const again = await (await answer.click('Ask a follow-up')).submitModal({ question: 'And then?' })
  expect(again.text).toContain('-# ↳ When does the ferry run?')
})
