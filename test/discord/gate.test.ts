import { describe, expect, it } from 'vitest'
import type { Caller } from '../../commands/context.js'
import {
  Gate,
  OtherChannelError,
  READINGS_PER_MINUTE,
  SUGGESTIONS_PER_MINUTE,
} from '../../src/discord/gate.js'
import { DEFAULT_SETTINGS } from '../../src/records/settings.js'
import { CALLER } from '../support/context.js'

let now = 0
const clock = (): number => now
const settings = { ...DEFAULT_SETTINGS, usesPerMinute: 3 }
const named = (userId: string): Caller => ({ ...CALLER, userId })

describe('how often one person may use the bot', () => {
  it('is as many times at once as a minute has, then as the time goes by', () => {
    const gate = new Gate(clock)
    for (let use = 0; use < 3; use++) gate.pass(CALLER, settings, 'asking')
    expect(() => {
      gate.pass(CALLER, settings, 'asking')
    }).toThrow('Please wait 20 seconds')
    now += 19_000
    expect(() => {
      gate.pass(CALLER, settings, 'asking')
    }).toThrow('Please wait 1 second,')
    now += 1_000
    gate.pass(CALLER, settings, 'asking')
    expect(() => {
      gate.pass(CALLER, settings, 'asking')
    }).toThrow('Please wait 20 seconds')
  })

  it('is counted for each person wherever they ask, by the limit of the server', () => {
    const gate = new Gate(clock)
    const elsewhere = { ...CALLER, guildId: '9' }
    for (let use = 0; use < 3; use++) gate.pass(CALLER, settings, 'asking')
    gate.pass(named('7'), settings, 'asking')
    expect(() => {
      gate.pass(elsewhere, settings, 'asking')
    }).toThrow('Please wait 20 seconds')
    expect(() => {
      gate.pass({ ...CALLER, guildId: null }, { ...settings, usesPerMinute: 1 }, 'asking')
    }).toThrow('Please wait 60 seconds')
    now += 20_000
    gate.pass(elsewhere, settings, 'asking')
  })

  it('is without end where the limit is 0', () => {
    const gate = new Gate(clock)
    for (let use = 0; use < 1_000; use++) gate.pass(CALLER, { ...settings, usesPerMinute: 0 }, 'asking')
  })

  it('is forgotten after a quiet minute', () => {
    const gate = new Gate(clock)
    for (let person = 0; person < 500; person++) gate.pass(named(String(person)), settings, 'asking')
    expect(gate.size).toBe(500)
    now += 60_001
    gate.pass(CALLER, settings, 'asking')
    expect(gate.size).toBe(1)
  })

  it('takes bounded memory, however many come', () => {
    const gate = new Gate(clock)
    for (let person = 0; person < 12_000; person++) gate.pass(named(String(person)), settings, 'asking')
    expect(gate.size).toBe(10_000)
  })
})

describe('how often one person may turn pages and press buttons', () => {
  it('is counted apart from questions, and is far more', () => {
    const gate = new Gate(clock)
    for (let use = 0; use < 3; use++) gate.pass(CALLER, settings, 'asking')
    for (let use = 0; use < READINGS_PER_MINUTE; use++) gate.pass(CALLER, settings, 'reading')
    expect(() => {
      gate.pass(CALLER, settings, 'reading')
    }).toThrow('pressed a lot of buttons in the last minute. Please wait 1 second,')
    expect(() => {
      gate.pass(CALLER, settings, 'asking')
    }).toThrow('asked a lot')
    gate.pass(named('7'), settings, 'reading')
  })

  it('is no less than the questions that a server allows, and without end where those are', () => {
    const gate = new Gate(clock)
    for (let use = 0; use < 600; use++) gate.pass(CALLER, { ...settings, usesPerMinute: 600 }, 'reading')
    for (let use = 0; use < 1_000; use++) gate.pass(CALLER, { ...settings, usesPerMinute: 0 }, 'reading')
  })
})

describe('how often one person may have suggestions', () => {
  it('is counted apart from questions and pages, and is more than anybody types', () => {
    const gate = new Gate(clock)
    for (let use = 0; use < SUGGESTIONS_PER_MINUTE; use++) gate.pass(CALLER, settings, 'typing')
    expect(() => {
      gate.pass(CALLER, settings, 'typing')
    }).toThrow()
    gate.pass(CALLER, settings, 'asking')
    gate.pass(CALLER, settings, 'reading')
  })
})

describe('the channels of a server', () => {
  const only = { ...DEFAULT_SETTINGS, channels: ['5'] }

  it('are those named and their threads', () => {
    const gate = new Gate(clock)
    gate.pass({ ...CALLER, channelIds: ['5'] }, only, 'asking')
    gate.pass({ ...CALLER, channelIds: ['77', '5'] }, only, 'asking')
    expect(() => {
      gate.pass({ ...CALLER, channelIds: ['6'] }, only, 'asking')
    }).toThrow(OtherChannelError)
  })
})
