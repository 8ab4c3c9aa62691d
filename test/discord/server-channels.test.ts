import { PermissionFlagsBits } from 'discord.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ORDINARY_PERMISSIONS, type Guild } from '../../src/playground/world.js'
import type { User } from '../../src/playground/user.js'
import { answerOf, HARBOUR, servicesOf } from '../support/archive.js'
import { runBot, type RunningBot } from '../support/bot.js'

let running: RunningBot
let ada: User
let manager: User
let guild: Guild

beforeAll(async () => {
  running = await runBot(
    servicesOf(() => Promise.resolve(answerOf([HARBOUR, 3, 'The ferry will run twice a day.']))),
  )
  ada = running.standIn.user({ name: 'Ada' })
  manager = running.standIn.user({
    name: 'Grace',
    permissions: ORDINARY_PERMISSIONS | PermissionFlagsBits.ManageGuild,
  })
})

afterAll(() => running.stop())

beforeEach(() => {
  guild = running.standIn.guild({ name: 'Archive' })
})

describe('a server that names channels', () => {
  it('answers in a category’s channels and their threads', async () => {
    const { standIn } = running
    const category = standIn.category('History', guild)
    const inside = standIn.channel('sources', guild, { category })
    const thread = standIn.thread('one cable', guild, inside)
    await manager.command('settings channels', { add: category.id }, { guild })
    for (const channel of [inside, thread]) {
      expect((await ada.command('ask', { question: 'When?' }, { channel })).text).toContain('twice a day')
      expect((await ada.mention('When does the ferry run?', { channel })).text).toContain('twice a day')
    }
    const refused = await ada.command('ask', { question: 'When?' }, { guild })
    expect(refused.text).toContain(`<#${category.id}>`)
  })

  it('does not open all channels when the last one is removed', async () => {
    const reading = running.standIn.channel('reading', guild)
    const other = running.standIn.channel('other', guild)
    await manager.command('settings channels', { add: reading.id }, { guild })
    const refused = await manager.command('settings channels', { remove: reading.id }, { guild })
    expect(refused.text).toMatch(/use <\/settings channels:\d+> with “all”/u)
    expect((await ada.command('ask', { question: 'When?' }, { guild })).text).toContain(`<#${reading.id}>`)
    const moved = await manager.command('settings channels', { add: other.id, remove: reading.id }, { guild })
    expect(moved.text).toContain(`**Channels** <#${other.id}>`)
    // Removing what was never named changes nothing, and nothing at all shows how things are.
    const elsewhere = running.standIn.guild({ name: 'Elsewhere' })
    const left = await manager.command('settings channels', { remove: reading.id }, { guild: elsewhere })
    expect(left.text).toContain('**Channels** all')
    expect((await manager.command('settings channels', {}, { guild })).text).toContain(`<#${other.id}>`)
  })

  it('says that its channels were deleted, to readers and to who can name others', async () => {
    const { standIn } = running
    const [one, two] = [standIn.channel('one', guild), standIn.channel('two', guild)]
    for (const { id } of [one, two]) await manager.command('settings channels', { add: id }, { guild })
    standIn.deleteChannel(one)
    const refused = await ada.command('ask', { question: 'When?' }, { guild })
    expect(refused.text).toContain(`<#${two.id}>`)
    expect(refused.text).not.toContain(one.id)
    const shown = await manager.command('settings show', {}, { guild })
    expect(shown.text).toContain(`**Channels** <#${two.id}> (1 deleted channel)`)
    standIn.deleteChannel(two)
    const lost = await ada.command('ask', { question: 'When?' }, { guild })
    expect(lost.text).toContain('The channels in which I may answer here no longer exist.')
    expect((await ada.mention('When?', { guild })).text).toContain('no longer exist')
    const three = standIn.channel('three', guild)
    const mended = await manager.command('settings channels', { add: three.id }, { guild })
    expect(mended.text).toContain(`**Channels** <#${three.id}>\n`)
  })
})
