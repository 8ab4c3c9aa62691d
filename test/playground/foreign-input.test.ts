import fc from 'fast-check'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { StandIn } from '../../src/playground/stand-in.js'

async function start(): Promise<StandIn> {
  // Without a validator: what the stand-in itself reads must hold by itself.
  const standIn = await StandIn.start()
  onTestFinished(() => standIn.stop())
  return standIn
}

const part = fc.oneof(
  fc.constantFrom(
    'users',
    '@me',
    'channels',
    'messages',
    'webhooks',
    '@original',
    'applications',
    'commands',
    '%',
    '%zz',
  ),
  fc.string({ maxLength: 10 }).map(encodeURIComponent),
)

it('whatever is sent to the REST side, it answers with a status below 500', async () => {
  const standIn = await start()
  const app = standIn.applicationId
  const channel = standIn.channel('desk').id
  const path = fc.oneof(
    fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`),
    fc.constantFrom(
      `/channels/${channel}/messages`,
      `/channels/${channel}/messages?limit=x`,
      `/channels/${channel}/threads`,
      `/applications/${app}/commands`,
      '/interactions/1/2/callback',
      `/webhooks/${app}/x`,
      '/users/@me/channels',
    ),
  )
  const component = fc.record(
    { type: fc.integer(), components: fc.jsonValue(), media: fc.jsonValue() },
    { requiredKeys: [] },
  )
  const json = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        type: fc.integer(),
        name: fc.jsonValue(),
        content: fc.jsonValue(),
        components: fc.array(component),
        embeds: fc.jsonValue(),
        options: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  )
  const body = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.string(),
  )
  const type = fc.constantFrom(
    'application/json',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    '',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
      path,
      body,
      type,
      async (method, to, sent, contentType) => {
        const headers = { authorization: `Bot ${standIn.token}`, 'content-type': contentType }
        const response = await fetch(`${standIn.apiUrl}/v10${to}`, {
          method,
          headers,
          ...(method !== 'GET' && { body: sent }),
        })
        expect(response.status, await response.text()).toBeLessThan(500)
      },
    ),
    { numRuns: 300 },
  )
  expect(standIn.problems.filter((one) => one.startsWith('fault'))).toEqual([])
})

it('whatever is sent to the gateway, it goes on serving', async () => {
  const standIn = await start()
  const packet = fc.oneof(
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc
      .record({ op: fc.integer({ min: 0, max: 40 }), d: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(packet, { minLength: 1, maxLength: 5 }), async (packets) => {
      const socket = new WebSocket(`${standIn.apiUrl.replace('http', 'ws')}?v=10&encoding=json`)
      await once(socket, 'message')
      for (const one of packets) socket.send(one)
      socket.close()
      await once(socket, 'close')
    }),
    { numRuns: 100 },
  )
  const socket = new WebSocket(`${standIn.apiUrl.replace('http', 'ws')}?v=10&encoding=json`)
  const [hello] = (await once(socket, 'message')) as [Buffer]
  expect(JSON.parse(hello.toString())).toMatchObject({ op: 10 })
  socket.terminate()
})
