import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { commands, messageCommands } from '../../commands/index.js'
import { startBot, type Bot, type BotOptions } from '../../src/discord/client.js'
import { register } from '../../src/discord/register.js'
import { UserError } from '../../src/errors.js'
import { StandIn } from '../../src/playground/stand-in.js'
import { abstention, servicesOf } from '../support/archive.js'
import { memoryLogger, runBot } from '../support/bot.js'
import { validate } from '../support/discord-validation.js'

const SERVICES = servicesOf(() => Promise.resolve(abstention()))

let standIn: StandIn

beforeAll(async () => {
  standIn = await StandIn.start({ validate })
})

afterAll(() => standIn.stop())

function logIn(token: string, apiUrl: string, more: Partial<BotOptions> = {}): Promise<Bot> {
  const { logger } = memoryLogger()
  return startBot({ token, apiUrl, services: SERVICES, logger, onLost: () => undefined, ...more })
}

/** An address on this machine where nobody listens. */
async function deadAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}/api`
}

describe.each([
  ['logging in', (token: string, apiUrl: string) => logIn(token, apiUrl)],
  ['registering', (token: string, apiUrl: string) => register({ token, apiUrl })],
])('%s', (_, attempt) => {
  it.each(['not-the-token', 'x'.repeat(70)])(
    'with a wrong token says where to get the right one: %s',
    async (token) => {
      const failure = attempt(token, standIn.apiUrl)
      await expect(failure).rejects.toThrow(UserError)
      await expect(failure).rejects.toThrow(/does not accept the token in DISCORD_TOKEN/u)
    },
  )

  it('where nobody listens says that Discord cannot be reached', async () => {
    const apiUrl = await deadAddress()
    const failure = attempt(standIn.token, apiUrl)
    await expect(failure).rejects.toThrow(UserError)
    await expect(failure).rejects.toThrow(`Discord cannot be reached at ${apiUrl} (ECONNREFUSED)`)
  })

  it('where the name does not resolve says so', async () => {
    await expect(attempt(standIn.token, 'http://discord.invalid/api')).rejects.toThrow(
      /cannot be reached .*\(E\w+\)/u,
    )
  })
})

describe('registering where the API answers', () => {
  let close: () => Promise<void> = () => Promise.resolve()

  /** An API that gives the application, and answers the commands with this. */
  async function api(
    status: number,
    body: string,
    type = 'application/json',
    first = '{"id":"123456789012345678"}',
  ) {
    const server = createServer((request, response) => {
      const isFirst = request.method === 'GET'
      response.writeHead(isFirst ? 200 : status, {
        'content-type': isFirst ? 'application/json' : type,
        ...(status === 429 && !isFirst && { 'retry-after': '7200' }),
      })
      response.end(isFirst ? first : body)
    })
    server.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    close = async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  }

  afterEach(() => close())

  it.each([
    [
      400,
      '{"message":"Invalid Form Body","code":50035,"errors":{}}',
      /refused this \(status 400, code 50035/u,
    ],
    [
      403,
      '{"message":"Missing Access","code":50001}',
      /refused this \(status 403, code 50001: Missing Access\)/u,
    ],
    [403, '<html>no</html>', /does not answer as Discord does \(status 403\)/u],
    [404, '{"message":"404: Not Found","code":0}', /does not answer as Discord does \(status 404\)/u],
    [418, 'null', /does not answer as Discord does/u],
    [429, '{"message":"Slow","retry_after":7200,"global":false}', /wait 12\d min/u],
    [500, '{}', /cannot be reached .* \(status 500\)/u],
    [302, '', /does not answer as Discord does/u],
    [200, '<html>hello</html>', /does not answer as Discord does/u],
    [200, '{', /does not answer as Discord does/u],
  ])('with %s %s it says so in one sentence', async (status, body, words) => {
    const type = body.startsWith('<') ? 'text/html' : 'application/json'
    const failure = register({ token: standIn.token, apiUrl: await api(status, body, type) })
    await expect(failure).rejects.toThrow(UserError)
    await expect(failure).rejects.toThrow(words)
  })

  it.each(['[]', '{"id":"../x"}', '{"id":7}'])(
    'with an application of %s it asks no further',
    async (first) => {
      const failure = register({ token: standIn.token, apiUrl: await api(200, '[]', undefined, first) })
      await expect(failure).rejects.toThrow(/no application in its answer/u)
    },
  )
})

describe('registering', () => {
  it('for one server puts the commands there only', async () => {
    const guild = standIn.guild({ name: 'Archive club' })
    const names = [...commands, ...messageCommands].map(({ name }) => name)
    expect(await register({ token: standIn.token, apiUrl: standIn.apiUrl, guildId: guild.id })).toEqual(names)
    expect(standIn.commands.map(({ name, guild_id }) => [name, guild_id])).toEqual(
      names.map((name) => [name, guild.id]),
    )
  })

  it('for what is no server id says what one looks like', async () => {
    const failure = register({ token: standIn.token, apiUrl: standIn.apiUrl, guildId: 'my server' })
    await expect(failure).rejects.toThrow(/“my server” is no server id/u)
  })

  it('for a server that the bot is not in says to invite it', async () => {
    const failure = register({ token: standIn.token, apiUrl: standIn.apiUrl, guildId: '123456789012345678' })
    await expect(failure).rejects.toThrow(UserError)
    await expect(failure).rejects.toThrow(/Invite it there/u)
  })
})

describe('a bot', () => {
  it('goes on after its connection was cut', async () => {
    const running = await runBot(SERVICES)
    const ada = running.standIn.user({ name: 'Ada' })
    running.standIn.gateway.dropConnections()
    expect((await ada.command('cable', { id: '05LINDGARD212' })).text).toContain('HARBOUR TALKS')
    await running.stop()
  })

  it('logs in with as many shards as Discord asks for, and answers on each', async () => {
    const running = await runBot(SERVICES, { shards: 2 })
    const { standIn } = running
    expect(standIn.gateway.identified).toBe(2)
    // The shard of a server is the bits of its id from the 22nd on, modulo the number of shards.
    const servers = [0n, 1n].map((shard) =>
      standIn.guild({ name: `On shard ${shard}`, id: String(((1n << 40n) | shard) << 22n) }),
    )
    const ada = standIn.user({ name: 'Ada' })
    for (const guild of servers) {
      expect((await ada.command('cable', { id: '05LINDGARD212' }, { guild })).text).toContain('HARBOUR TALKS')
      expect((await ada.mention('05LINDGARD212', { guild })).text).toContain('HARBOUR TALKS')
    }
    expect((await ada.command('help', {}, { dm: true })).text).toContain('What you can do')
    standIn.gateway.dropConnections()
    for (const guild of servers) expect((await ada.command('help', {}, { guild })).text).not.toBe('')
    await running.stop()
  })

  it('can be stopped when Discord is gone, and again', async () => {
    const running = await runBot(SERVICES)
    await running.standIn.stop()
    await running.bot.stop()
    await running.bot.stop()
  })
})

describe('a gateway', () => {
  let close: () => Promise<void>
  let connections: number

  /** Discord's gateway as far as logging in needs it. */
  async function gateway(onIdentify: (socket: WebSocket) => void): Promise<string> {
    const server = createServer((_, response) => {
      const limit = { total: 1_000, remaining: 999, reset_after: 0, max_concurrency: 1 }
      const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ url, shards: 1, session_start_limit: limit }))
    })
    const sockets = new WebSocketServer({ server })
    connections = 0
    sockets.on('connection', (socket) => {
      connections += 1
      socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 40_000 } }))
      socket.on('message', (data: Buffer) => {
        if (data.toString().includes('"op":2')) onIdentify(socket)
      })
    })
    close = async () => {
      for (const socket of sockets.clients) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
    }
    server.listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  }

  afterEach(() => close())

  it('that refuses the token is told like any refusal of it', async () => {
    const apiUrl = await gateway((socket) => {
      socket.close(4004)
    })
    await expect(logIn(standIn.token, apiUrl)).rejects.toThrow(/does not accept the token/u)
  })

  it('that does not answer is given up', async () => {
    const apiUrl = await gateway(() => undefined)
    const failure = logIn(standIn.token, apiUrl, { loginTimeMs: 300 })
    await expect(failure).rejects.toThrow(UserError)
    await expect(failure).rejects.toThrow(/did not answer .* within 0\.3 seconds/u)
    // The client would begin anew half a second after it was closed.
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(connections).toBe(1)
  })

  it.each([4011, 4012, 4013, 4014])('that closes for good at the login is told: %s', async (code) => {
    const apiUrl = await gateway((socket) => {
      socket.close(code)
    })
    const failure = logIn(standIn.token, apiUrl)
    await expect(failure).rejects.toThrow(UserError)
    await expect(failure).rejects.toThrow(`closed the connection for good (code ${code})`)
  })

  it('that sends packets which cannot be read does not end the bot', async () => {
    const ready = {
      v: 10,
      user: { id: '1', username: 'pilcrow', discriminator: '0', bot: true },
      guilds: [],
      session_id: 's',
      resume_gateway_url: 'ws://127.0.0.1:1',
      application: { id: '1', flags: 0 },
    }
    const odd = ['MESSAGE_CREATE', 'INTERACTION_CREATE', 'GUILD_CREATE', 'CHANNEL_CREATE', 'NEVER_HEARD_OF']
    let connected: WebSocket | undefined
    const apiUrl = await gateway((socket) => {
      connected = socket
      // Before the client is ready it keeps packets, and reads them later.
      socket.send(JSON.stringify({ op: 0, s: 1, t: 'MESSAGE_CREATE', d: null }))
      socket.send(JSON.stringify({ op: 0, s: 2, t: 'READY', d: ready }))
    })
    const { logger, lines } = memoryLogger()
    const bot = await logIn(standIn.token, apiUrl, { logger })
    for (const t of odd) {
      for (const d of [null, {}, [], 'words', { id: {}, author: 3, channel_id: null }]) {
        connected?.send(JSON.stringify({ op: 0, s: 3, t, d }))
      }
    }
    for (const frame of ['null', '[]', '"x"', '{', '{"op":99}', '{"op":0}']) connected?.send(frame)
    const unread = () => lines.filter(({ msg }) => msg.includes('cannot be read; it is passed over')).length
    await expect.poll(unread).toBeGreaterThan(5)
    connected?.send(JSON.stringify({ op: 1, d: null }))
    await bot.stop()
  })

  it.each([4012, 4014])('that closes with %i after the login is reported once', async (code) => {
    const lost: string[] = []
    const ready = {
      v: 10,
      user: { id: '1', username: 'pilcrow', discriminator: '0', bot: true },
      guilds: [],
      session_id: 's',
      resume_gateway_url: 'ws://127.0.0.1:1',
      application: { id: '1', flags: 0 },
    }
    let connected: WebSocket | undefined
    const apiUrl = await gateway((socket) => {
      connected = socket
      socket.send(JSON.stringify({ op: 0, s: 1, t: 'READY', d: ready }))
    })
    const bot = await logIn(standIn.token, apiUrl, { onLost: ({ message }) => lost.push(message) })
    connected?.close(code)
    await expect
      .poll(() => lost)
      .toEqual([expect.stringContaining(`Discord closed the connection for good (code ${code}).`)])
    await bot.stop()
  })
})
