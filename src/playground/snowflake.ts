/** Milliseconds between the Unix epoch and Discord's, the first second of 2015. */
const DISCORD_EPOCH_MS = 1_420_070_400_000

/**
 * Gives out ids as Discord does: 42 bits of time, then a counter, as a decimal string.
 * The time matters: discord.js reads from it when an interaction was created.
 */
export class Snowflakes {
  #last = 0n

  next(): string {
    const ofNow = BigInt(Date.now() - DISCORD_EPOCH_MS) << 22n
    this.#last = ofNow > this.#last ? ofNow : this.#last + 1n
    return this.#last.toString()
  }
}

/** The shard that serves a server (https://discord.com/developers/docs/events/gateway#sharding-sharding-formula). */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards))
}
