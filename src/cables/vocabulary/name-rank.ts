/** @module How well letters that somebody types name a thing: whole words before beginnings, these before letters inside a word. */
import { bareKey } from './posts.js'

/** Inside a word only so many letters say anything: `SBU` is in Salisbury. */
const SHORTEST_INSIDE = 5

/** More than any rank. */
export const RANKS = 5

/**
 * @param typed in any writing
 * @param names each of one word or several
 * @returns 0 for the very name, 1 for whole words of it, 2 for its beginning, 3 for the beginning of a later word, 4 for letters inside;
 * `undefined` for none
 * @param shortestInside fewer letters are not looked for inside a word
 */
export function nameRank(
  typed: string,
  names: readonly string[],
  shortestInside = SHORTEST_INSIDE,
): number | undefined {
  const wanted = bareKey(typed)
  if (wanted === '') return 0
  const ranks = names.flatMap((name) => rankIn(wanted, name, shortestInside) ?? [])
  return ranks.length === 0 ? undefined : Math.min(...ranks)
}

function rankIn(wanted: string, name: string, shortestInside: number): number | undefined {
  const words = name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(bareKey)
    .filter((word) => word !== '')
  const whole = words.join('')
  if (whole === wanted) return 0
  const bounds = new Set<number>([0])
  let end = 0
  for (const word of words) bounds.add((end += word.length))
  let best: number | undefined
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + 1)) {
    const rank = !bounds.has(at) ? 4 : bounds.has(at + wanted.length) ? 1 : at === 0 ? 2 : 3
    if (rank < (best ?? RANKS) && (rank < 4 || wanted.length >= shortestInside)) best = rank
  }
  return best
}
