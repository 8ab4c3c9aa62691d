/** @module What a server's managers may set, with the defaults for every other place. */
import { z } from 'zod'

/** Questions and commands a minute that one person may be limited to; 0 is no limit. */
export const USES_PER_MINUTE_MAX = 600

/** Channels that a server may name. */
export const CHANNELS_MAX = 50

const snowflake = z.string().regex(/^\d{1,20}$/u)

const serverSettingsSchema = z.object({
  channels: z.array(snowflake).max(CHANNELS_MAX).default([]),
  isPrivate: z.boolean().default(false),
  usesPerMinute: z.int().min(0).max(USES_PER_MINUTE_MAX).default(30),
  protectsSources: z.boolean().nullable().default(null),
  language: z.string().max(10).nullable().default(null),
})

export interface ServerSettings {
  /** Ids of the channels in which the bot answers, their threads included; none named: everywhere. */
  readonly channels: readonly string[]
  /** Whether answers are shown to the asker only, unless the asker says otherwise. */
  readonly isPrivate: boolean
  /** How often one person may ask or give a command in a minute; buttons have a limit of their own (`discord/gate.ts`). 0 is no limit on either. */
  readonly usesPerMinute: number
  /** Whether protected names and identity numbers are masked; `null`: as the bot's owner has set it. */
  readonly protectsSources: boolean | null
  /** Code of the language of every reply; `null`: that of each reader. */
  readonly language: string | null
}

/** For servers that have set nothing, and for direct messages. */
export const DEFAULT_SETTINGS: ServerSettings = serverSettingsSchema.parse({})

/** What was stored; a value that this version cannot use becomes its default, the others stay. */
export function readServerSettings(json: string): ServerSettings {
  const stored = z.record(z.string(), z.unknown()).parse(JSON.parse(json))
  const entries = Object.entries(serverSettingsSchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(stored[name])
    return [name, parsed.success ? parsed.data : undefined]
  })
  return serverSettingsSchema.parse(Object.fromEntries(entries))
}
