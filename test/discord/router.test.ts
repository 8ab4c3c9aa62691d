import { ButtonStyle, ComponentType, type APIButtonComponentWithCustomId } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import { defineCommand, type Command } from '../../commands/define.js'
import { defineButton, type ComponentHandler } from '../../commands/define-components.js'
import { components as all } from '../../commands/index.js'
import type { Answer } from '../../src/answers/answer.js'
import { UserError } from '../../src/errors.js'
import { row, text, type Reply } from '../../src/replies/components.js'
import { MESSAGE_TEXT_MAX } from '../../src/replies/limits.js'
import { turnPage } from '../../src/replies/reader-routes.js'
import { defineRoute, integerField } from '../../src/replies/routes.js'
import { abstention, servicesOf } from '../support/archive.js'
import { runRouter, type RunningRouter } from '../support/bot.js'

const SERVICES = servicesOf((): Promise<Answer> => Promise.resolve(abstention()))

let running: RunningRouter | undefined

afterEach(async () => {
  await running?.stop()
  running = undefined
})

async function run(
  commands: readonly Command[],
  components: readonly ComponentHandler[] = all,
  handlerTimeMs?: number,
): Promise<RunningRouter> {
  running = await runRouter(commands, components, SERVICES, handlerTimeMs)
  return running
}

/** A command without options that does what a test wants. */
function command(name: string, runIt: () => Reply | Promise<Reply>, isPrivate = false): Command {
  return defineCommand({ name, description: 'A test', options: {}, isPrivate: () => isPrivate, run: runIt })
}

function withButtons(...ids: string[]): Reply {
  const buttons = ids.map((id): APIButtonComponentWithCustomId => {
    return { type: ComponentType.Button, style: ButtonStyle.Secondary, label: id.slice(0, 80), custom_id: id }
  })
  return { components: [text('Press.'), ...row(buttons)] }
}

describe('every interaction is answered', () => {
  it('with an error number when the handler throws', async () => {
    const { standIn, log } = await run([
      command('fail', () => {
        throw new TypeError('secret')
      }),
    ])
    const reply = await standIn.user({ name: 'Ada' }).command('fail')
    expect(reply.text).toMatch(/Something went wrong .* error number [0-9a-f]{8}\./u)
    expect(log.filter(({ level }) => level >= 50)).toHaveLength(1)
  })

  it('with the sentence of a UserError, escaped', async () => {
    const { standIn } = await run([
      command('refuse', () => {
        throw new UserError('I do not know **that**.')
      }),
    ])
    expect((await standIn.user({ name: 'Ada' }).command('refuse')).text).toBe(
      '│ I do not know \\*\\*that\\*\\*.',
    )
  })

  it('when the handler takes too long, and its late failure is in the log', async () => {
    let fail: (error: Error) => void = () => undefined
    const never = new Promise<Reply>((_, reject) => {
      fail = reject
    })
    const { standIn, log } = await run([command('slow', () => never)], [], 50)
    const reply = await standIn.user({ name: 'Ada' }).command('slow')
    expect(reply.text).toMatch(/took too long/u)
    fail(new Error('late'))
    await expect.poll(() => log.map(({ msg }) => msg)).toContain('a handler failed after it took too long')
  })

  it('when Discord refuses the reply: one character more text than it takes', async () => {
    const { standIn, log } = await run([
      command('fits', () => ({ components: [text('x'.repeat(MESSAGE_TEXT_MAX))] })),
      command('bursts', () => ({
        components: [text('x'.repeat(3_000)), text('x'.repeat(MESSAGE_TEXT_MAX - 2_999))],
      })),
    ])
    const ada = standIn.user({ name: 'Ada' })
    expect((await ada.command('fits')).text).toBe('x'.repeat(4_000))
    expect(standIn.problems).toEqual([])
    const reply = await ada.command('bursts')
    expect(standIn.problems).toEqual([expect.stringMatching(/4,?001|4,?000/u)])
    expect(reply.text).toMatch(/Something went wrong/u)
    // What was sent and the token stay out of the log.
    expect(JSON.stringify(log)).not.toContain('xxxx')
    expect(log.find(({ level }) => level >= 50)).toMatchObject({ err: { status: 400, code: 50035 } })
  })

  it('although Discord stumbles at the acknowledgement and at the answer', async () => {
    const { standIn } = await run([command('say', () => ({ components: [text('Said.')] }))])
    const ada = standIn.user({ name: 'Ada' })
    standIn.limits.failNext({ status: 503 })
    standIn.limits.failNext({ status: 429, retryAfterMs: 50 })
    expect((await ada.command('say')).text).toBe('Said.')
  })

  it('for a command that is registered but gone', async () => {
    const { standIn, offer } = await run([])
    await offer([command('old', () => ({ components: [] }))])
    const reply = await standIn.user({ name: 'Ada' }).command('old')
    expect(reply.text).toMatch(/\/old no longer exists/u)
    expect(reply.isPrivate).toBe(true)
  })

  it('for a command whose options have changed since it was registered', async () => {
    const { standIn, offer } = await run([command('changed', () => ({ components: [text('Done.')] }))])
    const older = defineCommand({
      name: 'changed',
      description: 'A test',
      options: { colour: { type: 'string', description: 'A test', maxLength: 10 } },
      isPrivate: () => false,
      run: () => ({ components: [] }),
    })
    await offer([older])
    const ada = standIn.user({ name: 'Ada' })
    expect((await ada.command('changed')).text).toBe('Done.')
    expect((await ada.command('changed', { colour: 'red' })).text).toMatch(
      /can’t use what was entered for “colour”/u,
    )
  })

  it('while the bot is stopping, with a sentence; what is in flight is finished first', async () => {
    let finish: (reply: Reply) => void = () => undefined
    const pending = new Promise<Reply>((resolve) => {
      finish = resolve
    })
    const { standIn, router } = await run([command('slow', () => pending)])
    const ada = standIn.user({ name: 'Ada' })
    const first = ada.command('slow')
    await expect.poll(() => standIn.acknowledgements.filter((ms) => ms !== undefined)).toHaveLength(1)
    const closed = router.close()
    expect((await ada.command('slow')).text).toMatch(/am restarting/u)
    finish({ components: [text('Done.')] })
    await closed
    expect((await first).text).toBe('Done.')
  })

  it('without suggestions when they fail', async () => {
    const { standIn, log } = await run([
      defineCommand({
        name: 'pick',
        description: 'A test',
        options: {
          it: {
            type: 'string',
            description: 'A test',
            maxLength: 10,
            autocomplete: () => {
              throw new Error('no list')
            },
          },
        },
        isPrivate: () => false,
        run: () => ({ components: [] }),
      }),
    ])
    expect(await standIn.user({ name: 'Ada' }).autocomplete('pick', { focused: 'it', value: 'x' })).toEqual(
      [],
    )
    expect(log.map(({ msg }) => msg)).toContain('suggestions failed')
  })
})

describe('a button', () => {
  it.each([
    ['of nobody', 'hello'],
    ['of another bot', 'vote:yes:1'],
    ['damaged', 'page.1:06TARSUND1407:00'],
    ['with a page out of range', 'page.1:06TARSUND1407:0'],
    ['as long as Discord allows', `page.1:${'A'.repeat(93)}`],
    ['with a path', 'page.1:..%2F..%2Fetc:1:1'],
  ])('%s is refused with a sentence, to who pressed it, and the message stays', async (_, id) => {
    const { standIn } = await run([command('show', () => withButtons(id))])
    const shown = await standIn.user({ name: 'Ada' }).command('show')
    const reply = await shown.click(id)
    expect(reply.isPrivate).toBe(true)
    expect(reply.text).toMatch(/damaged or not mine/u)
    expect(shown.text).toContain('Press.')
    expect(standIn.problems).toEqual([])
  })

  it('of another version says so', async () => {
    const { standIn } = await run([command('show', () => withButtons('page.9:06TARSUND1407:1'))])
    const shown = await standIn.user({ name: 'Ada' }).command('show')
    expect((await shown.click('page.9:06TARSUND1407:1')).text).toMatch(/another version of this bot/u)
  })

  it.each([
    [
      'a cable that is gone',
      'page.1:99NOWHERE1:1',
      '99NOWHERE1 is not in this archive; it may have been removed.',
    ],
    [
      'a page that is gone',
      'page.1:05LINDGARD212:7',
      '05LINDGARD212 no longer has a page 7. Open it again with /cable 05LINDGARD212.',
    ],
    [
      'a paragraph that is gone',
      'turn.2:05LINDGARD212:70:0::0',
      '05LINDGARD212 no longer has that paragraph.',
    ],
    ['a paragraph of a cable that is gone', 'para.1:99NOWHERE1:1:0:', '99NOWHERE1 is not in this archive'],
  ])('to %s tells so beside the message, which stays', async (_, id, sentence) => {
    const { standIn } = await run([command('show', () => withButtons(id))])
    const shown = await standIn.user({ name: 'Ada' }).command('show')
    const told = await shown.click(id)
    expect(told.text).toContain(sentence)
    expect(told.isPrivate).toBe(true)
    expect(shown.text).toContain('Press.')
    expect(standIn.problems).toEqual([])
  })

  it('whose handler fails leaves the message as it is and tells who pressed it', async () => {
    const route = defineRoute('boom', 1, { n: integerField(0, 9) })
    const boom = defineButton(route, 'in-place', () => {
      throw new Error('boom')
    })
    const { standIn } = await run([command('show', () => withButtons('boom.1:3'))], [boom])
    const shown = await standIn.user({ name: 'Ada' }).command('show')
    const told = await shown.click('boom.1:3')
    expect(told.text).toMatch(/error number/u)
    expect(told.isPrivate).toBe(true)
    expect(shown.text).toContain('Press.')
    expect(standIn.problems).toEqual([])
  })

  it('works after a restart, because all that it needs is in its id', async () => {
    const id = turnPage.id({ cable: '06TARSUND1407', page: 2 }) ?? ''
    const { standIn } = await run([command('show', () => withButtons(id))])
    const shown = await standIn.user({ name: 'Ada' }).command('show')
    await shown.click(id)
    expect(shown.text).toContain('◀ Page 1 of 6')
  })
})
