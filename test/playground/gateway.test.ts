import { Client, Events, GatewayIntentBits, Status } from 'discord.js'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { StandIn } from '../../src/playground/stand-in.js'
import { startStandIn } from '../support/stand-in.js'
import { connect, scene } from './scene.js'

async function standInOnly(options: Parameters<typeof startStandIn>[0] = {}): Promise<StandIn> {
  const standIn = await startStandIn(options)
  onTestFinished(() => standIn.stop())
  return standIn
}

/** Sends one packet after HELLO and gives the close code. */
async function closeCodeAfter(standIn: StandIn, packet: unknown, version = 10): Promise<number> {
  const socket = new WebSocket(`${standIn.apiUrl.replace('http', 'ws')}?v=${version}&encoding=json`)
  const closed = once(socket, 'close') as Promise<[number]>
  socket.once('message', () => {
    socket.send(typeof packet === 'string' ? packet : JSON.stringify(packet))
  })
  return (await closed)[0]
}

const identify = (standIn: StandIn, more: object = {}): object => ({
  op: 2,
  d: { token: standIn.token, intents: 1, properties: {}, ...more },
})

describe('log-in', () => {
  it('with a wrong token is refused, and the client says TokenInvalid', async () => {
    const standIn = await standInOnly()
    const client = new Client({ intents: ['Guilds'], rest: { api: standIn.apiUrl } })
    onTestFinished(() => client.destroy())
    const wrong = standIn.token.replace(/0/g, '1')
    await expect(client.login(wrong)).rejects.toMatchObject({ code: 'TokenInvalid' })
    expect(standIn.requests.map(({ status }) => status)).toEqual([401])
  })

  it('without the privileged intents switched on is refused', async () => {
    const standIn = await standInOnly()
    const client = new Client({ intents: ['Guilds', 'MessageContent'], rest: { api: standIn.apiUrl } })
    onTestFinished(() => client.destroy())
    await expect(client.login(standIn.token)).rejects.toThrow('Used disallowed intents')
    const open = await standInOnly({ privilegedIntents: GatewayIntentBits.MessageContent })
    await connect(open, () => undefined, { intents: ['Guilds', 'MessageContent'] })
    expect(open.gateway.identified).toBe(1)
  })

  it.each([
    ['a wrong token', (s: StandIn) => identify(s, { token: 'no' }), 4004],
    ['intents that do not exist', (s: StandIn) => identify(s, { intents: 1 << 30 }), 4013],
    ['a shard beyond the last', (s: StandIn) => identify(s, { shard: [2, 2] }), 4010],
    ['no JSON', () => 'hello', 4002],
    ['a packet that is too long', (s: StandIn) => identify(s, { padding: 'x'.repeat(5_000) }), 4002],
    ['an unknown opcode', () => ({ op: 99, d: null }), 4001],
    ['presence before log-in', () => ({ op: 3, d: {} }), 4003],
    ['an IDENTIFY without a token', () => ({ op: 2, d: {} }), 4002],
  ])('with %s closes the connection', async (_name, packet, code) => {
    const standIn = await standInOnly()
    expect(await closeCodeAfter(standIn, packet(standIn))).toBe(code)
  })

  it('to another version of the gateway, or with too few shards, closes it too', async () => {
    const standIn = await standInOnly({ shards: 2 })
    expect(await closeCodeAfter(standIn, 'x', 9)).toBe(4012)
    expect(await closeCodeAfter(standIn, identify(standIn))).toBe(4011)
  })
})

describe('a connection', () => {
  it('is kept alive by heartbeats', async () => {
    const { client } = await scene(() => undefined, { standIn: { heartbeatMs: 30 } })
    await expect.poll(() => client.ws.ping).toBeGreaterThanOrEqual(0)
  })

  it('that drops is resumed, and nothing sent meanwhile is lost', async () => {
    const { standIn, client, user } = await scene(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('still here')
    })
    const resumed = once(client, Events.ShardResume)
    standIn.gateway.dropConnections()
    const reply = user.command('ask', { question: 'Are you there?' })
    await resumed
    expect((await reply).text).toBe('still here')
    expect([standIn.gateway.identified, standIn.gateway.resumed]).toEqual([1, 1])
  })

  it('is resumed when the stand-in asks for it', async () => {
    const { standIn, client } = await scene(() => undefined)
    const resumed = once(client, Events.ShardResume)
    standIn.gateway.askToReconnect()
    await resumed
    expect(client.ws.status).toBe(Status.Ready)
  })

  it('whose session is gone logs in anew', { timeout: 20_000 }, async () => {
    const { standIn, user } = await scene(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('anew')
    })
    standIn.gateway.invalidateSessions()
    await expect.poll(() => standIn.gateway.identified, { timeout: 15_000 }).toBe(2)
    expect((await user.command('ask', { question: 'x' })).text).toBe('anew')
  })

  it('that the bot closes ends the session', async () => {
    const { standIn, client, user } = await scene(() => undefined)
    await client.destroy()
    await expect.poll(() => standIn.gateway.hasSession).toBe(false)
    await expect(user.command('ask', { question: 'x' })).rejects.toThrow('No bot is connected')
  })
})

describe('shards', () => {
  it('each serve their own servers, and the first serves direct messages', { timeout: 25_000 }, async () => {
    const { standIn, user } = await scene(
      async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.reply(`shard ${interaction.guild?.shardId ?? 'none'}`)
      },
      { standIn: { shards: 2 }, client: { shards: 'auto' } },
    )
    const [even, odd] = [2n << 22n, 3n << 22n].map((id) => standIn.guild({ name: `${id}`, id: `${id}` }))
    if (!even || !odd) throw new Error('no servers')
    expect((await user.command('ask', { question: 'x' }, { guild: even })).text).toBe('shard 0')
    expect((await user.command('ask', { question: 'x' }, { guild: odd })).text).toBe('shard 1')
    expect((await user.command('ask', { question: 'x' }, { dm: true })).text).toBe('shard none')
  })
})
