/** Messages that are deleted while the bot is at work on them. */
import { afterEach, expect, it } from 'vitest'
import { defineCommand } from '../../commands/define.js'
import { defineButton } from '../../commands/define-components.js'
import { button, row, text, type Reply } from '../../src/replies/components.js'
import { defineRoute } from '../../src/replies/routes.js'
import { UserError } from '../../src/errors.js'
import { abstention, servicesOf } from '../support/archive.js'
import { runRouter, type RunningRouter } from '../support/bot.js'

const turn = defineRoute('turn', 1, {})
let running: RunningRouter | undefined
/** What happens in the middle of the work. */
let meanwhile: () => void = () => undefined

afterEach(async () => {
  await running?.stop()
  running = undefined
})

function say(words: string): Reply {
  return { components: [text(words), ...row([button('Turn', turn.id({}))])] }
}

const turnButton = defineButton(turn, 'in-place', async (_, { show }) => {
  meanwhile()
  await show(say('Turning …'))
  return say('Turned.')
})

const work = (isPrivate: boolean, fails = false) =>
  defineCommand({
    name: 'work',
    description: 'Works',
    options: {},
    isPrivate: () => isPrivate,
    run: async (_, { show }) => {
      await show(say('Working …'))
      meanwhile()
      if (fails) throw new UserError('That cannot be done.')
      return say('Done.')
    },
  })

async function run(isPrivate: boolean, fails = false): Promise<RunningRouter> {
  running = await runRouter(
    [work(isPrivate, fails)],
    [turnButton],
    servicesOf(() => Promise.resolve(abstention())),
  )
  const { standIn } = running
  meanwhile = () => {
    const all = standIn.messages(ada())
    for (const { message } of all) standIn.delete(message)
  }
  return running
}

let user: ReturnType<RunningRouter['standIn']['user']> | undefined
function ada(): ReturnType<RunningRouter['standIn']['user']> {
  user ??= running?.standIn.user({ name: 'Ada' })
  if (user === undefined) throw new Error('no bot is running')
  return user
}

afterEach(() => {
  user = undefined
})

it.each([
  ['a command', false, false, 'Done.'],
  ['a private command', true, false, 'Done.'],
  ['a command that is refused', false, true, 'That cannot be done.'],
])('the answer to %s comes privately beside', async (_, isPrivate, fails, words) => {
  const { standIn, log } = await run(isPrivate, fails)
  await ada().command('work')
  await expect
    .poll(() => standIn.messages(ada()).map(({ text: shown }) => shown))
    .toEqual([expect.stringContaining(words)])
  expect(standIn.messages(ada())[0]?.isPrivate).toBe(true)
  expect(log.filter(({ level }) => level >= 50)).toEqual([])
})

it('so does the page that was turned to', async () => {
  const { standIn, log } = await run(false)
  const deleteAll = meanwhile
  meanwhile = () => undefined
  const reply = await ada().command('work')
  await reply.until((now) => now.includes('Done.'))
  meanwhile = deleteAll
  await reply.click('Turn')
  await expect
    .poll(() => standIn.messages(ada()).map(({ text: shown }) => shown))
    .toEqual([expect.stringContaining('Turned.')])
  expect(log.filter(({ level }) => level >= 50)).toEqual([])
})
