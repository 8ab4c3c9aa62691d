/** One question asked with three names: whom a cable shields, whom no cable names, and nobody at all. The replies must not differ. */
import { expect } from 'vitest'
import type { Reply } from '../../src/playground/reply.js'
import { SHIELDED } from './cables.js'

export interface Person {
  readonly given: string
  readonly family: string
}

export const fullName = ({ given, family }: Person): string => `${given} ${family}`
export const familyName = ({ family }: Person): string => family

/** The one whom a cable shields comes first. */
export type Trio = readonly [Person, Person, Person]

const person = (given: string, family: string): Person => ({ given, family })

export const KOVALENKO: Trio = [
  person('Petro', 'Kovalenko'),
  person('Pavlo', 'Hrytsenko'),
  person('Zorvik', 'Qplumbrex'),
]
export const MAJID: Trio = [
  person('Tariq', 'al-Majid'),
  person('Luthfi', 'al-Zubari'),
  person('Xorvi', 'al-Qplum'),
]
export const BRANDVOLD: Trio = [
  person('Ilse', 'Brandvold'),
  person('Gerda', 'Lauritsen'),
  person('Wexi', 'Zzimbrak'),
]
export const FERROW: Trio = [
  person('Sunniva', 'Ferrow'),
  person('Snezana', 'Gennaro'),
  person('Quxa', 'Vlombrik'),
]
/** Given names that are in the vocabulary of every day, which nonsense is not. */
export const TAMSIN: Trio = [person('Vera', 'Tamsin'), person('Lucia', 'Lorne'), person('Quxa', 'Vlombrik')]
export const TRIOS = [KOVALENKO, MAJID, BRANDVOLD, FERROW] as const

/**
 * Asks with each of the three, one after the other, and compares. Goes on after a difference, so that a test tells all of them.
 * @param see what is shown, without what was typed
 * @param label what is tried
 */
export async function expectAlike(
  trio: Trio,
  see: (who: Person) => Promise<string>,
  label = trio[0].family,
): Promise<void> {
  const [shielded, other, nobody] = [await see(trio[0]), await see(trio[1]), await see(trio[2])]
  expect.soft(shielded, label).not.toMatch(SHIELDED)
  expectSame(shielded, other, `${label}: a shielded name and one that no cable has`)
  expectSame(other, nobody, `${label}: two names that no cable has`)
}

/** Tells only the first lines that differ, because replies are long. */
export function expectSame(one: string, other: string, label: string): void {
  const [ours, theirs] = [one.split('\n'), other.split('\n')]
  const differing = ours.findIndex((line, at) => line !== theirs[at])
  const from = differing === -1 ? ours.length : differing
  const told = (lines: readonly string[]): string =>
    lines
      .slice(from, from + 2)
      .join('\n')
      .slice(0, 300)
  expect.soft(told(ours), label).toBe(told(theirs))
  expect.soft(one === other, label).toBe(true)
}

/** All that a reply holds, as shown and as sent, without what was typed and without the ids that Discord gave. */
export function shown(reply: Reply, typed: readonly string[] = []): string {
  const { content, components, attachments } = reply.message
  const sent = JSON.stringify([content, components, attachments.map(({ filename }) => filename)])
  return without(`${reply.text}\n${sent}`, typed)
}

/** Longest first; escaped in any way. */
export function without(text: string, typed: readonly string[]): string {
  return [...typed]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, words) => rest.replace(escapedIn(words), '«typed»'), text)
}

function escapedIn(words: string): RegExp {
  const characters = Array.from(words.trim(), (each) =>
    /\s/u.test(each) ? '\\s+' : `\\\\*${each.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')}`,
  )
  return new RegExp(characters.join('').replace(/(?:\\s\+)+/gu, '\\s+'), 'gu')
}
