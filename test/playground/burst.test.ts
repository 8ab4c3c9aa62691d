// Small, because discord.js itself sends 50 requests a second at most.
import { expect, it } from 'vitest'
import { buttons, onCommand, scene } from './scene.js'

it('a burst of people is served, each with their own answer', async () => {
  const { standIn, errors } = await scene(
    onCommand(async (interaction) => {
      await interaction.deferReply()
      const content = `${interaction.user.displayName}: ${interaction.options.getString('question', true)}`
      await interaction.editReply({ content, components: [buttons('more')] })
    }),
    // What counts here is that nothing is mixed up or lost, not how busy the machine is.
    { standIn: { limits: { acknowledgeMs: 20_000 } } },
  )
  const people = Array.from({ length: 20 }, (_, n) => standIn.user({ name: `Reader ${n}` }))
  const asked = people.flatMap((user, n) =>
    [1, 2, 3].map(async (q) => {
      const reply = await user.command('ask', { question: `${q}` })
      expect(reply.text).toBe(`Reader ${n}: ${q}\n[more]`)
    }),
  )
  await Promise.all(asked)
  expect(standIn.acknowledgements.filter((ms) => ms === undefined)).toEqual([])
  expect([standIn.problems, errors]).toEqual([[], []])
})
