import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { MIN_CONFIDENCE } from '../../src/answers/confidence.js'
import { citedAt } from '../../src/answers/extract.js'
import {
  answerEvidence,
  citationsEvidence,
  type Evidence,
  evidenceOf,
  signOf,
} from '../../src/answers/evidence.js'
import { RANKING_FEATURES } from '../../src/retrieval/ranking.js'
import type { AnalysedParagraph } from '../../src/retrieval/query.js'
import { type Example, FOLDS, readExamples } from './fitting/examples.js'
import { chanceOf, fitLogistic, type Logistic, type Sign } from './fitting/logistic.js'
import { dot, fitSoftmax } from './fitting/softmax.js'

/**
 * @module `npm run bench -- fit --set DATA=QUESTIONS,… [--set …] [--sizes 500,1500] [--write]`: fits the weights of ranking and of confidence on questions with
 * known answers, those of the first set also in smaller archives; prints the figures of 5-fold cross-validation, cables apart; `--write` writes the weights, fitted on all, into the sources.
 */

/** Chosen by cross-validation among .005 to .1, 10 to 30 and .5 to 20. */
const DECAY = 0.02
const PASSAGE_RIDGE = 20
const ANSWER_RIDGE = 5

const options = parseArgs({
  args: process.argv.slice(3),
  options: {
    set: { type: 'string', multiple: true, default: [] },
    sizes: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
}).values

const examples: Example[] = []
const sizes = options.sizes.split(',').filter(Boolean).map(Number)
for (const [at, set] of options.set.entries())
  examples.push(...(await readExamples(set, at === 0 ? sizes : [])))

const held = crossValidate(examples)
report(held)
if (options.write)
  write(rankingWeights(examples), passageModel(held), answerModel(held), citationsModel(held))

interface Held {
  readonly example: Example
  readonly fold: number
  /** Candidates best first, by weights that have not seen the example, and whether each answers. */
  readonly ranked: readonly AnalysedParagraph[]
  readonly answers: readonly boolean[]
  readonly chances: readonly number[]
  /** Chance that a right paragraph is cited. */
  readonly answered: number
  /** Chance that all citations are right. */
  readonly right: number
}

function crossValidate(all: readonly Example[]): Held[] {
  const ranked = perFold(all, rankingWeights, (weights, example) => ({
    example,
    fold: example.fold,
    ...rank(example, weights),
  }))
  const judged = perFold(ranked, passageModel, (model, one) => ({
    ...one,
    chances: evidenceOf(one.ranked, one.example.understood).map((evidence) =>
      chanceOf(model, Object.values(evidence)),
    ),
  }))
  const answered = perFold(judged, answerModel, (model, one) => ({
    ...one,
    answered: one.chances.length === 0 ? 0 : chanceOf(model, answerRow(one)),
  }))
  return perFold(answered, citationsModel, (model, one) => ({
    ...one,
    right: one.chances.length === 0 ? 0 : chanceOf(model, citationsRow(one)),
  }))
}

function perFold<T extends { readonly fold: number }, M, R>(
  all: readonly T[],
  fit: (others: readonly T[]) => M,
  apply: (model: M, one: T) => R,
): R[] {
  const results = new Map<T, R>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit(all.filter((one) => one.fold !== fold))
    for (const one of all) if (one.fold === fold) results.set(one, apply(model, one))
  }
  return all.flatMap((one) => results.get(one) ?? [])
}

function rankingWeights(of: readonly Example[]): number[] {
  return fitSoftmax(
    of.map(({ candidates, answers }) => ({ rows: candidates.map(featuresOf), right: answers })),
    DECAY,
  )
}

function featuresOf({ signals }: AnalysedParagraph): number[] {
  return RANKING_FEATURES.map((name) => signals[name] ?? 0)
}

function rank(
  { candidates, answers }: Example,
  weights: readonly number[],
): { ranked: AnalysedParagraph[]; answers: boolean[] } {
  const logits = candidates.map((candidate) => dot(featuresOf(candidate), weights))
  const best = Math.max(...logits)
  const order = [...candidates.keys()].sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0))
  return {
    ranked: order.flatMap((at) =>
      candidates[at] ? [{ ...candidates[at], score: Math.exp((logits[at] ?? 0) - best) }] : [],
    ),
    answers: order.map((at) => answers[at] ?? false),
  }
}

function passageModel(of: readonly Omit<Held, 'chances' | 'answered' | 'right'>[]): Logistic {
  const rows: number[][] = []
  const right: boolean[] = []
  let signs: Sign[] = []
  for (const { example, ranked, answers } of of) {
    evidenceOf(ranked, example.understood).forEach((evidence, at) => {
      signs = Object.keys(evidence).map(signOf)
      rows.push(Object.values(evidence))
      right.push(answers[at] ?? false)
    })
  }
  return fitLogistic(rows, right, PASSAGE_RIDGE, signs)
}

/** From chances that other folds gave, which are as unsure as those of questions to come. */
function answerModel(of: readonly Omit<Held, 'answered' | 'right'>[]): Logistic {
  const found = of.filter(({ chances }) => chances.length > 0)
  return fitLogistic(
    found.map(answerRow),
    found.map(({ ranked, answers, chances }) => citedAt(ranked, chances).some((at) => answers[at])),
    ANSWER_RIDGE,
    found.slice(0, 1).flatMap((one) => Object.keys(answerEvidenceOf(one)).map(signOf)),
  )
}

/** Of those questions that would be answered. */
function citationsModel(of: readonly Omit<Held, 'right'>[]): Logistic {
  const told = of.filter(({ answered, chances }) => answered >= MIN_CONFIDENCE && chances.length > 0)
  return fitLogistic(
    told.map(citationsRow),
    told.map(({ ranked, answers, chances }) => citedAt(ranked, chances).every((at) => answers[at])),
    ANSWER_RIDGE,
    told.slice(0, 1).flatMap((one) => Object.keys(citationsEvidenceOf(one)).map(signOf)),
  )
}

function citationsRow(one: Omit<Held, 'right'>): number[] {
  return Object.values(citationsEvidenceOf(one))
}

function citationsEvidenceOf({ ranked, chances, answered }: Omit<Held, 'right'>): Evidence {
  return citationsEvidence(
    citedAt(ranked, chances).map((at) => chances[at] ?? 0),
    answered,
  )
}

function answerRow(one: Omit<Held, 'answered' | 'right'>): number[] {
  return Object.values(answerEvidenceOf(one))
}

function answerEvidenceOf({ example, ranked, chances }: Omit<Held, 'answered' | 'right'>): Evidence {
  return answerEvidence(evidenceOf(ranked, example.understood), chances)
}

function report(all: readonly Held[]): void {
  const line = (name: string, group: readonly Held[]): void => {
    const open = group.filter(({ example }) => example.gold > 0)
    const mean = (value: (one: Held) => number): string =>
      (open.reduce((sum, one) => sum + value(one), 0) / open.length).toFixed(3)
    process.stdout.write(
      `| ${name} | ${open.length} | ${mean(({ answers }) => Number(answers[0] ?? false))} | ${mean(({ answers }) => Number(answers.slice(0, 5).some(Boolean)))} | ${mean(gain)} |\n`,
    )
  }
  process.stdout.write('| kind | questions | hit@1 | hit@5 | nDCG@10 |\n| --- | --- | --- | --- | --- |\n')
  line('all', all)
  const kinds = [...new Set(all.map(({ example }) => example.question.kind))].sort()
  for (const kind of kinds) {
    const group = all.filter(({ example }) => example.question.kind === kind)
    if (group.some(({ example }) => example.gold > 0)) line(kind, group)
  }
  process.stdout.write(
    '\n| abstains below | citation precision | recall | abstention F1 |\n| --- | --- | --- | --- |\n',
  )
  for (let threshold = 0.3; threshold < 0.96; threshold += 0.05)
    process.stdout.write(answered(all, threshold))
  process.stdout.write('\n| called | answers | that cite a right paragraph |\n| --- | --- | --- |\n')
  const told = all.filter(({ answered: chance }) => chance >= MIN_CONFIDENCE)
  const open = all.filter(({ example }) => example.gold > 0).length
  for (let sure = 0.7; sure < 0.99; sure += 0.05) {
    const group = told.filter(({ right }) => right >= sure)
    const good = group.filter(({ ranked, answers, chances }) =>
      citedAt(ranked, chances).some((at) => answers[at]),
    )
    const said = group.filter(({ example }) => example.gold > 0).length / open
    process.stdout.write(
      `| from ${sure.toFixed(2)} | ${group.length} (${said.toFixed(3)} of the answerable) | ${(good.length / group.length).toFixed(3)} |\n`,
    )
  }
  const surest = [...told].sort((a, b) => b.right - a.right)
  for (const share of [0.5, 0.7, 0.9, 1]) {
    const group = surest.slice(0, Math.round(share * surest.length))
    const clean = group.filter(({ ranked, answers, chances }) =>
      citedAt(ranked, chances).every((at) => answers[at]),
    )
    process.stdout.write(
      `| surest ${share} | ${group.length} | only right: ${(clean.length / group.length).toFixed(3)} |\n`,
    )
  }
}

/** nDCG@10. */
function gain({ answers, example }: Held): number {
  const discount = (at: number): number => 1 / Math.log2(at + 2)
  const ideal = Array.from({ length: Math.min(10, example.gold) }, (_, at) => discount(at)).reduce(
    (a, b) => a + b,
    0,
  )
  return answers.slice(0, 10).reduce((sum, right, at) => sum + (right ? discount(at) : 0), 0) / ideal
}

function answered(all: readonly Held[], threshold: number): string {
  let [cited, good, recall, open, silent, rightlySilent, unanswerable] = [0, 0, 0, 0, 0, 0, 0]
  for (const { example, ranked, answers, chances, answered: chance } of all) {
    if (example.gold === 0) unanswerable++
    else open++
    if (chance < threshold) {
      silent++
      if (example.gold === 0) rightlySilent++
      continue
    }
    const chosen = citedAt(ranked, chances)
    const right = chosen.filter((at) => answers[at]).length
    cited += chosen.length
    good += right
    if (example.gold > 0) recall += right / example.gold
  }
  const f1 = (2 * rightlySilent) / Math.max(1, silent + unanswerable)
  return `| ${threshold.toFixed(2)} | ${(good / cited).toFixed(3)} | ${(recall / open).toFixed(3)} | ${f1.toFixed(3)} |\n`
}

function write(ranking: readonly number[], passage: Logistic, answer: Logistic, citations: Logistic): void {
  const table = (names: readonly string[], weights: readonly number[]): string =>
    `{\n${names.map((name, at) => `  ${name}: ${(weights[at] ?? 0).toFixed(3)},\n`).join('')}}`
  const logistic = (prefix: string, names: readonly string[], { bias, weights }: Logistic): string =>
    `export const ${prefix}_BIAS = ${bias.toFixed(3)}\n\nexport const ${prefix}_WEIGHTS: Readonly<Record<string, number>> = ${table(names, weights)}\n`
  const [first] = held.filter(({ chances }) => chances.length > 0)
  const evidence = first === undefined ? [] : evidenceOf(first.ranked, first.example.understood)
  const names = (of: Evidence | undefined): string[] => Object.keys(of ?? {})
  writeFileSync(
    join(PACKAGE_ROOT, 'src/retrieval/ranking-weights.ts'),
    `/** @module Written by \`npm run bench -- fit\`: the weights of \`ranking.ts\`. */\nexport const RANKING_WEIGHTS = ${table(RANKING_FEATURES, ranking)} as const\n`,
  )
  writeFileSync(
    join(PACKAGE_ROOT, 'src/answers/confidence-weights.ts'),
    `/** @module Written by \`npm run bench -- fit\`: the weights of \`confidence.ts\`, by the names of \`evidence.ts\`. */\n${logistic('PASSAGE', names(evidence[0]), passage)}\n${logistic('ANSWER', names(answerEvidence(evidence, first?.chances ?? [])), answer)}\n${logistic('CITATIONS', names(citationsEvidence([0.5], 0.5)), citations)}`,
  )
}
