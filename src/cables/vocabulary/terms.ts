/** @module Captions, portion markings, precedences and acronyms: what the short words of a cable stand for. */
import { readTable } from './table.js'

export interface Caption {
  readonly caption: string
  /** `distribution`, `dissemination control`, `channel`, … */
  readonly type: string
  readonly meaning: string
}

export interface Marking {
  /** `S/NF` */
  readonly marking: string
  /** `SECRET//NOFORN` */
  readonly full: string
  readonly meaning: string
}

export interface Precedence {
  /** `PRIORITY` */
  readonly precedence: string
  /** The letter that stands for it in the header: `P`. */
  readonly prosign: string
  readonly meaning: string
}

const CAPTIONS: ReadonlyMap<string, Caption> = new Map(
  readTable('captions').map(([caption = '', type = '', meaning = '']) => [
    caption,
    { caption, type, meaning },
  ]),
)

const MARKINGS: ReadonlyMap<string, Marking> = new Map(
  readTable('markings').map(([marking = '', full = '', meaning = '']) => [
    marking,
    { marking, full, meaning },
  ]),
)

const PRECEDENCES: readonly Precedence[] = readTable('precedence').map(
  ([precedence = '', prosign = '', , meaning = '']) => ({ precedence, prosign, meaning }),
)

const ACRONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  readTable('acronyms').map(([acronym = '', expansion = '']) => [acronym, expansion.split('; ')]),
)

export function captions(): readonly Caption[] {
  return [...CAPTIONS.values()]
}

export function findCaption(caption: string): Caption | null {
  return CAPTIONS.get(caption.toUpperCase()) ?? null
}

/** @param marking as in `Paragraph.marking`; `S//NF` is found as `S/NF` */
export function findMarking(marking: string): Marking | null {
  return MARKINGS.get(marking.toUpperCase().replace('//', '/')) ?? null
}

/** @param name a precedence (`PRIORITY`) or its letter (`P`) */
export function findPrecedence(name: string): Precedence | null {
  const wanted = name.toUpperCase()
  const plain = PRECEDENCES.find(({ precedence }) => precedence === wanted)
  // O stands for both IMMEDIATE and NIACT IMMEDIATE; the plain word is the right reading of the letter.
  const byLetter = PRECEDENCES.filter(({ prosign }) => prosign === wanted)
  return plain ?? byLetter.find(({ precedence }) => !precedence.includes(' ')) ?? byLetter[0] ?? null
}

/** @returns what an acronym may stand for, most usual first; empty when it is not known */
export function expandAcronym(acronym: string): readonly string[] {
  return ACRONYMS.get(acronym) ?? ACRONYMS.get(acronym.toUpperCase()) ?? []
}

/** As printed: `C`, `S/NF`. */
export function markings(): readonly string[] {
  return [...MARKINGS.keys()]
}

/** The most urgent first. */
export function precedences(): readonly Precedence[] {
  return PRECEDENCES
}

export function acronyms(): readonly string[] {
  return [...ACRONYMS.keys()]
}
