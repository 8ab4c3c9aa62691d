import { type DestinationStream, type Logger, pino } from 'pino'
import type { Settings } from '../config.js'

type Secrets = Pick<Settings, 'discordToken' | 'languageModel'>

/** Where secrets usually stand in what is logged. */
const REDACTED = ['apiKey', 'authorization', 'token', 'discordToken'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
])

/** Structured lines on stderr. A command for people keeps quiet below warnings, unless LOG_LEVEL asks for more. */
export function cliLogger(settings: Settings): Logger {
  const level = settings.logLevel === 'info' ? 'warn' : settings.logLevel
  return safeLogger(level, settings, pino.destination({ dest: 2, sync: true }))
}

export function botLogger(settings: Settings): Logger {
  return safeLogger(settings.logLevel, settings, pino.destination({ dest: 2, sync: false }))
}

/**
 * A logger in whose lines no secret stands: not under its usual names, and nowhere else either (an endpoint may repeat a key
 * in the words of an error).
 */
export function safeLogger(level: string, settings: Secrets, destination: DestinationStream): Logger {
  const secrets = [settings.discordToken, settings.languageModel?.apiKey]
    .filter((secret) => secret !== undefined)
    // As it stands in a line of JSON.
    .map((secret) => JSON.stringify(secret).slice(1, -1))
  return pino(
    {
      level,
      redact: REDACTED,
      hooks: {
        streamWrite: (line) =>
          secrets.reduce((clean, secret) => clean.replaceAll(secret, '[Redacted]'), line),
      },
    },
    destination,
  )
}
