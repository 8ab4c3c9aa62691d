import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  MessageFlags,
  TextDisplayBuilder,
} from 'discord.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StandIn } from '../../src/playground/stand-in.js'
import { startStandIn } from '../support/stand-in.js'
import { tinyBot, type Handle, type TinyBot } from './tiny-bot.js'

const ASK = {
  name: 'ask',
  description: 'Ask a question',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      description: 'The question',
      required: true,
    },
  ],
} as const
const CABLE = {
  name: 'cable',
  description: 'Open a cable',
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'id',
      description: 'Its number',
      autocomplete: true,
      required: true,
    },
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'paragraph',
      description: 'A paragraph',
      min_value: 1,
    },
  ],
} as const

let standIn: StandIn
let bot: TinyBot

beforeEach(async () => {
  standIn = await startStandIn()
})

afterEach(async () => {
  await bot.client.destroy()
  await standIn.stop()
})

async function start(handle: Handle): Promise<void> {
  bot = await tinyBot(standIn, [ASK, CABLE], handle)
}

describe('a person and the bot', () => {
  it('logs in, registers, defers and shows the edited answer', async () => {
    await start(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply()
      const container = new ContainerBuilder().addTextDisplayComponents(
        new TextDisplayBuilder({ content: `You asked: ${interaction.options.getString('question', true)}` }),
      )
      const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder({ custom_id: 'open:2', label: '¶2', style: ButtonStyle.Secondary }),
      )
      await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components: [container, row] })
    })
    const user = standIn.user({ name: 'Ada' })
    const reply = await user.command('ask', { question: 'Who met whom?' })
    expect(reply.text).toBe('│ You asked: Who met whom?\n[¶2]')
    expect(reply.acknowledgedAfter).toBeLessThan(3_000)
    expect(standIn.commands.map(({ name }) => name)).toEqual(['ask', 'cable'])
    expect(standIn.problems).toEqual([])
    expect(bot.errors).toEqual([])
  })

  it('clicks a button and sees the private answer', async () => {
    await start(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const button = new ButtonBuilder({ custom_id: 'open:2', label: '¶2', style: ButtonStyle.Secondary })
        const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button)
        await interaction.reply({ content: 'Here', components: [row] })
      }
      if (interaction.isButton()) {
        await interaction.reply({
          content: `You opened ${interaction.customId}`,
          flags: MessageFlags.Ephemeral,
        })
      }
    })
    const reply = await standIn.user({ name: 'Ada' }).command('ask', { question: 'x' })
    const opened = await reply.click('¶2')
    expect(opened.text).toBe('(private)\nYou opened open:2')
    expect(standIn.problems).toEqual([])
  })

  it('gets suggestions while it types', async () => {
    await start(async (interaction) => {
      if (!interaction.isAutocomplete()) return
      const { name, value } = interaction.options.getFocused(true)
      await interaction.respond([{ name: `${name} ${value.toUpperCase()}`, value: value.toUpperCase() }])
    })
    const choices = await standIn
      .user({ name: 'Ada' })
      .autocomplete('cable', { focused: 'id', value: '06one' })
    expect(choices).toEqual([{ name: 'id 06ONE', value: '06ONE' }])
    expect(standIn.problems).toEqual([])
  })
})
