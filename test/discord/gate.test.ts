import { describe, expect, it } from 'vitest'
import type { Caller } from '../../commands/context.js'
import { Gate, OtherChannelError } from '../../src/discord/gate.js'
import { DEFAULT_SETTINGS } from '../../src/records/settings.js'
import { CALLER } from '../support/context.js'

let now = 0
const clock = (): number => now
const settings = { ...DEFAULT_SETTINGS, usesPerMinute: 3 }
const named = (userId: string): Caller => ({ ...CALLER, userId })

describe('how often one person may use the bot', () => {
  it('is as many times at once as a minute has, then as the time goes by', () => {
    const gate = new Gate(clock)
    for (let use = 0; use < 3; use++) gate.pass(CALLER, settings)
    expect(() => {
      gate.pass(CALLER, settings)
    }).toThrow('Please wait 20 seconds')
    now += 19_000
    expect(() => {
      gate.pass(CALLER, settings)
    }).toThrow('Please wait 1 second,')
    now += 1_000
    gate.pass(CALLER, settings)
    expect(() => {
      gate.pass(CALLER, settings)
    }).toThrow('Please wait 20 seconds')
  })

  it('is counted for each person, and in each server by its own limit', () => {
    const gate = new Gate(clock)
    for (let use = 0; use < 3; use++) gate.pass(CALLER, settings)
    gate.pass(named('7'), settings)
    gate.pass({ ...CALLER, guildId: '9' }, { ...settings, usesPerMinute: 1 })
    expect(() => {
      gate.pass({ ...CALLER, guildId: '9' }, { ...settings, usesPerMinute: 1 })
    }).toThrow('Please wait 60 seconds')
  })

  it('is without end where the limit is 0', () => {
    const gate = new Gate(clock)
    for (let use = 0; use < 1_000; use++) gate.pass(CALLER, { ...settings, usesPerMinute: 0 })
  })

  it('is forgotten after a quiet minute', () => {
    const gate = new Gate(clock)
    for (let person = 0; person < 500; person++) gate.pass(named(String(person)), settings)
    expect(gate.size).toBe(500)
    now += 60_001
    gate.pass(CALLER, settings)
    expect(gate.size).toBe(1)
  })

  it('takes bounded memory, however many come', () => {
    const gate = new Gate(clock)
    for (let person = 0; person < 12_000; person++) gate.pass(named(String(person)), settings)
    expect(gate.size).toBe(10_000)
  })
})

describe('the channels of a server', () => {
  const only = { ...DEFAULT_SETTINGS, channels: ['5'] }

  it('are those named and their threads', () => {
    const gate = new Gate(clock)
    gate.pass({ ...CALLER, channelIds: ['5'] }, only)
    gate.pass({ ...CALLER, channelIds: ['77', '5'] }, only)
    expect(() => {
      gate.pass({ ...CALLER, channelIds: ['6'] }, only)
    }).toThrow(OtherChannelError)
  })
})
