import { pino } from 'pino'
import { openApp, type App } from '../../../src/app.js'
import { readSettings } from '../../../src/config.js'

/** Written last: a folder without it is built again. */
export const BUILT_FILE = 'built'

/** The product as it is by default, without a language model, in a folder of the benchmark's. */
export function openBenchApp(folder: string): Promise<App> {
  return openApp(readSettings({ DATA_DIR: folder }), pino({ level: 'warn' }, pino.destination(2)), say)
}

export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}
