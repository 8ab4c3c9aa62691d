import { PermissionFlagsBits } from 'discord.js'
import { afterEach, describe, expect, it } from 'vitest'
import type { Caller, SourceMessage } from '../../commands/context.js'
import {
  defineCommand,
  defineCommandGroup,
  defineMessageCommand,
  defineSubcommand,
} from '../../commands/define.js'
import {
  defineButton,
  defineMenu,
  defineModal,
  defineModalButton,
  type ComponentHandler,
} from '../../commands/define-components.js'
import { button, menu, row, text, type Reply } from '../../src/replies/components.js'
import { defineRoute, integerField, textField } from '../../src/replies/routes.js'
import { abstention, servicesOf } from '../support/archive.js'
import { runRouter, type RunningRouter } from '../support/bot.js'

const cup = defineRoute('cup', 1, { cups: integerField(1, 9) })
const opener = defineRoute('note', 1, { cups: integerField(1, 9) })
const noted = defineRoute('noted', 1, { cups: integerField(1, 9) })
const drink = textField(10)

let callers: Caller[] = []
let sources: SourceMessage[] = []
let running: RunningRouter | undefined

afterEach(async () => {
  await running?.stop()
  expect(running?.standIn.problems).toEqual([])
  running = undefined
  callers = []
  sources = []
})

function say(words: string): Reply {
  return { components: [text(words)] }
}

const noteModal = defineModal({
  route: noted,
  form: () => ({
    title: 'A note',
    fields: {
      words: { label: 'Words', required: true, maxLength: 20 },
      more: { label: 'More', isLong: true, maxLength: 200, placeholder: 'Anything' },
    },
  }),
  place: (_, { source }) => (source.isPrivate ? 'private' : 'shared'),
  run: ({ cups }, { texts: { words, more } }, { source }) => {
    sources.push(source)
    return say(`${cups} cups, ${words}, ${more === '' ? 'nothing more' : more}`)
  },
})

const COMPONENTS: readonly ComponentHandler[] = [
  defineMenu(cup, drink, 'in-place', ({ cups }, chosen, { caller }) => {
    callers.push(caller)
    return say(`${cups} cups of ${chosen.join(' and ')}`)
  }),
  defineModalButton(opener, (values, context) => noteModal.open(values, context)),
  noteModal,
  defineButton(cup, 'private', ({ cups }) => say(`${cups} cups, pressed`)),
]

const table = defineCommand({
  name: 'table',
  description: 'Lays the table',
  options: { private: { type: 'boolean', description: 'Only for you' } },
  isPrivate: (args) => args.private ?? false,
  run: (_, { caller }) => {
    callers.push(caller)
    const options = ['tea', 'coffee'].map((value) => ({ label: value.toUpperCase(), value }))
    return {
      components: [
        text('Laid.'),
        ...menu('What to drink', cup.id({ cups: 2 }), options),
        ...row([button('Note', opener.id({ cups: 3 }))]),
      ],
    }
  },
})

async function run(): Promise<RunningRouter['standIn']> {
  const slow = defineCommandGroup({
    name: 'slow',
    description: 'Slow work',
    subcommands: {
      work: defineSubcommand({
        description: 'Works',
        options: { it: { type: 'file', description: 'What', required: true } },
        isPrivate: () => true,
        run: async ({ it: file }, { show }) => {
          await show(say(`reading ${file.name}`))
          return say(`${file.name} has ${file.size} bytes of ${file.contentType ?? 'no type'}`)
        },
      }),
    },
  })
  const count = defineMessageCommand({
    name: 'Count letters',
    isPrivate: () => true,
    run: (target) => say(`${target.text.length} letters: ${target.text}`),
  })
  const services = servicesOf(() => Promise.resolve(abstention()))
  running = await runRouter([table, slow], COMPONENTS, services, undefined, [count])
  return running.standIn
}

describe('a select menu', () => {
  it('hands on what its id carries and what was chosen, and edits its message', async () => {
    const standIn = await run()
    const laid = await standIn.user({ name: 'Ada' }).command('table')
    expect(laid.text).toBe('Laid.\n<What to drink: TEA | COFFEE>\n[Note]')
    await laid.select('coffee')
    expect(laid.text).toBe('2 cups of coffee')
  })

  it.each([{ dm: true }, { group: true }])(
    'edits its message in %o, where no channel is known',
    async (place) => {
      const standIn = await run()
      const laid = await standIn.user({ name: 'Ada' }).command('table', {}, place)
      const same = await laid.select('tea')
      expect(same.message.id).toBe(laid.message.id)
    },
  )

  it('gives another person a copy of their own', async () => {
    const standIn = await run()
    const laid = await standIn.user({ name: 'Ada' }).command('table')
    const copy = await laid.as(standIn.user({ name: 'Grace' })).select('TEA')
    expect(copy.text).toBe('(private)\n2 cups of tea')
    expect(laid.text).toContain('Laid.')
  })

  it('refuses a value that is too long to be one of its own', async () => {
    const standIn = await run()
    const offer = defineCommand({
      ...{ name: 'forged', description: 'A test', options: {} },
      isPrivate: () => false,
      run: () => ({
        components: [...menu('Forged', cup.id({ cups: 2 }), [{ label: 'x', value: 'x'.repeat(11) }])],
      }),
    })
    await running?.stop()
    running = await runRouter(
      [offer],
      COMPONENTS,
      servicesOf(() => Promise.resolve(abstention())),
    )
    const forged = await running.standIn.user({ name: 'Ada' }).command('forged')
    expect(standIn.problems).toEqual([])
    expect((await forged.select('x')).text).toMatch(/damaged or not mine/u)
  })
})

describe('a modal', () => {
  it('opens from a button, and comes back with its fields and the message', async () => {
    const standIn = await run()
    const laid = await standIn.user({ name: 'Ada' }).command('table')
    const modal = await laid.click('Note')
    expect(modal.text).toBe('# A note\nWords (required): \nMore: ')
    const reply = await modal.submitModal({ Words: 'two sugars' })
    expect(reply.text).toBe('3 cups, two sugars, nothing more')
    expect(reply.isPrivate).toBe(false)
    expect(sources).toMatchObject([{ id: laid.message.id, isPrivate: false }])
    expect(JSON.stringify(sources[0]?.components)).toContain('Laid.')
  })

  it('of a private message is answered privately', async () => {
    const standIn = await run()
    const laid = await standIn.user({ name: 'Ada' }).command('table', { private: true })
    const reply = await (await laid.click('Note')).submitModal({ words: 'x', more: 'y' })
    expect(reply.text).toBe('(private)\n3 cups, x, y')
  })
})

describe('a message command', () => {
  it('reads the message that it was chosen on', async () => {
    const standIn = await run()
    const ada = standIn.user({ name: 'Ada' })
    expect((await ada.messageCommand('Count letters', ada.say('Hello'))).text).toBe(
      '(private)\n5 letters: Hello',
    )
    const own = await ada.command('table')
    expect((await ada.messageCommand('Count letters', own)).text).toBe('(private)\n5 letters: Laid.')
  })
})

describe('a command with several actions', () => {
  it('gets a file, and shows a state of its work before it is done', async () => {
    const standIn = await run()
    const file = { name: 'cable.txt', content: 'FM EMBASSY', type: 'text/plain' }
    const reply = await standIn.user({ name: 'Ada' }).command('slow work', { it: file })
    await reply.until((now) => now.includes('bytes'))
    expect(reply.text).toBe('(private)\ncable.txt has 10 bytes of text/plain')
    const states = standIn.requests.filter(({ route }) => route.endsWith('@original'))
    expect(JSON.stringify(states.map(({ body }) => body))).toContain('reading cable.txt')
  })
})

describe('who asks', () => {
  it('is known with language, place, permissions and roles', async () => {
    const standIn = await run()
    const role = standIn.role('Archivist')
    const permissions = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ViewChannel
    const ada = standIn.user({ name: 'Ada', locale: 'es-ES', roles: [role], permissions })
    await ada.command('table')
    expect(callers).toEqual([
      {
        userId: ada.id,
        name: 'Ada',
        locale: 'es-ES',
        guildId: standIn.home.id,
        channelId: expect.any(String) as string,
        channelIds: [callers[0]?.channelId],
        permissions,
        roles: expect.arrayContaining([role.id]) as string[],
      },
    ])
    await ada.command('table', {}, { dm: true })
    expect(callers.at(-1)).toMatchObject({ guildId: null, permissions: 0n, roles: [] })
    const elsewhere = standIn.guild({ name: 'Elsewhere', botIsMember: false })
    await ada.command('table', {}, { guild: elsewhere })
    expect(callers.at(-1)).toMatchObject({ guildId: elsewhere.id, permissions })
  })
})
