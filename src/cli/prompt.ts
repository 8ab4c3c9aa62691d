/** @module The prompt in the terminal: the bot's answers without a Discord account. */
import { createInterface } from 'node:readline/promises'
import { canonicalId } from '../cables/ids.js'
import { UserError } from '../errors.js'
import type { ReaderView } from '../reader-view.js'
import { notice, writeLine } from './output.js'
import { renderAnswer, renderCable } from './render.js'

/** Questions that a follow-up may still refer to. */
const HISTORY = 5

/** A question is answered, a cable number shows the cable, `new` forgets the talk so far; ends with the input, on `exit` or when aborted. */
export async function runPrompt(view: ReaderView, signal: AbortSignal): Promise<void> {
  // Questions may also be piped in: then nobody sees a prompt.
  const lines = createInterface({
    input: process.stdin,
    ...(process.stdin.isTTY && { output: process.stderr, prompt: '¶ ' }),
  })
  const prompt = () => {
    if (process.stdin.isTTY) lines.prompt()
  }
  const stop = () => {
    lines.close()
  }
  signal.addEventListener('abort', stop, { once: true })
  lines.on('SIGINT', stop)
  let history: string[] = []
  prompt()
  for await (const line of lines) {
    const typed = line.trim()
    if (typed === 'exit' || typed === 'quit') break
    if (typed === 'new') {
      history = []
      notice('A new talk: earlier questions are forgotten.')
    } else if (typed !== '') {
      await writeLine(await reply(view, typed, history))
      history = [...history, typed].slice(-HISTORY)
    }
    prompt()
  }
  lines.close()
  signal.removeEventListener('abort', stop)
}

async function reply(view: ReaderView, typed: string, history: readonly string[]): Promise<string> {
  const id = canonicalId(typed)
  const cable = id === null ? undefined : view.cable(id)
  if (cable !== undefined) return `${renderCable(cable)}\n`
  try {
    return `${renderAnswer(await view.ask({ text: typed, filters: {}, history }))}\n`
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}
