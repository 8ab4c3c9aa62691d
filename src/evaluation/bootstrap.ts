/** @module How far a figure could be off because other questions might have been asked: percentile bootstrap (Efron and Tibshirani, 1993). */

/** Two-sided 95 %. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** More of them change the second decimal of no interval. */
const RESAMPLES = 1_000

/** The same questions give the same intervals. */
const SEED = 20_060_410

/**
 * @param statistic of a sample; `null` where it is not defined (such samples do not count)
 * @returns `null` when it is defined for no resample
 */
export function bootstrap<T>(
  sample: readonly T[],
  statistic: (resample: readonly T[]) => number | null,
): Interval | null {
  const random = mulberry32(SEED)
  const values: number[] = []
  for (let round = 0; round < RESAMPLES && sample.length > 0; round++) {
    const value = statistic(
      sample.map(() => sample[Math.floor(random() * sample.length)]).filter((each) => each !== undefined),
    )
    if (value !== null) values.push(value)
  }
  values.sort((a, b) => a - b)
  const [low, high] = [
    values[Math.floor(0.025 * values.length)],
    values[Math.ceil(0.975 * values.length) - 1],
  ]
  return low === undefined || high === undefined ? null : { low, high }
}

/** Tommy Ettinger's generator of 32 bits: small, and good enough to draw questions. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
