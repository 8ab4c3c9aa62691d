/** @module Suggestions while a number, a post or a TAG is typed: what this archive really has, the most frequent first. */
import { readAddress } from '../src/cables/address.js'
import { nameRank, RANKS } from '../src/cables/vocabulary/name-rank.js'
import { findPost } from '../src/cables/vocabulary/posts.js'
import { findTag } from '../src/cables/vocabulary/tags.js'
import { addressedCable } from '../src/library/addressed.js'
import { suggestionLine } from '../src/replies/cable-line.js'
import { CHOICES_MAX } from '../src/replies/limits.js'
import type { Tally } from '../src/library/library.js'
import type { Say } from '../src/replies/texts/texts.js'
import type { Choice, Complete } from './options.js'
import type { Services } from './services.js'

/** More than any TAG has beside it. */
const TAGS_BESIDE_MAX = 5_000

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

export const suggestPosts: Complete = (typed, _, { services, say }) =>
  postsLike(typed, services, CHOICES_MAX).map(({ value, cables }) => ({
    name: `${value} (${cables.toLocaleString(say.locale)})`,
    value,
  }))

export const suggestTags: Complete = (typed, _, { services, say }) =>
  tagsLike(typed, services, CHOICES_MAX).map((each) => tagChoice(say, each))

/** TAGS that cables have beside the first one, and how many of these do. */
export const suggestSecondTags: Complete = (typed, others, context) => {
  const first = (others.tag ?? '').trim().toUpperCase()
  const { services, say } = context
  if (first === '') return suggestTags(typed, others, context)
  const beside = services.tally('tag', { tag: first }, TAGS_BESIDE_MAX).filter(({ value }) => value !== first)
  return tagsLike(typed, { tagCounts: () => [...beside] }, CHOICES_MAX).map((each) => tagChoice(say, each))
}

function tagChoice(say: Say, { value, cables }: Tally): Choice {
  const name = tagName(value)
  return {
    name: `${value}${name === '' ? '' : ` · ${name}`} (${cables.toLocaleString(say.locale)})`,
    value,
  }
}

/** Posts of this archive by their name, their city and their country, the best first. */
export function postsLike(typed: string, services: Pick<Services, 'origins'>, limit: number): Tally[] {
  return best(services.origins(), limit, ({ value }) => {
    const { city = '', country = '' } = findPost(value) ?? {}
    return nameRank(typed, [value, city, country])
  })
}

/** TAGS of this archive by code and name, then by what they mean, the best first. */
export function tagsLike(typed: string, services: Pick<Services, 'tagCounts'>, limit: number): Tally[] {
  return best(services.tagCounts(), limit, ({ value }) => {
    const { name = '', meaning = '' } = findTag(value) ?? {}
    const byMeaning = nameRank(typed, [meaning])
    // A code is so short that any of its letters tell.
    const byName = [nameRank(typed, [value], 1), nameRank(typed, [name])].filter((rank) => rank !== undefined)
    if (byName.length > 0) return Math.min(...byName)
    return byMeaning === undefined ? undefined : RANKS + byMeaning
  })
}

/** What a TAG is called, or what it means where it has no name. */
function tagName(code: string): string {
  const { name = '', meaning = '' } = findTag(code) ?? {}
  return name === '' ? meaning : name
}

/** Among equals the order stays. */
function best<T>(all: readonly T[], limit: number, rankOf: (each: T) => number | undefined): T[] {
  return all
    .map((each) => ({ each, rank: rankOf(each) }))
    .filter((ranked): ranked is { each: T; rank: number } => ranked.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ each }) => each)
}
