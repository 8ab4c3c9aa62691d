import {
  ApplicationCommandOptionType as Option,
  ApplicationCommandType,
  AttachmentBuilder,
  ComponentType,
  MessageFlags,
  Partials,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { scene } from './scene.js'

describe('messages', () => {
  it('are the target of a message command, which reads their text', async () => {
    const { standIn, user } = await scene(
      async (interaction) => {
        if (!interaction.isMessageContextMenuCommand()) return
        await interaction.reply(`read: ${interaction.targetMessage.content}`)
      },
      { commands: [{ name: 'Ask about this', type: ApplicationCommandType.Message }] },
    )
    const reply = await user.messageCommand('Ask about this', user.say('See 06ONE1'))
    expect(reply.text).toBe('read: See 06ONE1')
    expect((await user.messageCommand('Ask about this', reply)).text).toBe(`read: ${reply.text}`)
    expect(standIn.problems).toEqual([])
  })

  it('that mention the bot are heard with the right intents, in channels, threads and direct messages', async () => {
    const heard: string[] = []
    const { standIn, client, user } = await scene(() => undefined, {
      client: { intents: ['Guilds', 'GuildMessages', 'DirectMessages'], partials: [Partials.Channel] },
    })
    client.on('messageCreate', (message) => {
      heard.push(message.content)
      if (message.author.bot || !message.mentions.has(client.user)) return
      const answer = async (): Promise<void> => {
        if (message.content.includes('thread')) {
          const thread = await message.startThread({ name: 'Talk' })
          await thread.send('in a thread')
        } else await message.reply('here')
      }
      answer().catch((error: unknown) => heard.push(String(error)))
    })
    const reply = await user.mention('who?')
    expect(reply.text).toBe('here')
    expect(reply.message.message_reference?.message_id).toBeDefined()
    expect((await user.mention('who?', { dm: true })).text).toBe('here')
    expect((await user.mention('who?', { channel: standIn.thread('Old talk') })).text).toBe('here')
    expect((await user.mention('a thread please')).text).toBe('in a thread')
    heard.length = 0
    user.say('nobody is meant')
    await expect.poll(() => heard).toContain('')
    expect(standIn.problems).toEqual([])
  })

  it('of the bot are heard by the bot, but no private ones', async () => {
    const { client, user } = await scene(
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.reply({ content: 'private', flags: MessageFlags.Ephemeral })
        await interaction.followUp('public')
        // In a channel of its own accord, a bot cannot be private.
        const channel = client.channels.cache.get(interaction.channelId)
        if (channel?.isSendable()) await channel.send({ content: 'to all', flags: 64 as never })
      },
      { client: { intents: ['Guilds', 'GuildMessages'] } },
    )
    const heard: string[] = []
    client.on('messageCreate', ({ content, flags }) => heard.push(`${content} ${flags.bitfield}`))
    await user.command('ask', { question: 'x' })
    await expect.poll(() => heard).toEqual(['public 0', 'to all 0'])
  })

  it('are kept up to five thousand, the newest', async () => {
    const { standIn, user } = await scene(() => undefined)
    for (let n = 0; n <= 5_000; n += 1) user.say(`${n}`)
    const kept = standIn.messages(user)
    expect([kept.length, kept[0]?.text]).toEqual([5_000, '1'])
  })

  it('are not heard without the intent, which is said at once', async () => {
    const { user } = await scene(() => undefined)
    await expect(user.mention('who?')).rejects.toThrow('did not ask for messages')
  })
})

describe('files', () => {
  it('go both ways and can be fetched', async () => {
    const { standIn, user, errors } = await scene(
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        const { url, name, size } = interaction.options.getAttachment('file', true)
        await interaction.deferReply()
        const text = await (await fetch(url)).text()
        const file = new AttachmentBuilder(Buffer.from(text.toUpperCase()), { name: 'loud.txt' })
        await interaction.editReply({ content: `${name} ${size}`, files: [file] })
      },
      {
        commands: [
          {
            name: 'shout',
            description: 'Shout',
            options: [{ type: Option.Attachment, name: 'file', description: 'A file', required: true }],
          },
        ],
      },
    )
    const reply = await user.command('shout', { file: { name: 'cable.txt', content: 'secret §' } })
    expect(reply.text).toBe('cable.txt 9\n{loud.txt}')
    const [attachment] = reply.message.attachments
    expect(await (await fetch(attachment?.url ?? '')).text()).toBe('SECRET §')
    expect((await fetch((attachment?.url ?? '').replace(/\d+\/loud/, '1/loud'))).status).toBe(404)
    expect([standIn.problems, errors]).toEqual([[], []])
  })

  it('that a component names must have come with the message', async () => {
    const { standIn, user } = await scene(
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        const name = interaction.options.getString('question', true)
        await interaction.reply({
          flags: MessageFlags.IsComponentsV2,
          components: [{ type: ComponentType.File, file: { url: `attachment://${name}` } }],
          files: [{ attachment: Buffer.from('x'), name: 'cable.txt' }],
        })
      },
      { standIn: { limits: { acknowledgeMs: 700 } } },
    )
    expect((await user.command('ask', { question: 'cable.txt' })).text).toBe('{cable.txt}')
    await expect(user.command('ask', { question: 'other.txt' })).rejects.toThrow('other.txt was not found')
    expect(standIn.problems).toHaveLength(1)
  })
})
