/** @module The graph of hnswlib in memory: its nodes, and the labels that they stand for. All calls are synchronous but `read` and `write`. */
import hnswlib from 'hnswlib-node'
import { Copies, RecentNodes } from './copies.js'
import type { Neighbour } from './exact.js'
import { LabelSet, type Labels } from './label-set.js'

/**
 * Links of a node, and candidates looked at when a node is added (hnswlib's names). 200 of these, as hnswlib has it, take half
 * as long again, for a recall that is 0.003 better at most.
 */
const M = 16
const EF_CONSTRUCTION = 128

const MIN_CAPACITY = 1024
const GROWTH = 1.5

/** Nodes among which copies are looked for: some 5 MB. */
const RECENT_NODES = 100_000

/** What hnswlib's file does not tell. */
export interface GraphDescription {
  /** Labels that can be found. */
  readonly count: number
  /** Labels that have a node but cannot be found. */
  readonly deleted: number[]
  /** Nodes that stand for several labels, with these; left out where each label has a node. */
  readonly copies?: number[][] | undefined
}

export class Graph {
  readonly #nodes: hnswlib.HierarchicalNSW
  readonly #live = new LabelSet()
  readonly #deleted = new LabelSet()
  readonly #copies: Copies
  readonly #recent = new RecentNodes(RECENT_NODES)
  #highest = 0

  private constructor(nodes: hnswlib.HierarchicalNSW, copies: Copies) {
    this.#nodes = nodes
    this.#copies = copies
  }

  static empty(dimension: number): Graph {
    const nodes = new hnswlib.HierarchicalNSW('ip', dimension)
    nodes.initIndex(MIN_CAPACITY, M, EF_CONSTRUCTION)
    return new Graph(nodes, new Copies())
  }

  /** @param path of a file that is known to be whole: hnswlib crashes on damaged ones. */
  static async read(path: string, dimension: number, { deleted, copies }: GraphDescription): Promise<Graph> {
    const nodes = new hnswlib.HierarchicalNSW('ip', dimension)
    await nodes.readIndex(path)
    const graph = new Graph(nodes, Copies.from(copies ?? []))
    for (const labels of [nodes.getIdsList(), graph.#copies.labels()]) {
      for (const label of labels) graph.#show(label)
    }
    for (const label of deleted) if (graph.#live.delete(label)) graph.#deleted.add(label)
    return graph
  }

  /** In a thread of its own: until it is done searches may go on, but nothing may be changed. */
  async write(path: string): Promise<void> {
    await this.#nodes.writeIndex(path)
  }

  get description(): GraphDescription {
    return { count: this.#live.size, deleted: [...this.#deleted], copies: this.#copies.entries() }
  }

  /** Labels that can be found. */
  get live(): Labels {
    return this.#live
  }

  /** Highest label that was ever added. */
  get highest(): number {
    return this.#highest
  }

  get deletedShare(): number {
    return this.#deleted.size / Math.max(1, this.#deleted.size + this.#live.size)
  }

  /**
   * About the `k` nearest to a unit vector, best first; fewer when nodes cannot be reached or do not pass.
   * @param ef candidates looked at
   */
  search(query: Float32Array, k: number, ef: number, allowed?: Labels): Neighbour[] {
    this.#nodes.setEf(Math.max(ef, k))
    const wanted = Math.min(k, this.#nodes.getCurrentCount())
    const passes =
      allowed && ((node: number) => this.#copies.labelsOf(node).some((label) => allowed.has(label)))
    // hnswlib-node takes plain arrays only.
    const { neighbors, distances } = this.#nodes.searchKnn(Array.from(query), wanted, passes)
    const found = neighbors.flatMap((node, at) => {
      const similarity = 1 - (distances[at] ?? 1)
      const labels = this.#copies.labelsOf(node)
      return labels
        .filter((label) => this.#live.has(label) && (allowed?.has(label) ?? true))
        .map((label) => ({ label, similarity }))
    })
    return found.slice(0, k)
  }

  /** Whether a label has this vector, but for rounding. */
  holds(label: number, unit: Float32Array): boolean {
    const held = this.#nodes.getPoint(this.#copies.nodeOf(label))
    return held.every((value, at) => Math.abs(value - (unit[at] ?? NaN)) < 1e-6)
  }

  /** Makes room, which `add` needs. */
  reserve(more: number): void {
    const needed = this.#live.size + this.#deleted.size + more
    const capacity = this.#nodes.getMaxElements()
    if (needed > capacity) this.#nodes.resizeIndex(Math.max(needed, Math.ceil(capacity * GROWTH)))
  }

  /** @param label one that was never added. */
  add(unit: Float32Array, label: number): void {
    const node = this.#recent.find(unit)
    if (node !== undefined && this.#isShown(node) && equal(unit, this.#nodes.getPoint(node))) {
      this.#copies.add(label, node)
    } else {
      this.#nodes.addPoint(Array.from(unit), label)
      this.#recent.set(unit, label)
    }
    this.#show(label)
  }

  /** @returns false when it could not be found already. */
  remove(label: number): boolean {
    if (!this.#live.delete(label)) return false
    const node = this.#copies.nodeOf(label)
    if (node === label) this.#deleted.add(label)
    else this.#copies.delete(label)
    if (!this.#isShown(node)) this.#nodes.markDelete(node)
    return true
  }

  #show(label: number): void {
    this.#live.add(label)
    this.#highest = Math.max(this.#highest, label)
  }

  /** Whether anything that can be found stands behind a node. */
  #isShown(node: number): boolean {
    return this.#copies.labelsOf(node).some((label) => this.#live.has(label))
  }
}

function equal(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}
