/**
 * @module Vectors that lie as the embeddings of cables do, the same in every run. What was measured on 557 paragraphs of real
 * cables with all-MiniLM-L6-v2 is met here: the cosines of two paragraphs of one cable (0.4 to 0.84, median 0.65; for one in
 * twenty less or more) and of two cables (0.03 to 0.39, median 0.19), of a paragraph and its nearest (0.79) and tenth nearest
 * (0.5), of a question and the nearest paragraph (0.53); and in how many of the 384 dimensions they differ: some 100 within a
 * cable and 40 between cables (participation ratio).
 */
import { seededRandom } from '../../support/invented-cables.js'

export const DIMENSION = 384
export const PARAGRAPHS_PER_CABLE = 8
export const TOPICS = 2000

/** Squared lengths of what a vector is made of. */
const COMMON = 0.19
const TOPIC = 0.26
const CABLE = 0.2
/** Two paragraphs after one another that speak of the same. */
const SECTION = 0.14
const OWN = 0.28
/** What a sentence says beside its paragraph. */
const SENTENCE = 0.7
const QUESTION = 2

/** Dimensions in which the variance falls to 1/e: half of the participation ratio. */
const BETWEEN = decay(20)
const WITHIN = decay(50)

export class SyntheticVectors {
  readonly #common = gaussian(1, BETWEEN, COMMON)
  readonly #topics = Array.from({ length: TOPICS }, (_, at) => gaussian(2 + at, BETWEEN, TOPIC))

  /** Some topics have many cables and most have few. */
  topicOf(cable: number): number {
    return Math.floor(TOPICS * seededRandom(1_000_000_007 + cable)() ** 2)
  }

  /** The vectors of a cable's paragraphs. */
  cable(cable: number): Float32Array[] {
    const centre = this.#centre(cable)
    return Array.from({ length: PARAGRAPHS_PER_CABLE }, (_, at) => {
      const number = cable * PARAGRAPHS_PER_CABLE + at
      const section = gaussian(2_500_000_001 + Math.floor(number / 2), WITHIN, SECTION * spread(number))
      return unit(sum(sum(centre, section), gaussian(2_000_000_011 + number, WITHIN, OWN * spread(number))))
    })
  }

  /** Vectors of a paragraph's sentences. */
  sentences(paragraph: Float32Array, number: number, count: number): Float32Array[] {
    return Array.from({ length: count }, (_, at) =>
      unit(sum(paragraph, gaussian(3_500_000_003 + number * 1000 + at, WITHIN, SENTENCE))),
    )
  }

  /** The vector of a question about a cable. */
  question(cable: number): Float32Array {
    return unit(sum(this.#centre(cable), gaussian(3_000_000_019 + cable, WITHIN, QUESTION * spread(cable))))
  }

  #centre(cable: number): Float32Array {
    const topic = this.#topics[this.topicOf(cable)] ?? this.#common
    return sum(sum(this.#common, topic), gaussian(1_500_000_001 + cable, BETWEEN, CABLE))
  }
}

/** Some are close to their subject and some far off: 0.09 to 2.9, 1.2 on average. */
function spread(number: number): number {
  return (0.3 + 1.4 * seededRandom(4_000_000_007 + number)()) ** 2
}

/** Standard deviations of the dimensions; their squares add up to 1. */
function decay(dimensions: number): Float32Array {
  const variances = Array.from({ length: DIMENSION }, (_, at) => Math.exp(-at / dimensions))
  const total = variances.reduce((all, variance) => all + variance, 0)
  return Float32Array.from(variances, (variance) => Math.sqrt(variance / total))
}

/** Normally distributed (nearly: the sum of four even ones), of this squared length on average. */
function gaussian(seed: number, deviations: Float32Array, squaredLength: number): Float32Array {
  const random = seededRandom(seed)
  // Neighbouring seeds begin alike.
  random()
  const scale = Math.sqrt(3 * squaredLength)
  return deviations.map((deviation) => (random() + random() + random() + random() - 2) * deviation * scale)
}

function sum(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, at) => value + (b[at] ?? 0))
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}
