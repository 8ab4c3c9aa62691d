/** @module The TAGS line: codes by spaces or commas, glued, wrapped, with names of people and programs. */
import { findTag, splitGluedTags } from '../vocabulary/tags.js'

/** @param lines of the field, label taken off @returns codes in upper case, in order, once each */
export function readTags(lines: readonly string[]): string[] {
  const found = new Set<string>()
  const text = lines
    .join(' ')
    .replace(/[¶"“”]/g, ' ')
    .replace(/\s+/g, ' ')
  // Names stand in parentheses behind the code they belong to: OVIP (CLINTON, HILLARY).
  for (const part of text.split(/(\([^()]*\))/)) {
    if (part.startsWith('(')) addParenthesis(found, part.slice(1, -1).trim())
    else addList(found, part)
  }
  return [...found]
}

function addParenthesis(found: Set<string>, inner: string): void {
  const parts = inner.split(/[\s,;]+/).filter((part) => part !== '')
  if (parts.every((part) => findTag(part) !== null && part === part.toUpperCase()))
    for (const part of parts) add(found, part)
  else add(found, inner)
}

function addList(found: Set<string>, text: string): void {
  const separated = /[,;]/.test(text)
  for (const piece of text.split(/[,;:]/)) {
    const words = piece
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
    addWords(found, words, separated)
  }
}

/** Between commas, words that are no codes form one name (`Organized Crime`); without commas each word is a code. */
function addWords(found: Set<string>, words: readonly string[], separated: boolean): void {
  let name: string[] = []
  const closeName = (): void => {
    if (name.length > 0) add(found, name.join(' '))
    name = []
  }
  for (const word of words) {
    const isCode = codesOf(word) !== null || (word.length <= 5 && word === word.toUpperCase() && !separated)
    if (isCode || (!separated && word === word.toUpperCase())) {
      closeName()
      for (const code of codesOf(word) ?? [word]) add(found, code)
    } else {
      name.push(word)
    }
  }
  closeName()
}

/** @returns the known codes that a word is made of, or `null` */
function codesOf(word: string): readonly string[] | null {
  const bare = word.replace(/^[.'/-]+|[.'/-]+$/g, '')
  if (findTag(bare) !== null) return [bare]
  const parts = bare.split(/[/'.]+/)
  if (parts.length > 1 && parts.every((part) => findTag(part) !== null)) return parts
  return splitGluedTags(bare.toUpperCase())
}

function add(found: Set<string>, tag: string): void {
  const clean = tag
    .toUpperCase()
    .replace(/^[\s.'/-]+|[\s'/-]+$/g, '')
    .replace(/(?<![A-Z]\.?[A-Z]|\b[A-Z])\.$/, '')
  if (/[A-Z]/.test(clean) && clean.length <= 60 && !/^(?:U|C|S|SBU)$/.test(clean)) found.add(clean)
}
