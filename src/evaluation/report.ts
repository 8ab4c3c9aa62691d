/** @module Measures of many questions -> the table of figures that `eval` prints, and the comparison of two runs. */
import { bootstrap, type Interval } from './bootstrap.js'
import { SURE_CONFIDENCE } from '../answers/confidence.js'
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

type Figure = (group: readonly Measures[]) => number | null

const FIGURES: readonly (readonly [string, Figure])[] = [
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

/** The table: for all questions and for each kind the figures, below them their 95 % intervals; then abstention and time. */
export function report(measures: readonly Measures[]): string {
  const { precision, recall, f1 } = abstentionFigures(measures)
  const f1Interval = bootstrap(measures, (sample) => abstentionFigures(sample).f1)
  const times = measures.map(({ ms }) => ms).sort((a, b) => a - b)
  return [
    header(),
    ...groups(measures).flatMap(([kind, group]) => [
      row(
        kind,
        group.length,
        FIGURES.map(([, figure]) => decimal(figure(group))),
      ),
      row(
        '',
        null,
        FIGURES.map(([, figure]) => range(bootstrap(group, figure))),
      ),
    ]),
    `abstention    precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)} (${range(f1Interval)})`,
    ...reliability(measures),
    `answer time   p50 ${percentile(times, 0.5)} ms  p95 ${percentile(times, 0.95)} ms`,
    'Below each figure: 95 % interval, from 1,000 bootstrap samples of the questions.',
  ].join('\n')
}

/** Shares of the answers, the surest first, for which it is told how often they cite right paragraphs only. */
const COVERAGES = [0.5, 0.7, 0.9, 1]

/** How far the words that readers get, and the confidence behind them, can be relied on. */
function reliability(measures: readonly Measures[]): string[] {
  const answers = measures.filter((one) => !one.abstained).sort((a, b) => b.confidence - a.confidence)
  if (answers.length === 0) return []
  const answerable = measures.filter((one) => one.answerable).length
  const isSure = (one: Measures): boolean => one.confidence >= SURE_CONFIDENCE
  const label = (name: string, group: readonly Measures[]): string => {
    const right = (sample: readonly Measures[]): number | null =>
      mean(sample.map((one) => Number(one.citedGold > 0)))
    const said = group.filter((one) => one.answerable).length / Math.max(1, answerable)
    return `${name.padEnd(NAME_WIDTH)}said of ${group.length} (${said.toFixed(3)} of the answerable), right in ${decimal(right(group))} (${range(bootstrap(group, right))})`
  }
  const clean = (sample: readonly Measures[]): number | null =>
    mean(sample.map((one) => Number(one.citedGold === one.cited)))
  const surest = COVERAGES.map((share) => {
    const group = answers.slice(0, Math.round(share * answers.length))
    return `${Math.round(share * 100)} %: ${decimal(clean(group))} (${range(bootstrap(group, clean))})`
  })
  return [
    label('"sure"', answers.filter(isSure)),
    label(
      '"likely"',
      answers.filter((one) => !isSure(one)),
    ),
    `only right     citations, of the surest answers: ${surest.join('  ')}`,
  ]
}

/** The same question in two runs. */
export interface Pair {
  readonly now: Measures
  readonly before: Measures
}

/** How much each figure rose from one run to the other, with the interval of the difference over the same questions (paired bootstrap). */
export function comparison(pairs: readonly Pair[]): string {
  const difference = (figure: Figure) => (sample: readonly Pair[]) => {
    const now = figure(sample.map((pair) => pair.now))
    const before = figure(sample.map((pair) => pair.before))
    return now === null || before === null ? null : now - before
  }
  const abstention: Figure = (sample) => abstentionFigures(sample).f1
  const kinds = groups(pairs.map(({ now }) => now)).map(([kind]) => kind)
  return [
    header(),
    ...kinds.flatMap((kind, at) => {
      const group = at === 0 ? pairs : pairs.filter(({ now }) => now.kind === kind)
      const intervals = FIGURES.map(([, figure]) => bootstrap(group, difference(figure)))
      return [
        row(
          kind,
          group.length,
          FIGURES.map(([, figure], column) => signed(difference(figure)(group), intervals[column] ?? null)),
        ),
        row('', null, intervals.map(signedRange)),
      ]
    }),
    `abstention F1 ${signed(difference(abstention)(pairs), bootstrap(pairs, difference(abstention)))} (${signedRange(bootstrap(pairs, difference(abstention)))})`,
    'This run minus the other; * where the 95 % interval of the difference, below it, does not hold 0.',
  ].join('\n')
}

/** All questions first, then each kind. */
function groups(measures: readonly Measures[]): [string, readonly Measures[]][] {
  const kinds = [...new Set(measures.map(({ kind }) => kind))].sort()
  return [
    ['all', measures],
    ...kinds.map((kind): [string, Measures[]] => [kind, measures.filter((one) => one.kind === kind)]),
  ]
}

const NAME_WIDTH = 14
const SIZE_WIDTH = 5
const CELL_WIDTH = 12

function header(): string {
  return (
    'kind'.padEnd(NAME_WIDTH) +
    'n'.padStart(SIZE_WIDTH) +
    FIGURES.map(([name]) => name.padStart(CELL_WIDTH)).join('')
  )
}

function row(name: string, size: number | null, cells: readonly string[]): string {
  const line =
    name.padEnd(NAME_WIDTH) +
    (size === null ? '' : String(size)).padStart(SIZE_WIDTH) +
    cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')
  return line.trimEnd()
}

function decimal(figure: number | null): string {
  return figure === null ? '-' : figure.toFixed(3)
}

/** `.85-.97` */
function range(interval: Interval | null): string {
  return interval === null ? '' : `${short(interval.low)}-${short(interval.high)}`
}

function short(value: number): string {
  return value.toFixed(2).replace(/^0\./, '.')
}

function signed(difference: number | null, interval: Interval | null): string {
  if (difference === null) return '-'
  const certain = interval !== null && (interval.low > 0 || interval.high < 0)
  return `${difference < 0 ? '-' : '+'}${Math.abs(difference).toFixed(3)}${certain ? '*' : ''}`
}

/** `-.02/+.07` */
function signedRange(interval: Interval | null): string {
  const text = (value: number) => `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2).replace(/^0\./, '.')}`
  return interval === null ? '' : `${text(interval.low)}/${text(interval.high)}`
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length
}

function percentile(sorted: readonly number[], share: number): string {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]
  return value === undefined ? '-' : value.toFixed(0)
}
