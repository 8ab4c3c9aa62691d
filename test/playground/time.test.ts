import { describe, expect, it } from 'vitest'
import { buttons, HASTY, IMPATIENT, onCommand, scene } from './scene.js'

describe('time', () => {
  it('runs out for an interaction that nobody acknowledges', async () => {
    const late: Promise<unknown>[] = []
    const { standIn, user, errors } = await scene(
      onCommand(async (interaction) => {
        await new Promise((resolve) => setTimeout(resolve, 900))
        late.push(interaction.reply('too late'))
        await late[0]
      }),
      { standIn: IMPATIENT },
    )
    await expect(user.command('ask', { question: 'x' })).rejects.toThrow(
      'The application did not respond: no acknowledgement of /ask within 700 ms',
    )
    expect(standIn.acknowledgements).toEqual([undefined])
    await expect.poll(() => errors).toMatchObject([{ status: 404, code: 10_062 }])
  })

  it('runs out for a deferred answer that never comes, and says what was refused', async () => {
    const { user } = await scene(
      onCommand(async (interaction) => {
        await interaction.deferReply()
        await interaction.editReply('x'.repeat(2_001))
      }),
      { standIn: HASTY },
    )
    const answer = user.command('ask', { question: 'x' })
    await expect(answer).rejects.toThrow(
      /deferred after \d+ ms, then nothing came within 300 ms.*2001 characters/,
    )
  })

  it('is measured to the acknowledgement', async () => {
    const { standIn, user } = await scene(
      onCommand(async (interaction) => {
        await new Promise((resolve) => setTimeout(resolve, 60))
        await interaction.reply('x')
      }),
    )
    const reply = await user.command('ask', { question: 'x' })
    expect(reply.acknowledgedAfter).toBeGreaterThan(55)
    expect(standIn.acknowledgements).toEqual([reply.acknowledgedAfter])
  })

  it('of a token is as long as it was set', async () => {
    const { standIn, user, errors } = await scene(
      onCommand(async (interaction) => {
        await interaction.reply('x')
        await new Promise((resolve) => setTimeout(resolve, 1_100))
        await interaction.editReply('too late')
      }),
      { standIn: { limits: { tokenMs: 1_000 } } },
    )
    await user.command('ask', { question: 'x' })
    await expect.poll(() => errors, { timeout: 5_000 }).toMatchObject([{ status: 401, code: 50_027 }])
    expect(standIn.problems).toEqual([])
  })

  it('of a token is over after fifteen minutes', async () => {
    const { standIn, user, errors } = await scene(
      async (interaction) => {
        if (interaction.isChatInputCommand())
          await interaction.reply({ content: 'x', components: [buttons('go')] })
        if (!interaction.isButton()) return
        await interaction.deferUpdate()
        standIn.expireTokens()
        await interaction.editReply('too late')
      },
      { standIn: HASTY },
    )
    const reply = await user.command('ask', { question: 'x' })
    await expect(reply.click('go')).rejects.toThrow('nothing came')
    expect(errors).toMatchObject([{ status: 401, code: 50_027 }])
  })
})
