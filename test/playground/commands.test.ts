import {
  ApplicationCommandOptionType as Option,
  ApplicationIntegrationType,
  ContainerBuilder,
  InteractionContextType,
  MessageFlags,
  PermissionFlagsBits,
  TextDisplayBuilder,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { ASK, buttons, scene } from './scene.js'

const EVERYWHERE = {
  integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
}

describe('a command', () => {
  it('is registered, deferred, and answered by an edit', async () => {
    const { standIn, user, errors } = await scene(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply()
      const asked = new TextDisplayBuilder({ content: interaction.options.getString('question', true) })
      const container = new ContainerBuilder().addTextDisplayComponents(asked)
      await interaction.editReply({
        flags: MessageFlags.IsComponentsV2,
        components: [container, buttons('¶2', 'More')],
      })
    })
    const reply = await user.command('ask', { question: 'Who met whom?' })
    expect(reply.text).toBe('│ Who met whom?\n[¶2] [More]')
    expect(reply.buttons).toEqual(['¶2', 'More'])
    expect(reply.isPrivate).toBe(false)
    expect(reply.acknowledgedAfter).toBeLessThan(3_000)
    expect(standIn.commands.map(({ name }) => name)).toEqual(['ask'])
    expect([standIn.problems, errors]).toEqual([[], []])
  })

  it('brings the person, the place and the locales', async () => {
    const seen: unknown[] = []
    const { standIn } = await scene(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const { user, locale, guildLocale, guild, context, channel, createdTimestamp } = interaction
      seen.push(user.displayName, locale, guildLocale, guild?.name, context, channel?.type)
      seen.push(Math.abs(Date.now() - createdTimestamp) < 1_000)
      await interaction.reply('seen')
    })
    const guild = standIn.guild({ name: 'Archive', locale: 'fr' })
    const ana = standIn.user({ name: 'Ana', locale: 'es-ES' })
    await ana.command('ask', { question: 'x' }, { guild })
    expect(seen.splice(0)).toEqual(['Ana', 'es-ES', 'fr', 'Archive', 0, 0, true])
    await ana.command('ask', { question: 'x' }, { dm: true })
    // discord.js gives no channel for direct messages unless partial channels are switched on.
    expect(seen.splice(0)).toEqual(['Ana', 'es-ES', null, undefined, 1, undefined, true])
    await ana.command('ask', { question: 'x' }, { channel: standIn.thread('Talk') })
    expect(seen.splice(0)).toEqual(['Ana', 'es-ES', 'en-US', 'Reading room', 0, 11, true])
    expect(standIn.problems).toEqual([])
  })

  it('tells of roles, and who owns the application', async () => {
    const seen: unknown[] = []
    const { standIn, client } = await scene(async (interaction) => {
      if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return
      const { owner } = await client.application.fetch()
      seen.push(
        interaction.member.roles.cache.map(({ name }) => name).sort(),
        owner?.id === interaction.user.id,
      )
      await interaction.reply('seen')
    })
    const archivist = standIn.user({ name: 'Ana', roles: [standIn.role('archivist')] })
    await archivist.command('ask', { question: 'x' })
    await standIn.owner.command('ask', { question: 'x' })
    expect(seen).toEqual([['@everyone', 'archivist'], false, ['@everyone'], true])
  })

  it('reaches a bot that only its user has installed, with five follow-ups', async () => {
    const { standIn, user, errors } = await scene(
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.reply(`guild ${String(interaction.inCachedGuild())}`)
        for (let n = 1; n <= 6; n += 1) await interaction.followUp(`${n}`)
      },
      { commands: [{ name: 'hi', description: 'Hi', ...EVERYWHERE }] },
    )
    const elsewhere = standIn.guild({ name: 'Elsewhere', botIsMember: false })
    const reply = await user.command('hi', {}, { guild: elsewhere })
    expect(reply.text).toBe('guild false')
    await reply.followUp(5)
    await expect.poll(() => errors.length).toBe(1)
    expect(String(errors[0])).toMatch('40094')
    expect((await user.command('hi', {}, { group: true })).text).toBe('guild false')
  })

  it('with subcommands, choices and every kind of option arrives as it was typed', async () => {
    const { standIn, user } = await scene(
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        const { options } = interaction
        const parts = [
          options.getSubcommandGroup(),
          options.getSubcommand(),
          options.getUser('who')?.displayName,
          options.getChannel('where')?.id,
          options.getNumber('share'),
          options.getBoolean('private'),
          options.getString('kind'),
        ]
        await interaction.reply(parts.join(' '))
      },
      {
        commands: [
          {
            name: 'corpus',
            description: 'The archive',
            options: [
              {
                type: Option.SubcommandGroup,
                name: 'users',
                description: 'Its users',
                options: [
                  {
                    type: Option.Subcommand,
                    name: 'add',
                    description: 'Add one',
                    options: [
                      { type: Option.User, name: 'who', description: 'Who', required: true },
                      { type: Option.Channel, name: 'where', description: 'Where' },
                      { type: Option.Number, name: 'share', description: 'Share', maxValue: 1 },
                      { type: Option.Boolean, name: 'private', description: 'Private' },
                      {
                        type: Option.String,
                        name: 'kind',
                        description: 'Kind',
                        choices: [{ name: 'A reader', value: 'reader' }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    )
    const where = standIn.channel('desk')
    const options = { who: user.id, where: where.id, share: 0.5, private: true, kind: 'reader' }
    const reply = await user.command('corpus users add', options)
    expect(reply.text).toBe(`users add Ada ${where.id} 0.5 true reader`)
    const send = (changed: Record<string, string | number>): Promise<unknown> =>
      user.command('corpus users add', { ...options, ...changed })
    await expect(send({ share: 2 })).rejects.toThrow('takes -Infinity to 1, not 2')
    await expect(send({ kind: 'writer' })).rejects.toThrow('takes one of reader')
    await expect(send({ private: 'yes' })).rejects.toThrow('takes a boolean')
    await expect(user.command('corpus users')).rejects.toThrow('needs a subcommand')
    await expect(user.command('corpus users drop')).rejects.toThrow('no subcommand "drop"')
  })

  it('is not offered when unknown, incomplete, out of place or not permitted', async () => {
    const { standIn, user } = await scene(() => undefined, {
      commands: [
        ASK,
        {
          name: 'settings',
          description: 'Settings',
          contexts: [InteractionContextType.Guild],
          defaultMemberPermissions: PermissionFlagsBits.ManageGuild,
        },
      ],
    })
    await expect(user.command('aks', {})).rejects.toThrow('there are: ask, settings')
    await expect(user.command('ask', {})).rejects.toThrow('"question" is required')
    await expect(user.command('ask', { question: '' })).rejects.toThrow('is required')
    await expect(user.command('ask', { question: 7 })).rejects.toThrow('takes a string')
    await expect(user.command('ask', { question: 'x'.repeat(101) })).rejects.toThrow('takes 0 to 100')
    await expect(user.command('ask', { question: 'x', colour: 'red' })).rejects.toThrow('no option "colour"')
    await expect(user.command('settings')).rejects.toThrow('permissions 32 are needed')
    const owner = standIn.user({ name: 'Olga', permissions: PermissionFlagsBits.ManageGuild })
    await expect(owner.command('settings', {}, { dm: true })).rejects.toThrow('not offered in context 1')
    await expect(user.command('ask', { question: 'x' }, { group: true })).rejects.toThrow(
      'installations of type 1',
    )
  })

  it('that is registered no more is gone; the others keep their ids', async () => {
    const { standIn, client } = await scene(() => undefined)
    const before = standIn.commands[0]?.id
    await client.application.commands.set([ASK, { name: 'help', description: 'Help' }])
    expect(standIn.commands.map(({ name }) => name)).toEqual(['ask', 'help'])
    expect(standIn.commands[0]?.id).toBe(before)
    await client.application.commands.set([{ name: 'help', description: 'Help' }])
    expect(standIn.commands.map(({ name }) => name)).toEqual(['help'])
  })

  it('of one server is offered there only and stands before the global one', async () => {
    const { standIn, client, user } = await scene(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(interaction.command?.description ?? '?')
    })
    const other = standIn.guild({ name: 'Other' })
    await client.application.commands.set([{ name: 'ask', description: 'Ask here' }], other.id)
    expect((await user.command('ask', {}, { guild: other })).text).toBe('Ask here')
    await expect(user.command('ask', {})).rejects.toThrow('required')
    const [own] = [...(await client.application.commands.fetch({ guildId: other.id })).values()]
    await own?.edit({ description: 'Ask there' })
    expect((await user.command('ask', {}, { guild: other })).text).toBe('Ask there')
    await own?.delete()
    await expect(user.command('ask', {}, { guild: other })).rejects.toThrow('required')
  })
})

describe('autocomplete', () => {
  it('gets suggestions for what stands there so far', async () => {
    const { standIn, user } = await scene(
      async (interaction) => {
        if (!interaction.isAutocomplete()) return
        const { name, value } = interaction.options.getFocused(true)
        const year = interaction.options.getInteger('year') ?? 0
        await interaction.respond([{ name: `${name} ${year}`, value: value.toUpperCase() }])
      },
      {
        commands: [
          {
            name: 'cable',
            description: 'A cable',
            options: [
              { type: Option.String, name: 'id', description: 'Its id', autocomplete: true, required: true },
              { type: Option.Integer, name: 'year', description: 'Its year', required: false },
            ],
          },
        ],
      },
    )
    const choices = await user.autocomplete('cable', { focused: 'id', value: '06mex', options: { year: 6 } })
    expect(choices).toEqual([{ name: 'id 6', value: '06MEX' }])
    await expect(user.autocomplete('cable', { focused: 'year', value: '6' })).rejects.toThrow(
      'with autocomplete',
    )
    expect(standIn.problems).toEqual([])
  })
})
