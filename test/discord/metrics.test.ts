import { expect, it } from 'vitest'
import { startBot } from '../../src/discord/client.js'
import { register } from '../../src/discord/register.js'
import { abstention, servicesOf } from '../support/archive.js'
import { memoryLogger } from '../support/bot.js'
import { startStandIn } from '../support/stand-in.js'

it('the bot serves its metrics and its health, as long as it runs', async () => {
  const standIn = await startStandIn()
  const { apiUrl, token } = standIn
  await register({ token, apiUrl })
  const bot = await startBot({
    token,
    apiUrl,
    services: servicesOf(() => Promise.resolve(abstention())),
    logger: memoryLogger().logger,
    metrics: { host: '127.0.0.1', port: 0 },
    onLost: (reason) => expect.fail(reason.message),
  })
  const address = `http://127.0.0.1:${bot.metricsPort ?? 0}`
  const ada = standIn.user({ name: 'Ada' })
  await ada.command('ask', { question: 'Who met whom?' })
  const help = await ada.command('help')
  await help.forge('nobody knows this one')
  expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok\n')
  const figures = await (await fetch(`${address}/metrics`)).text()
  expect(figures).toContain('pilcrow_interactions_total{what="/ask",outcome="answered"} 1')
  expect(figures).toContain('pilcrow_answer_seconds_count{what="/help"} 1')
  // What is forged makes no figures of its own, and nothing that was asked is among them.
  expect(figures).toContain('pilcrow_interactions_total{what="button unknown",outcome="refused"} 1')
  expect(figures).not.toMatch(/nobody|whom/u)
  await bot.stop()
  await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  await standIn.stop()
  expect(standIn.problems).toEqual([])
})
