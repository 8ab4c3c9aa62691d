/** @module A linear score whose softmax over the candidates is the chance of each to answer, by gradient descent (Adam). */

export interface Group {
  /** One row of features for each candidate. */
  readonly rows: readonly (readonly number[])[]
  readonly right: readonly boolean[]
}

const STEPS = 400
const RATE = 0.05

/** @returns a weight for each feature; groups without a right row are passed over */
export function fitSoftmax(groups: readonly Group[], decay: number): number[] {
  const useful = groups.filter(({ right }) => right.some(Boolean))
  const { mean, deviation } = moments(groups.flatMap(({ rows }) => rows))
  const scaled = useful.map(({ rows, right }) => ({
    rows: rows.map((row) => row.map((value, at) => (value - (mean[at] ?? 0)) / (deviation[at] ?? 1))),
    share: right.map((one) => (one ? 1 / right.filter(Boolean).length : 0)),
  }))
  const size = mean.length
  const weights = new Array<number>(size).fill(0)
  const first = new Array<number>(size).fill(0)
  const second = new Array<number>(size).fill(0)
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight) => decay * weight)
    for (const { rows, share } of scaled) {
      const chances = softmax(rows.map((row) => dot(row, weights)))
      rows.forEach((row, candidate) => {
        const error = ((chances[candidate] ?? 0) - (share[candidate] ?? 0)) / scaled.length
        for (let at = 0; at < size; at++) gradient[at] = (gradient[at] ?? 0) + error * (row[at] ?? 0)
      })
    }
    for (let at = 0; at < size; at++) {
      const slope = gradient[at] ?? 0
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope
      second[at] = 0.99 * (second[at] ?? 0) + 0.01 * slope * slope
      const step1 = (first[at] ?? 0) / (1 - 0.9 ** step)
      weights[at] =
        (weights[at] ?? 0) - (RATE * step1) / (Math.sqrt((second[at] ?? 0) / (1 - 0.99 ** step)) + 1e-8)
    }
  }
  return weights.map((weight, at) => weight / (deviation[at] ?? 1))
}

export function moments(rows: readonly (readonly number[])[]): { mean: number[]; deviation: number[] } {
  const size = rows[0]?.length ?? 0
  const mean = Array.from(
    { length: size },
    (_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length,
  )
  const deviation = mean.map(
    (centre, at) =>
      Math.sqrt(rows.reduce((sum, row) => sum + ((row[at] ?? 0) - centre) ** 2, 0) / rows.length) + 1e-6,
  )
  return { mean, deviation }
}

export function dot(row: readonly number[], weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0)
  return sum
}

function softmax(scores: readonly number[]): number[] {
  const best = Math.max(...scores)
  const odds = scores.map((score) => Math.exp(score - best))
  const total = odds.reduce((sum, one) => sum + one, 0)
  return odds.map((one) => one / total)
}
