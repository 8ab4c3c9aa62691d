/** @module The prompt in the terminal: the bot's answers without a Discord account. */
import { createInterface } from 'node:readline/promises'
import { UserError } from '../errors.js'
import type { ReaderView } from '../reader-view.js'
import { openedText } from './opened.js'
import { notice, writeLine } from './output.js'
import { renderAnswer } from './render.js'

/** Questions that a follow-up may still refer to. */
const HISTORY = 5

/** A question is answered, a cable or paragraph that is named alone is shown, `new` forgets the talk so far; ends with the input, on `exit` or when aborted. */
export async function runPrompt(
  view: ReaderView,
  template: string | undefined,
  signal: AbortSignal,
): Promise<void> {
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
      const { text, isAnswer } = await reply(view, typed, template, history)
      await writeLine(text)
      if (isAnswer) history = [...history, typed].slice(-HISTORY)
    }
    prompt()
  }
  lines.close()
  signal.removeEventListener('abort', stop)
}

async function reply(
  view: ReaderView,
  typed: string,
  template: string | undefined,
  history: readonly string[],
): Promise<{ readonly text: string; readonly isAnswer: boolean }> {
  try {
    const opened = openedText(typed, view, template)
    if (opened !== null) return { text: `${opened}\n`, isAnswer: false }
    return {
      text: `${renderAnswer(await view.ask({ text: typed, filters: {}, history }))}\n`,
      isAnswer: true,
    }
  } catch (error) {
    if (error instanceof UserError) return { text: error.message, isAnswer: false }
    throw error
  }
}
