import { seededRandom } from '../invented-cables.js'

/** Choices that are the same for the same seed. */
export class Dice {
  private readonly random: () => number

  constructor(...seeds: readonly (string | number)[]) {
    let seed = 7
    for (const character of seeds.join('|'))
      seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) | 0
    this.random = seededRandom(seed)
  }

  /** @param probability from 0 to 1 */
  chance(probability: number): boolean {
    return this.random() < probability
  }

  /** From 0 up to, but not including, the bound. */
  below(bound: number): number {
    return Math.floor(this.random() * bound)
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }

  shuffled<T>(from: readonly T[]): T[] {
    const left = [...from]
    return from.map(() => left.splice(this.below(left.length), 1)).flat()
  }
}
