/**
 * @module Vectors that lie as embeddings of text do, the same in every run. What makes an archive hard to search is how much nearer
 * the nearest come when it grows: in real text of 200,000 paragraphs as in a space of some 23 dimensions, however many are looked
 * at, because whatever is told has been told before in much the same words. So what a cable is about, and what a paragraph says of
 * it, are each drawn from a tree of ever finer differences. docs/performance.md compares these vectors with real ones.
 */
import { seededRandom } from '../../support/invented-cables.js'

export const DIMENSION = 384
export const PARAGRAPHS_PER_CABLE = 8
export const TOPICS = 2048

/** Squared lengths of what a vector is made of. */
const COMMON = 0.12
const CABLE = 0.46
const PARAGRAPH = 0.35
/** What a question has that no paragraph has, on average; some have nearly none and some more than all the rest. */
const QUESTION = 0.8

/** In how many dimensions cables, and what is said in them, seem to lie when only the nearest are looked at. */
const CABLE_GROWTH = 20
const PARAGRAPH_GROWTH = 14

/** The power that places of cables are raised to: many are about the same few things, one in two about an eighth of all. */
const UNEVENNESS = 3
/** Of the paragraphs with odd numbers this share speaks of nearly the same as the one before. */
const CONTINUED = 0.5
const NEARLY = 0.002

/** Dimensions in which the variance falls to 1/e: half of the participation ratio that was measured on real cables. */
const BETWEEN = decay(20)
const WITHIN = decay(50)

/** Levels of a tree: more than there are paragraphs in powers of two. */
const LEVELS = 26
/** Of these levels the sums are kept. */
const KEPT = 12

/** Normally distributed numbers (nearly: sums of four even ones), of which every noise takes a run: drawn anew they took most of an hour. */
const POOL = 2 ** 20
const pool = drawPool()

export class SyntheticVectors {
  readonly #common = plus(new Float32Array(DIMENSION), 1, BETWEEN, COMMON)
  readonly #cables = new Tree(2, BETWEEN, CABLE, CABLE_GROWTH)
  readonly #paragraphs = new Tree(3, WITHIN, PARAGRAPH, PARAGRAPH_GROWTH)

  /** Some topics have many cables and most have few. */
  topicOf(cable: number): number {
    return Math.floor(TOPICS * placeOfCable(cable))
  }

  /** The vectors of a cable's paragraphs. */
  cable(cable: number): Float32Array[] {
    const subject = this.#cables.add(this.#common.slice(), placeOfCable(cable))
    const first = cable * PARAGRAPHS_PER_CABLE
    return Array.from({ length: PARAGRAPHS_PER_CABLE }, (_, at) =>
      unit(this.#paragraphs.add(subject.slice(), placeOfParagraph(first + at))),
    )
  }

  /** What a text's vector might be if it told the same of something else; `number` is its place in its archive. */
  scattered(vector: Float32Array, number: number): Float32Array {
    const cable = Math.floor(number / PARAGRAPHS_PER_CABLE)
    const moved = this.#cables.add(vector.slice(), placeOfCable(cable))
    return unit(this.#paragraphs.add(moved, placeOfParagraph(number)))
  }

  /** The vector of a question: about what cables are about, and no paragraph's words. */
  question(number: number): Float32Array {
    const vector = this.#cables.add(this.#common.slice(), draw(5, number) ** UNEVENNESS)
    this.#paragraphs.add(vector, draw(6, number))
    // Half of the square of an exponentially distributed number is 1 on average.
    const share = Math.log(1 - draw(7, number)) ** 2 / 2
    return unit(plus(vector, hash(8, number, 0), WITHIN, QUESTION * share))
  }
}

/**
 * Vectors of places between 0 and 1: a noise for each level and the part of the level (halves, quarters, eighths …) that a place
 * lies in. Those of two neighbours differ by what is left below the last part they share, which shrinks so that twice as many
 * places make the nearest as much nearer as in a space of `growth` dimensions.
 */
class Tree {
  readonly #seed: number
  readonly #deviations: Float32Array
  readonly #squaredLength: number
  readonly #left: number
  readonly #kept = new Map<number, Float32Array>()

  constructor(seed: number, deviations: Float32Array, squaredLength: number, growth: number) {
    this.#seed = seed
    this.#deviations = deviations
    this.#squaredLength = squaredLength
    this.#left = 2 ** (-2 / growth)
  }

  /** Adds in place. */
  add(vector: Float32Array, place: number): Float32Array {
    const part = Math.floor(place * 2 ** KEPT)
    let sum = this.#kept.get(part)
    if (sum === undefined) {
      sum = new Float32Array(DIMENSION)
      for (let level = 1; level <= KEPT; level++) this.#addLevel(sum, place, level)
      this.#kept.set(part, sum)
    }
    for (let at = 0; at < DIMENSION; at++) vector[at] = (vector[at] ?? 0) + (sum[at] ?? 0)
    for (let level = KEPT + 1; level <= LEVELS; level++) this.#addLevel(vector, place, level)
    return vector
  }

  #addLevel(vector: Float32Array, place: number, level: number): void {
    const above = this.#squaredLength * this.#left ** (level - 1)
    const own = level === LEVELS ? above : above * (1 - this.#left)
    plus(vector, hash(this.#seed, level, Math.floor(place * 2 ** level)), this.#deviations, own)
  }
}

function placeOfCable(cable: number): number {
  return draw(9, cable) ** UNEVENNESS
}

function placeOfParagraph(number: number): number {
  const own = draw(10, number)
  if (number % 2 === 0 || draw(11, number) >= CONTINUED) return own
  return (draw(10, number - 1) + NEARLY * (own - 0.5) + 1) % 1
}

/** Standard deviations of the dimensions; their squares add up to 1. */
function decay(dimensions: number): Float32Array {
  const variances = Array.from({ length: DIMENSION }, (_, at) => Math.exp(-at / dimensions))
  const total = variances.reduce((all, variance) => all + variance, 0)
  return Float32Array.from(variances, (variance) => Math.sqrt(variance / total))
}

function drawPool(): Float32Array {
  const random = seededRandom(12)
  return Float32Array.from(
    { length: POOL + DIMENSION },
    () => (random() + random() + random() + random() - 2) * Math.sqrt(3),
  )
}

/** Adds a noise of this squared length on average, in place. */
function plus(
  vector: Float32Array,
  seed: number,
  deviations: Float32Array,
  squaredLength: number,
): Float32Array {
  const start = seed % POOL
  const scale = Math.sqrt(squaredLength)
  for (let at = 0; at < DIMENSION; at++)
    vector[at] = (vector[at] ?? 0) + (pool[start + at] ?? 0) * (deviations[at] ?? 0) * scale
  return vector
}

/** A number from 0 to below 1 for two others. */
function draw(seed: number, number: number): number {
  return seededRandom(hash(seed, number, 0))()
}

/** 32 bits for three numbers (by multiplying, shifting and exclusive or, as MurmurHash3 does). */
function hash(first: number, second: number, third: number): number {
  let mixed = Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(second + 0x7f4a7c15, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) ^ Math.imul(third + 0x165667b1, 0x297a2d39)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}
