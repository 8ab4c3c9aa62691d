/**
 * @module A search: how many candidates the graph looks at, when it is asked a second time, and when the stored vectors are
 * compared one by one instead.
 */
import { nearest, unitVector, type Neighbour } from './exact.js'
import type { Graph } from './graph.js'
import type { Labels } from './label-set.js'
import type { StoredVectors } from './stored-vectors.js'

/**
 * Candidates looked at in a search (`ef`), times the fourth root of the vectors in all, and at least so many. Where the nearest do
 * not stand out, so many more are looked at. Together recall@10 is 0.99 up to a million vectors (docs/performance.md).
 */
const EFFORT = 12
const DEEP_EFFORT = 60
const LEAST_EF = 100
/** The same where a filter passes all, times the root; of a filter that passes some, their share. */
const FILTERED_EFFORT = 3

/**
 * The nearest stand out when the tenth is this much nearer than the last of so many. Distances that are alike say that the graph
 * has met a crowd, of which it may have seen a part only.
 */
const FLAT = 0.92
const JUDGED = 60
const TENTH = 9

/**
 * Exact comparison costs about 13 us a vector; the graph with a filter 200 to 400 us divided by the share that passes.
 * So exact is cheaper while (vectors that pass)^2 < this * (vectors in all).
 */
const EXACT_BELOW = 20

export interface SearchOptions {
  /** Only these labels may be found. */
  readonly allowed?: Labels
  /** Candidates looked at: more find better and take longer. Without it as many as the vectors in all and the question need. */
  readonly ef?: number
}

/**
 * The `k` nearest labels, best first; fewer only when fewer exist.
 * @param source holds the vectors of the graph
 * @throws RangeError for a vector of another dimension or with values that are no numbers.
 */
export function searchGraph(
  graph: Graph,
  source: StoredVectors,
  vector: ArrayLike<number>,
  k: number,
  { allowed, ef }: SearchOptions,
): Neighbour[] {
  const query = unitVector(vector, source.dimension)
  const { live } = graph
  if (k < 1 || live.size === 0) return []
  if (allowed === undefined) {
    const found = ef === undefined ? searchAll(graph, query, k) : graph.search(query, k, ef)
    return found.length < Math.min(k, live.size) ? searchExactly(graph, source, query, k, live) : found
  }
  if (allowed.size ** 2 < EXACT_BELOW * live.size) return searchExactly(graph, source, query, k, allowed)
  // To meet `ef` nodes that pass, the graph looks at as many times more as the filter is narrow.
  const share = allowed.size / live.size
  const effort = candidatesOf(FILTERED_EFFORT * share * Math.sqrt(live.size))
  const found = graph.search(query, k, ef ?? effort, allowed)
  // A node can be cut off from the graph's entry; then what passes the filter is compared one by one.
  return found.length < k ? searchExactly(graph, source, query, k, allowed) : found
}

function searchAll(graph: Graph, query: Float32Array, k: number): Neighbour[] {
  const root = graph.live.size ** 0.25
  const found = graph.search(query, Math.max(k, JUDGED), candidatesOf(EFFORT * root))
  const [tenth, last] = [found[TENTH], found[JUDGED - 1]]
  const isFlat = tenth && last && 1 - tenth.similarity > FLAT * (1 - last.similarity)
  return isFlat ? graph.search(query, k, candidatesOf(DEEP_EFFORT * root)) : found.slice(0, k)
}

function candidatesOf(effort: number): number {
  return Math.max(LEAST_EF, Math.round(effort))
}

function searchExactly(
  graph: Graph,
  source: StoredVectors,
  query: Float32Array,
  k: number,
  allowed: Labels,
): Neighbour[] {
  const labels: number[] = []
  for (const label of allowed) if (graph.live.has(label)) labels.push(label)
  return nearest(query, source.fetch(labels), k)
}
