import {
  ActionRowBuilder,
  MessageFlags,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type Interaction,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { buttons, scene } from './scene.js'

/** Answers in the way that the question names. */
async function answerAsTold(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) {
    const content = interaction.options.getString('question', true)
    const flags = content === 'secret' ? MessageFlags.Ephemeral : undefined
    const rows = [buttons('open', 'update', 'later', 'form')]
    await interaction.reply({ content, components: rows, ...(flags && { flags }) })
  }
  if (!interaction.isButton()) return
  if (interaction.customId === 'open') await interaction.reply({ content: 'opened', flags: 'Ephemeral' })
  if (interaction.customId === 'update') await interaction.update({ content: 'updated', components: [] })
  if (interaction.customId === 'later') {
    await interaction.deferUpdate()
    await interaction.followUp({ content: 'more', flags: 'Ephemeral' })
    await interaction.editReply({ content: 'all of it', components: [] })
  }
}

describe('a button', () => {
  it('brings a private message that others do not see', async () => {
    const { standIn, user } = await scene(answerAsTold)
    const bob = standIn.user({ name: 'Bob' })
    const reply = await user.command('ask', { question: 'hi' })
    const opened = await reply.as(bob).click('open')
    expect(opened.text).toBe('(private)\nopened')
    expect(standIn.messages(user).map(({ text }) => text.split('\n')[0])).toEqual(['hi'])
    expect(standIn.messages(bob)).toHaveLength(2)
    const secret = await user.command('ask', { question: 'secret' })
    expect(() => secret.as(bob).click('open')).toThrow('private: bob does not see it')
    expect(standIn.problems).toEqual([])
  })

  it('changes its message at once, or later with a follow-up', async () => {
    const { standIn, user, errors } = await scene(answerAsTold)
    const first = await user.command('ask', { question: 'hi' })
    const updated = await first.click('update')
    expect(updated.message.id).toBe(first.message.id)
    expect(first.text).toBe('updated')
    expect(() => first.click('update')).toThrow('There is no button "update"')
    const second = await user.command('ask', { question: 'hi' })
    const later = await second.click('later')
    expect(later.text).toBe('(private)\nmore')
    await second.until((text) => text === 'all of it')
    expect([standIn.problems, errors]).toEqual([[], []])
  })
})

describe('a menu and a modal', () => {
  it('take what a person chooses and writes', async () => {
    const { standIn, user, errors } = await scene(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const menu = new StringSelectMenuBuilder({
          custom_id: 'refs',
          placeholder: 'References',
          options: [
            { label: 'First', value: '1' },
            { label: 'Second', value: '2' },
          ],
        })
        const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)
        await interaction.reply({ content: 'choose', components: [row] })
      }
      if (interaction.isStringSelectMenu()) {
        const input = new TextInputBuilder({
          custom_id: 'question',
          style: TextInputStyle.Short,
          max_length: 10,
        })
        const label = new LabelBuilder({ label: 'Your question' }).setTextInputComponent(input)
        const modal = new ModalBuilder({ custom_id: `ask:${interaction.values.join()}`, title: 'Follow-up' })
        await interaction.showModal(modal.addLabelComponents(label))
      }
      if (interaction.isModalSubmit()) {
        await interaction.deferReply({ flags: 'Ephemeral' })
        await interaction.editReply(
          `${interaction.customId} ${interaction.fields.getTextInputValue('question')}`,
        )
      }
    })
    const reply = await user.command('ask', { question: 'hi' })
    expect(reply.text).toBe('choose\n<References: First | Second>')
    expect(() => reply.select('Third')).toThrow('it has First, Second')
    expect(() => reply.select(['1', '2'])).toThrow('takes 1 to 1 values')
    const modal = await reply.select('Second', 'References')
    expect(modal.text).toBe('# Follow-up\nYour question (required): ')
    expect(() => modal.submitModal({})).toThrow('required')
    expect(() => modal.submitModal({ question: 'And what then?' })).toThrow('0 to 10 characters')
    expect(() => modal.submitModal({ question: 'x', other: 'y' })).toThrow('no field other')
    const answer = await modal.submitModal({ 'Your question': 'And then?' })
    expect(answer.text).toBe('(private)\nask:2 And then?')
    expect([standIn.problems, errors]).toEqual([[], []])
  })
})
