import * as spec from 'discord-api-spec/zod'
import {
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ChatInputCommandInteraction,
} from 'discord.js'
import { describe, expect, it } from 'vitest'
import { buttons, IMPATIENT, onCommand, scene } from './scene.js'

describe('a response', () => {
  it.each([7, 8])('of type %s does not go with a slash command', async (type) => {
    const { client, user, errors } = await scene(
      onCommand(async ({ id, token }) => {
        const data = type === 8 ? { choices: [] } : { content: 'x' }
        await client.rest.post(`/interactions/${id}/${token}/callback`, { body: { type, data }, auth: false })
      }),
      { standIn: IMPATIENT },
    )
    await expect(user.command('ask', { question: 'x' })).rejects.toThrow('must be one of {4, 5, 9}')
    expect(errors).toMatchObject([{ status: 400, code: 50_035 }])
  })
})

describe('a second response', () => {
  it('is refused with 40060', async () => {
    const { client, user, errors } = await scene(
      onCommand(async (interaction) => {
        await interaction.reply('one')
        // Past the client's own guard, as a second process would.
        const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const
        await client.rest.post(path, { body: { type: 4, data: { content: 'two' } }, auth: false })
      }),
    )
    expect((await user.command('ask', { question: 'x' })).text).toBe('one')
    await expect.poll(() => errors).toMatchObject([{ status: 400, code: 40_060 }])
  })

  it('as a follow-up fills the message that still thinks', async () => {
    const { standIn, user } = await scene(
      onCommand(async (interaction) => {
        await interaction.deferReply({ flags: 'Ephemeral' })
        await interaction.followUp('first')
        await interaction.followUp('second')
      }),
    )
    const reply = await user.command('ask', { question: 'x' })
    expect(reply.text).toBe('(private)\nfirst')
    expect((await reply.followUp()).text).toBe('second')
    expect(standIn.problems).toEqual([])
  })

  it('can fetch, edit and delete what was sent', async () => {
    const { standIn, user, errors } = await scene(
      onCommand(async (interaction) => {
        const sent = await interaction.reply({ content: 'one', withResponse: true })
        const fetched = await interaction.fetchReply()
        const second = await interaction.followUp(`same: ${fetched.id === sent.resource?.message?.id}`)
        await interaction.editReply({ message: second.id, content: `${second.content}, edited` })
        await interaction.deleteReply()
        await interaction.fetchReply()
      }),
    )
    const reply = await user.command('ask', { question: 'x' })
    const second = await reply.followUp()
    await second.until((text) => text === 'same: true, edited')
    await expect.poll(() => errors).toMatchObject([{ status: 404, code: 10_008 }])
    expect(reply.isDeleted).toBe(true)
    expect(() => reply.click('x')).toThrow('deleted')
    expect(standIn.messages(user)).toHaveLength(1)
  })
})

describe('limits of Discord', () => {
  it.each([
    [
      '4001 characters of text',
      '4001 characters',
      () => ({
        components: [
          { type: 10, content: 'x'.repeat(4_000) },
          { type: 10, content: 'x' },
        ],
      }),
    ],
    [
      '41 components',
      '41 components',
      () => ({ components: Array.from({ length: 41 }, () => ({ type: 10, content: 'x' })) }),
    ],
    ['a custom id twice', 'used twice', () => ({ components: [buttons('a', 'a')] })],
  ])('%s are refused with 50035 and recorded', async (_name, sentence, payload) => {
    const { standIn, user, errors } = await scene(
      onCommand((interaction) =>
        interaction.reply({ ...payload(), flags: MessageFlags.IsComponentsV2 } as Parameters<
          ChatInputCommandInteraction['reply']
        >[0]),
      ),
      { standIn: IMPATIENT },
    )
    await expect(user.command('ask', { question: 'x' })).rejects.toThrow(sentence)
    expect(errors).toMatchObject([{ status: 400, code: 50_035 }])
    expect(standIn.problems.join('\n')).toContain(sentence)
  })

  it('an empty message is refused with 50006', async () => {
    const { standIn, user, errors } = await scene(
      onCommand((interaction) => interaction.reply({ content: '' })),
      { standIn: IMPATIENT },
    )
    await expect(user.command('ask', { question: 'x' })).rejects.toThrow('empty message')
    expect(errors).toMatchObject([{ status: 400, code: 50_006 }])
    expect(standIn.problems).toHaveLength(1)
  })

  it('a message with content turns to Components V2 only when that is emptied', async () => {
    const components = [new TextDisplayBuilder({ content: 'new' })]
    const { standIn, user, errors } = await scene(
      onCommand(async (interaction) => {
        const flags = MessageFlags.IsComponentsV2
        await interaction.reply('old')
        await interaction.editReply({ flags, components }).catch((error: unknown) => errors.push(error))
        await interaction.editReply({ flags, components, content: null })
        await interaction.editReply({ components: [new TextDisplayBuilder({ content: 'newer' })] })
      }),
    )
    const reply = await user.command('ask', { question: 'x' })
    await reply.until((text) => text === 'newer')
    expect(errors).toMatchObject([{ code: 50_035 }])
    expect(standIn.problems).toHaveLength(1)
  })
})

describe('rate limits and outages', () => {
  it('a 429 is retried by the client', async () => {
    const { standIn, user, errors } = await scene(onCommand((interaction) => interaction.reply('at last')))
    standIn.limits.failNext({ status: 429, times: 2, retryAfterMs: 20 })
    expect((await user.command('ask', { question: 'x' })).text).toBe('at last')
    expect(standIn.requests.slice(-3).map(({ status }) => status)).toEqual([429, 429, 204])
    expect(errors).toEqual([])
  })

  it('an outage is retried too', async () => {
    const { standIn, user } = await scene(onCommand((interaction) => interaction.reply('at last')))
    standIn.limits.failNext({ status: 503 })
    expect((await user.command('ask', { question: 'x' })).text).toBe('at last')
  })

  it('a bucket that is announced makes the client wait, not fail', async () => {
    const { standIn, client } = await scene(() => undefined)
    standIn.limits.limit('GET', '/users/{user_id}', { limit: 2, perMs: 200 })
    const id = standIn.user({ name: 'Bob' }).id
    for (let n = 0; n < 5; n += 1) await client.users.fetch(id, { force: true })
    expect(standIn.requests.filter(({ status }) => status === 429)).toEqual([])
    standIn.limits.clear()
    standIn.limits.limit('GET', '/users/{user_id}', { limit: 2, perMs: 200, announced: false })
    for (let n = 0; n < 3; n += 1) await client.users.fetch(id, { force: true })
    expect(standIn.requests.filter(({ status }) => status === 429)).toHaveLength(1)
  })

  it('the limit over all requests spares answers to interactions', async () => {
    const { standIn, client, user } = await scene(onCommand((interaction) => interaction.reply('free')))
    standIn.limits.limitAll({ limit: 1, perMs: 300 })
    const id = standIn.user({ name: 'Bob' }).id
    await client.users.fetch(id, { force: true })
    expect((await user.command('ask', { question: 'x' })).text).toBe('free')
    await client.users.fetch(id, { force: true })
    expect(standIn.requests.map(({ status }) => status).slice(-4)).toEqual([200, 204, 429, 200])
  })
})

describe('what the bot asks for', () => {
  it("and what is not there is answered with Discord's error", async () => {
    const { standIn, client } = await scene(() => undefined)
    const absent = '123456789012345678'
    await expect(client.channels.fetch(absent)).rejects.toMatchObject({ status: 404, code: 10_003 })
    await expect(client.guilds.fetch(absent)).rejects.toMatchObject({ status: 404, code: 10_004 })
    await expect(client.users.fetch(absent)).rejects.toMatchObject({ status: 404, code: 10_013 })
    await expect(client.rest.get('/nothing')).rejects.toMatchObject({ status: 404, code: 0 })
    await expect(client.rest.delete('/users/@me')).rejects.toMatchObject({ status: 405 })
    expect(standIn.problems).toEqual(['GET /nothing: the stand-in does not know this route'])
  })

  it('is there: itself, its servers, channels, members and messages', async () => {
    const { standIn, client, user } = await scene(() => undefined)
    const guild = await client.guilds.fetch(standIn.home.id)
    const channel = (await guild.channels.fetch()).first()
    if (!channel?.isTextBased()) throw new Error('no text channel')
    const said = user.say('hello')
    expect((await channel.messages.fetch(said.id)).content).toBe('hello')
    const sent = await channel.send('one')
    await sent.edit('two')
    expect((await channel.messages.fetch({ limit: 10 })).map(({ content }) => content)).toEqual([
      'two',
      'hello',
    ])
    await sent.delete()
    expect((await channel.messages.fetch({ after: said.id })).size).toBe(0)
    await expect((await channel.messages.fetch(said.id)).edit('mine')).rejects.toMatchObject({ code: 50_005 })
    expect((await guild.members.fetch(user.id)).displayName).toBe('Ada')
    expect((await client.application.fetch()).name).toBe('Pilcrow')
    const direct = await client.users.createDM(user.id)
    await direct.send('to you')
    expect(standIn.problems).toEqual([])
  })

  it('has the shape that Discord describes', async () => {
    const { standIn, client, user } = await scene(async (interaction) => {
      if (!interaction.isRepliable()) return
      if (interaction.isButton() && interaction.customId === 'form') {
        const input = new TextInputBuilder({ custom_id: 'q', style: TextInputStyle.Short })
        const label = new LabelBuilder({ label: 'Question' }).setTextInputComponent(input)
        await interaction.showModal(
          new ModalBuilder({ custom_id: 'm', title: 'M' }).addLabelComponents(label),
        )
      } else await interaction.reply({ content: 'x', components: [buttons('a', 'form')] })
    })
    const reply = await user.command('ask', { question: 'x' })
    const fits = (schema: spec.Schema, value: unknown): unknown => {
      const result = schema.safeParse(value)
      return result.success
        ? 'fits'
        : result.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`)
    }
    expect(fits(spec.MessageResponseSchema, reply.message)).toBe('fits')
    const opened = await reply.click('a')
    expect(fits(spec.MessageResponseSchema, opened.message)).toBe('fits')
    const modal = await opened.click('form')
    const submitted = await modal.submitModal({ q: 'x' })
    expect(fits(spec.MessageResponseSchema, submitted.message)).toBe('fits')
    expect(fits(spec.ApplicationCommandResponseSchema, standIn.commands[0])).toBe('fits')
    expect(fits(spec.PrivateApplicationResponseSchema, await client.rest.get('/applications/@me'))).toBe(
      'fits',
    )
    expect(
      fits(spec.GuildWithCountsResponseSchema, await client.rest.get(`/guilds/${standIn.home.id}`)),
    ).toBe('fits')
  })
})
