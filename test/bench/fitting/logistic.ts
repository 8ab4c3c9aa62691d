/** @module Logistic regression with a ridge, by Newton's method (Hastie, Tibshirani and Friedman, Elements of Statistical Learning, 4.4.1). */
import { dot, moments } from './softmax.js'

const STEPS = 40

export interface Logistic {
  readonly bias: number
  readonly weights: readonly number[]
}

/** Which way a feature may count: up only, down only, or (0) either. */
export type Sign = 1 | -1 | 0

/**
 * A feature that would count against its sign is left out, and the others are fitted again: what is missing never makes an answer
 * surer, however the questions that it is fitted on happen to be.
 * @param signs one for each feature
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  right: readonly boolean[],
  ridge: number,
  signs: readonly Sign[] = [],
): Logistic {
  const { mean, deviation } = moments(rows)
  const scaled = rows.map((row) => row.map((value, at) => (value - (mean[at] ?? 0)) / (deviation[at] ?? 1)))
  let used = mean.map((_, at) => at)
  for (;;) {
    const { weights, bias } = fitScaled(
      scaled.map((row) => used.map((at) => row[at] ?? 0)),
      right,
      ridge,
    )
    const kept = used.filter((at, place) => (weights[place] ?? 0) * (signs[at] ?? 0) >= 0)
    if (kept.length === used.length) {
      const own = mean.map((_, at) => {
        const place = used.indexOf(at)
        return place < 0 ? 0 : (weights[place] ?? 0) / (deviation[at] ?? 1)
      })
      return { weights: own, bias: bias - dot(mean, own) }
    }
    used = kept
  }
}

/** @param rows of features with mean 0 and deviation 1 */
function fitScaled(rows: readonly (readonly number[])[], right: readonly boolean[], ridge: number): Logistic {
  const scaled = rows.map((row) => [...row, 1])
  const size = (rows[0]?.length ?? 0) + 1
  let weights = new Array<number>(size).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, at) => (at === size - 1 ? 0 : ridge * weight))
    const hessian = weights.map((_, at) =>
      weights.map((_, other) => (at === other && at < size - 1 ? ridge : 0)),
    )
    scaled.forEach((row, index) => {
      const chance = 1 / (1 + Math.exp(-dot(row, weights)))
      const error = chance - Number(right[index])
      const spread = chance * (1 - chance)
      for (let at = 0; at < size; at++) {
        gradient[at] = (gradient[at] ?? 0) + error * (row[at] ?? 0)
        const line = hessian[at] ?? []
        for (let other = 0; other < size; other++)
          line[other] = (line[other] ?? 0) + spread * (row[at] ?? 0) * (row[other] ?? 0)
      }
    })
    const change = solve(hessian, gradient)
    weights = weights.map((weight, at) => weight - (change[at] ?? 0))
    if (Math.max(...change.map(Math.abs)) < 1e-6) break
  }
  return { weights: weights.slice(0, -1), bias: weights.at(-1) ?? 0 }
}

export function chanceOf({ bias, weights }: Logistic, row: readonly number[]): number {
  return 1 / (1 + Math.exp(-bias - dot(row, weights)))
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row
    const [chosen, moved] = [rows[pivot] ?? [], rows[column] ?? []]
    rows[column] = chosen
    rows[pivot] = moved
    for (let row = column + 1; row < size; row++) {
      const line = rows[row] ?? []
      const factor = (line[column] ?? 0) / (chosen[column] ?? 1)
      for (let at = column; at <= size; at++) line[at] = (line[at] ?? 0) - factor * (chosen[at] ?? 0)
    }
  }
  const result = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    const line = rows[row] ?? []
    let sum = line[size] ?? 0
    for (let at = row + 1; at < size; at++) sum -= (line[at] ?? 0) * (result[at] ?? 0)
    result[row] = sum / (line[row] ?? 1)
  }
  return result
}
