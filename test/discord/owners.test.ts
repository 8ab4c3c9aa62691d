import { Client, Events, GatewayIntentBits } from 'discord.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownersOf } from '../../src/discord/owners.js'
import { StandIn } from '../../src/playground/stand-in.js'

let standIn: StandIn
let client: Client
let now = 0

beforeEach(async () => {
  standIn = await StandIn.start()
  client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: standIn.apiUrl } })
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(standIn.token)
  await ready
})

afterEach(async () => {
  await client.destroy()
  await standIn.stop()
})

function owners(): (userId: string) => Promise<boolean> {
  return ownersOf(client, () => now)
}

it('is who made the application', async () => {
  const isOwner = owners()
  expect(await isOwner(standIn.owner.id)).toBe(true)
  expect(await isOwner(standIn.user({ name: 'Ada' }).id)).toBe(false)
})

it('of a team are its owner, admins and developers, not the invited nor those who may only read', async () => {
  const [lead, admin, developer, reader, invited] = ['Lead', 'Admin', 'Dev', 'Reader', 'Invited'].map(
    (name) => standIn.user({ name }),
  )
  if (!lead || !admin || !developer || !reader || !invited) throw new Error('nobody is there')
  standIn.giveToTeam(lead, [
    { user: lead, role: 'admin' },
    { user: admin, role: 'admin' },
    { user: developer, role: 'developer' },
    { user: reader, role: 'read_only' },
    { user: invited, role: 'admin', state: 1 },
  ])
  const isOwner = owners()
  const all = [lead, admin, developer, reader, invited, standIn.owner]
  expect(await Promise.all(all.map(({ id }) => isOwner(id)))).toEqual([true, true, true, false, false, false])
})

it('is asked of Discord anew after five minutes, and after a failure at once', async () => {
  const isOwner = owners()
  const ada = standIn.user({ name: 'Ada' })
  standIn.limits.failNext({ status: 500, times: 4 })
  await expect(isOwner(ada.id)).rejects.toThrow()
  expect(await isOwner(standIn.owner.id)).toBe(true)
  standIn.giveToTeam(ada, [])
  now += 4 * 60_000
  expect(await isOwner(ada.id)).toBe(false)
  now += 2 * 60_000
  expect(await isOwner(ada.id)).toBe(true)
  expect(await isOwner(standIn.owner.id)).toBe(false)
})
