import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answers/answer.js'
import type { User } from '../../src/playground/user.js'
import { answerOf, HARBOUR, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

const QUOTED: Answer = answerOf([HARBOUR, 3, 'The ferry will run twice a day.'])

const services = servicesOf(({ text }) =>
  Promise.resolve(/model/u.test(text) ? { ...QUOTED, writtenBy: 'language model' } : QUOTED),
)

const READERS = [
  {
    locale: 'en-US',
    day: '14 Sep 2005',
    first: '1 Mar 2004',
    written: 'Written by a language model; each sentence was checked against the paragraphs it cites.',
  },
  {
    locale: 'es-ES',
    day: '14 sept 2005',
    first: '1 mar 2004',
    written: 'Escrito por un modelo de lenguaje; cada frase se ha comprobado con los párrafos que cita.',
  },
  {
    locale: 'fr',
    day: '14 sept. 2005',
    first: '1 mars 2004',
    written:
      'Rédigé par un modèle de langue ; chaque phrase a été vérifiée avec les paragraphes qu’elle cite.',
  },
  {
    locale: 'de',
    day: '14. Sept. 2005',
    first: '1. März 2004',
    written: 'Von einem Sprachmodell geschrieben; jeder Satz wurde mit den zitierten Absätzen abgeglichen.',
  },
]

let running: RunningBot

beforeAll(async () => {
  running = await runBot(services)
})

afterAll(() => running.stop())

describe.each(READERS)('a reader in $locale', ({ locale, day, first, written }) => {
  let reader: User

  beforeAll(() => {
    reader = running.standIn.user({ name: `Reader ${locale}`, locale })
  })

  it('is told when a language model wrote the answer, and only then', async () => {
    const model = await reader.command('ask', { question: 'What does the model say?' })
    expect(model.text.split('\n')).toContain(`│ -# ${written}`)
    const quoted = await reader.command('ask', { question: 'When does the ferry run?' })
    expect(quoted.text).not.toContain(written)
  })

  it('is told so on the answer that was shared, too', async () => {
    const secret = await reader.command('ask', { question: 'What does the model say?', private: true })
    await secret.click(secret.buttons[3] ?? '')
    await expect.poll(() => running.standIn.messages(reader).at(-1)?.isPrivate).toBe(false)
    expect(running.standIn.messages(reader).at(-1)?.text).toContain(written)
  })

  it('reads every day as it is written in that language', async () => {
    const answer = await reader.command('ask', { question: 'When does the ferry run?', after: '2004-03' })
    expect(answer.text).toContain(` ${first}`)
    expect(answer.text).toContain(`Embassy Lindgard · ${day} · HARBOUR TALKS`)
    const places = [
      await answer.click(answer.buttons[0] ?? ''),
      await reader.command('cable', { id: HARBOUR.id }),
      await reader.command('search', { words: 'ferry' }),
      await reader.command('browse'),
      await reader.command('cable', { id: '05LINDGARD213' }),
      await reader.messageCommand('Find cables mentioned', reader.say(`See ${HARBOUR.id}.`)),
    ]
    for (const { text } of places) expect(text).toContain(day)
    const [choice] = await reader.autocomplete('cable', { focused: 'id', value: '05lind' })
    expect(choice?.name).toContain(day)
  })

  it('is given citations in the form that their style demands', async () => {
    const { text } = await reader.command('cite', { id: HARBOUR.id })
    expect(text.split('September 14, 2005')).toHaveLength(3)
  })
})
