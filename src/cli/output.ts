/** @module Data goes to stdout, everything else to stderr. */
import { once } from 'node:events'

/** Writes one line of data; waits while the reader is slower than we are. */
export async function writeLine(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
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
