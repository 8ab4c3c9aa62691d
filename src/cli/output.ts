/** @module Data goes to stdout, everything else to stderr. */
import { once } from 'node:events'
import type { Cable } from '../cables/cable.js'

/** Writes one line of data; waits while the reader is slower than we are. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** A cable as others rely on it: what is not known is `null`. */
export function cableJson(cable: Cable): string {
  return JSON.stringify({ ...cable, subject: cable.subject === '' ? null : cable.subject })
}

/** A line for the person at the terminal. */
export function notice(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** `parse … | head` closes our output early: that ends the command, it is no failure. */
export function endQuietlyWhenOutputCloses(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
}
