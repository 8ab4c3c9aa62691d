import { crc32 } from 'node:zlib'

/**
 * Labels of equal vectors, which share one node of the graph. As nodes of their own some hundred copies link to one another
 * only, and whatever lies near them is never found.
 */
export class Copies {
  /** Node -> further labels that it stands for. */
  readonly #copies = new Map<number, Set<number>>()
  readonly #nodes = new Map<number, number>()

  /** @param entries as `entries` gives them. */
  static from(entries: Iterable<readonly number[]>): Copies {
    const copies = new Copies()
    for (const [node, ...labels] of entries) {
      if (node !== undefined) for (const label of labels) copies.add(label, node)
    }
    return copies
  }

  add(label: number, node: number): void {
    this.#nodes.set(label, node)
    const others = this.#copies.get(node)
    if (others === undefined) this.#copies.set(node, new Set([label]))
    else others.add(label)
  }

  /** The node that stands for a label: another label's, or its own. */
  nodeOf(label: number): number {
    return this.#nodes.get(label) ?? label
  }

  /** All labels that a node stands for, its own first. */
  labelsOf(node: number): readonly number[] {
    const others = this.#copies.get(node)
    return others === undefined ? [node] : [node, ...others]
  }

  delete(label: number): void {
    const node = this.#nodes.get(label)
    if (node === undefined) return
    this.#nodes.delete(label)
    const others = this.#copies.get(node)
    others?.delete(label)
    if (others?.size === 0) this.#copies.delete(node)
  }

  /** Labels that are copies. */
  labels(): Iterable<number> {
    return this.#nodes.keys()
  }

  /** Each node that stands for several labels, with these. */
  entries(): number[][] {
    return Array.from(this.#copies, ([node, others]) => [node, ...others])
  }
}

/**
 * Nodes by the checksum of their vectors, for those that were added of late: copies come together. What is forgotten becomes
 * a second node for the same vector, which does no harm in small numbers.
 */
export class RecentNodes {
  readonly #limit: number
  readonly #nodes = new Map<number, number>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** A node that may have this vector, and has to be compared. */
  find(vector: Float32Array): number | undefined {
    return this.#nodes.get(checksum(vector))
  }

  set(vector: Float32Array, node: number): void {
    if (this.#nodes.size >= this.#limit) this.#nodes.clear()
    this.#nodes.set(checksum(vector), node)
  }

  clear(): void {
    this.#nodes.clear()
  }
}

function checksum(vector: Float32Array): number {
  return crc32(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength))
}
