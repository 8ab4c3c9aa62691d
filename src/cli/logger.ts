import { type Logger, pino } from 'pino'
import type { Settings } from '../config.js'

/** Structured lines on stderr. A command for people keeps quiet below warnings, unless LOG_LEVEL asks for more. */
export function cliLogger(settings: Settings): Logger {
  const level = settings.logLevel === 'info' ? 'warn' : settings.logLevel
  return pino({ level }, pino.destination({ dest: 2, sync: true }))
}

export function botLogger(settings: Settings): Logger {
  return pino({ level: settings.logLevel }, pino.destination({ dest: 2, sync: false }))
}
