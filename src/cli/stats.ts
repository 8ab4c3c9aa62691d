import type { Settings } from '../config.js'
import { Records } from '../records/records.js'
import type { Stats } from '../records/stats.js'
import { writeLine } from './output.js'

/** Prints what was used, how it went, and what readers thought of it. */
export async function stats(settings: Settings, { json }: { readonly json?: true }): Promise<void> {
  const records = Records.open(settings.dataDir, settings)
  try {
    const found = records.stats()
    for (const line of json === true ? [JSON.stringify(found)] : linesOf(found)) await writeLine(line)
  } finally {
    records.close()
  }
}

function linesOf({ days, usage, feedback, questions, badlyAnswered }: Stats): string[] {
  if (days === null) return ['Nothing was used yet.']
  const widest = Math.max(...usage.map(({ what }) => what.length))
  return [
    `From ${days.first} to ${days.last}:`,
    ...usage.map(
      ({ what, outcome, uses, meanMs }) =>
        `  ${what.padEnd(widest)}  ${outcome.padEnd(8)}  ${uses.toLocaleString('en').padStart(9)} times, ${meanMs.toLocaleString('en')} ms each`,
    ),
    `Answers found good: ${feedback.up.toLocaleString('en')}, bad: ${feedback.down.toLocaleString('en')}.`,
    ...(questions.answered + questions.abstained === 0
      ? []
      : [
          `Questions kept: ${questions.answered.toLocaleString('en')} answered, ${questions.abstained.toLocaleString('en')} not.`,
        ]),
    ...(badlyAnswered.length === 0
      ? []
      : ['Answers found bad were to:', ...badlyAnswered.map((question) => `  ${question}`)]),
  ]
}
