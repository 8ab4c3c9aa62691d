/** @module Suggestions while a number, a post or a TAG is typed: what this archive really has, the most frequent first. */
import { readAddress } from '../src/cables/address.js'
import { bareKey, findPost } from '../src/cables/vocabulary/posts.js'
import { findTag } from '../src/cables/vocabulary/tags.js'
import { addressedCable } from '../src/library/addressed.js'
import { suggestionLine } from '../src/replies/cable-line.js'
import { CHOICES_MAX } from '../src/replies/limits.js'
import type { Choice, Complete } from './options.js'

export const suggestCables: Complete = (typed, _, { services, say }) =>
  services.suggestIds(typed, CHOICES_MAX).map((each) => ({ name: suggestionLine(say, each), value: each.id }))

/** The same; a label or an address that was pasted is offered as what it means. */
export const suggestAddresses: Complete = (typed, others, context) => {
  const cables = suggestCables(typed, others, context)
  const { services, say } = context
  const address = cables.length > 0 ? null : readAddress(typed, services.addressTemplate)
  const line = address && services.line(addressedCable(address.number, services)?.id ?? '')
  if (!address || !line) return cables
  const id = address.mark === null ? line.id : `${line.id} ${address.mark}`
  return [{ name: suggestionLine(say, { ...line, id }), value: id }]
}

export const suggestPosts: Complete = (typed, _, { services, say }) => {
  const wanted = bareKey(typed)
  return best(services.origins(), ({ value }) => rank(wanted, wordsOf(value))).map(({ value, cables }) => ({
    name: `${value} (${cables.toLocaleString(say.locale)})`,
    value,
  }))
}

export const suggestTags: Complete = (typed, _, { services, say }) => {
  const wanted = bareKey(typed)
  return best(services.tagCounts(), ({ value }) =>
    rank(wanted, [value, ...(findTag(value)?.name.split(' ') ?? [])]),
  ).map(({ value, cables }): Choice => {
    const name = findTag(value)?.name ?? ''
    return {
      name: `${value}${name === '' ? '' : ` · ${name}`} (${cables.toLocaleString(say.locale)})`,
      value,
    }
  })
}

/** Its words, the words from each on (`RIODEJANEIRO`), and the country it is in. */
function wordsOf(origin: string): string[] {
  const words = origin.split(/\s+/u)
  return [...words.map((_, at) => words.slice(at).join('')), findPost(origin)?.country ?? '']
}

/** 0 for the very word, 1 where a word begins so, 2 where one holds it; `undefined` for none. */
function rank(wanted: string, words: readonly string[]): number | undefined {
  const keys = words.map(bareKey)
  if (keys.includes(wanted)) return 0
  if (keys.some((key) => key.startsWith(wanted))) return 1
  return keys.some((key) => key.includes(wanted)) ? 2 : undefined
}

/** Among equals the order stays. */
function best<T>(all: readonly T[], rankOf: (each: T) => number | undefined): T[] {
  return all
    .map((each) => ({ each, rank: rankOf(each) }))
    .filter((ranked): ranked is { each: T; rank: number } => ranked.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, CHOICES_MAX)
    .map(({ each }) => each)
}
