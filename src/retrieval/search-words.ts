/**
 * @module What people type into a search: words, `"phrases in quotation marks"`, `-without`, `NOT without`, `one OR another`,
 * `both AND each`, `beginn*`. In capitals only, because "or" and "not" are words of every question.
 */
import { UserError } from '../errors.js'
import type { WordOperand, WordRule } from '../library/word-rule.js'
import { termsOf } from './terms.js'

export interface SearchWords {
  /** All that is searched for, without signs and without what is ruled out. */
  readonly text: string
  readonly rule: WordRule
}

/** Operands of one search; each is looked up in the index. */
const MOST_OPERANDS = 40
/** Letters of a beginning: with fewer it is the beginning of nearly everything. */
const SHORTEST_PREFIX = 3
/** A text in capitals that is longer shouts, or is a subject that was pasted: it has no operators. */
const LONGEST_IN_CAPITALS = 4

const TOKEN = /-?["“”„«»][^"“”„«»]*["“”„«»]|-?\(|\)|[^\s"“”„«»()]+/gu
const YEAR = /^(?:19|20)\d\d$/u

interface Entry {
  readonly operands: WordOperand[]
  readonly isExcluded: boolean
  /** A passage must have it; else it only says what to look for. */
  isRequired: boolean
}

/** @throws UserError when only exclusions are given, a beginning is too short, or there are too many operands */
export function searchWords(typed: string): SearchWords {
  const entries = entriesOf([...typed.matchAll(TOKEN)].map(([token]) => token))
  if (entries.flatMap(({ operands }) => operands).length > MOST_OPERANDS && entries.some(isOperator))
    throw new UserError(`At most ${MOST_OPERANDS} words and phrases can be combined. Search with fewer.`, {
      key: 'search.tooMany',
      values: { most: MOST_OPERANDS },
    })
  const wanted = entries.filter(({ isExcluded }) => !isExcluded)
  const none = entries.filter(({ isExcluded }) => isExcluded).flatMap(({ operands }) => operands)
  const text = wanted.flatMap(({ operands }) => operands.map(textOf)).join(' ')
  if (none.length > 0 && !/[\p{L}\p{N}]/u.test(text))
    throw new UserError('Say also what to look for, for example: wheat -barley', {
      key: 'search.onlyWithout',
    })
  const all = wanted.filter(({ isRequired }) => isRequired).map(({ operands }) => operands)
  // Without operators every sign stays: the question is read as it was typed.
  return { text: all.length === 0 && none.length === 0 ? typed : text, rule: { all, none } }
}

/** The words of an operand, without signs. */
export function textOf({ words, prefix }: WordOperand): string {
  return [words, prefix ?? ''].filter((part) => part !== '').join(' ')
}

function isOperator({ isRequired, isExcluded }: Entry): boolean {
  return isRequired || isExcluded
}

function entriesOf(tokens: readonly string[]): Entry[] {
  const isShouted = !tokens.some((token) => /\p{Ll}/u.test(token)) && tokens.length > LONGEST_IN_CAPITALS
  const entries: Entry[] = []
  let depth = 0
  // Depth of the bracket that is ruled out as a whole.
  let excludedFrom = 0
  let join: 'OR' | 'AND' | undefined
  let isNegated = false
  tokens.forEach((token, at) => {
    if (token === '(' || token === '-(') {
      depth += 1
      if (excludedFrom === 0 && (isNegated || token === '-(')) excludedFrom = depth
      isNegated = false
    } else if (token === ')') {
      if (depth === excludedFrom) excludedFrom = 0
      depth = Math.max(0, depth - 1)
    } else if (!isShouted && isJoin(token) && joins(tokens[at - 1], tokens[at + 1])) {
      join = token === 'AND' ? 'AND' : 'OR'
    } else if (!isShouted && token === 'NOT' && isOperand(tokens[at + 1])) {
      isNegated = true
    } else {
      const isMinus = /^-["“”„«»\p{L}]/u.test(token)
      const operand = operandOf(isMinus ? token.slice(1) : token)
      const isExcluded = isMinus || isNegated || excludedFrom > 0
      if (operand !== null) add(entries, operand, isExcluded, join)
      join = undefined
      isNegated = false
    }
  })
  return entries
}

function add(entries: Entry[], read: ReadOperand, isExcluded: boolean, join: 'OR' | 'AND' | undefined): void {
  const before = entries.at(-1)
  if (join !== undefined && before !== undefined && !before.isExcluded && !isExcluded) {
    before.isRequired = true
    if (join === 'OR') before.operands.push(read.operand)
    else entries.push({ operands: [read.operand], isExcluded, isRequired: true })
  } else entries.push({ operands: [read.operand], isExcluded, isRequired: read.isMarked && !isExcluded })
}

interface ReadOperand {
  readonly operand: WordOperand
  /** In quotation marks, or the beginning of a word. */
  readonly isMarked: boolean
}

/** @returns `null` for a sign alone */
function operandOf(token: string): ReadOperand | null {
  const isQuoted = /^["“”„«»]/u.test(token)
  const inside = isQuoted ? token.slice(1, -1).trim() : token
  if (!/[\p{L}\p{N}]/u.test(inside)) return null
  // A star before the word, or two behind it, are those of bold letters.
  const isPrefix = /^[^*]*[\p{L}\p{N}]\*[.,;:?!]*$/u.test(inside)
  if (!isPrefix) {
    const words = isQuoted ? inside.replaceAll('*', ' ').trim() : token
    return { operand: { words, prefix: null }, isMarked: isQuoted }
  }
  const words = inside.slice(0, inside.lastIndexOf('*')).split(/\s+/u)
  const prefix = (words.pop() ?? '').replace(/^[^\p{L}\p{N}]+/u, '')
  // A part behind a sign is a word of its own for the index: `coast-gua*`.
  const [last = '', ...before] = prefix.split(/[^\p{L}\p{N}\p{M}]+/u).reverse()
  if (last.length < SHORTEST_PREFIX)
    throw new UserError(`“${last}*” is too short. Give at least ${SHORTEST_PREFIX} letters before the *.`, {
      key: 'search.shortPrefix',
      values: { typed: `${last}*`, least: SHORTEST_PREFIX },
    })
  return { operand: { words: [...words, ...before.reverse()].join(' '), prefix: last }, isMarked: true }
}

function isJoin(token: string): boolean {
  return token === 'OR' || token === 'AND' || token === '|' || token === '||'
}

/** An operator is between two words that say what to look for, or brackets: "would do this OR the other" is none. */
function joins(before: string | undefined, after: string | undefined): boolean {
  return (before === ')' || isOperand(before)) && (after === 'NOT' || isOperand(after))
}

/** A year behind NOT is left to the question: cables of that year are ruled out. */
function isOperand(token: string | undefined): boolean {
  if (token === undefined) return false
  if (/^-?(?:["“”„«»(])/u.test(token)) return true
  return !YEAR.test(token) && termsOf(token).length > 0
}
