/** @module Measures of many questions -> the table of figures that `eval` prints. */
import type { Measures } from './measures.js'

export interface AbstentionFigures {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** "Abstained" as a classifier of the questions that the archive does not answer. */
export function abstentionFigures(measures: readonly Measures[]): AbstentionFigures {
  const abstained = measures.filter((one) => one.abstained)
  const right = abstained.filter((one) => !one.answerable).length
  const unanswerable = measures.filter((one) => !one.answerable).length
  const precision = abstained.length === 0 ? 0 : right / abstained.length
  const recall = unanswerable === 0 ? 0 : right / unanswerable
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}

const COLUMNS: readonly (readonly [string, (group: readonly Measures[]) => number | null])[] = [
  ['n', (group) => group.length],
  ['hit@1', (group) => mean(group.map((one) => one.hitAt1))],
  ['hit@5', (group) => mean(group.map((one) => one.hitAt5))],
  ['recall@5', (group) => mean(group.map((one) => one.recallAt5))],
  ['recall@10', (group) => mean(group.map((one) => one.recallAt10))],
  ['nDCG@10', (group) => mean(group.map((one) => one.ndcgAt10))],
  ['cite P', citationPrecision],
  ['cite R', (group) => mean(group.map((one) => one.citationRecall))],
  ['words', (group) => mean(group.map((one) => one.keywords))],
  ['abstained', (group) => mean(group.map((one) => Number(one.abstained)))],
]

/** Micro-averaged, so that citing anything for an unanswerable question lowers it. */
function citationPrecision(group: readonly Measures[]): number | null {
  const cited = group.reduce((total, one) => total + one.cited, 0)
  return cited === 0 ? null : group.reduce((total, one) => total + one.citedGold, 0) / cited
}

/** The table, a row for all questions and a row for each kind, then abstention and time. */
export function report(measures: readonly Measures[]): string {
  const kinds = [...new Set(measures.map(({ kind }) => kind))].sort()
  const rows = [
    row('all', measures),
    ...kinds.map((kind) =>
      row(
        kind,
        measures.filter((one) => one.kind === kind),
      ),
    ),
  ]
  const header = 'kind'.padEnd(14) + COLUMNS.map(([name]) => name.padStart(10)).join('')
  const { precision, recall, f1 } = abstentionFigures(measures)
  const times = measures.map(({ ms }) => ms).sort((a, b) => a - b)
  return [
    header,
    ...rows,
    `abstention    precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`,
    `answer time   p50 ${percentile(times, 0.5)} ms  p95 ${percentile(times, 0.95)} ms`,
  ].join('\n')
}

function row(name: string, group: readonly Measures[]): string {
  const cells = COLUMNS.map(([column, value]) => {
    const figure = value(group)
    const text = figure === null ? '-' : column === 'n' ? String(figure) : figure.toFixed(3)
    return text.padStart(10)
  })
  return name.padEnd(14) + cells.join('')
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length
}

function percentile(sorted: readonly number[], share: number): string {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
  return value === undefined ? '-' : value.toFixed(0)
}
