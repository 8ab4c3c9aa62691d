/** @module What words a passage must have and must not have, and the FTS5 expression that says so. */
import type { Words } from './words.js'

/** Words in a row, as a phrase; with a prefix the last of them is any word that begins so. */
export interface WordOperand {
  /** Empty where only the beginning of a word is given. */
  readonly words: string
  readonly prefix: string | null
}

export interface WordRule {
  /** Of each group a passage has at least one. */
  readonly all: readonly (readonly WordOperand[])[]
  /** Of these it has none. */
  readonly none: readonly WordOperand[]
}

export const NO_RULE: WordRule = { all: [], none: [] }

export function isEmptyRule({ all, none }: WordRule): boolean {
  return all.length === 0 && none.length === 0
}

/** Two FTS5 expressions; an empty one asks for nothing. */
export interface RuleExpression {
  readonly must: string
  readonly mustNot: string
}

/** More than a long question has; bounds what foreign input can cost. */
const MAX_LENGTH = 200
/** Stems that one beginning stands for where FTS5 cannot find them by the beginning itself. */
const MAX_STEMS = 40

const SUFFIXES =
  `e es s ed ers ings ionally ors ives y ies ied ily ities ability ably ible ally ations ated ates ating ators ative
  ments ness ful less ism ists izes izing ization ises ised ising isation ances ants ences ents ously nning tting pping`.split(
    /\s+/,
  )

/**
 * What English words end with, from any letter on. The index holds stems, so that `negotiat*` finds no stem that begins so; it finds
 * `negotiating`, whose stem is `negoti`.
 */
const ENDINGS = [
  ...new Set([
    '',
    ...SUFFIXES.flatMap((suffix) =>
      Array.from(suffix, (_, at) => [suffix.slice(at), suffix.slice(at).replace(/s$/, '')]).flat(),
    ),
  ]),
]

export function expressionOf(rule: WordRule, words: Words): RuleExpression {
  const any = (operands: readonly WordOperand[]): string =>
    operands.map((operand) => alternatives(operand, words)).join(' OR ')
  return {
    must: rule.all.map((group) => `(${any(group)})`).join(' AND '),
    mustNot: any(rule.none),
  }
}

function alternatives({ words, prefix }: WordOperand, index: Words): string {
  if (prefix === null) return quoted(words)
  const lead = words === '' ? '' : `${words} `
  const { isWhole, others } = beginningsOf(prefix, index)
  const whole = isWhole ? [`${quoted(lead + prefix)} *`] : []
  const all = [...whole, ...others.map((other) => quoted(lead + other))]
  // A beginning that no word of the archive has still is an operand: it is held nowhere.
  return all.length === 0 ? quoted(lead + prefix) : all.join(' OR ')
}

/**
 * @returns whether FTS5 finds the words by the beginning as it is, which it takes to a stem (`news` -> `new`), and words for the stems
 * that it does not find so
 */
function beginningsOf(prefix: string, index: Words): { isWhole: boolean; others: string[] } {
  const stems = new Map<string, string>()
  const [own = ''] = index.stems(prefix)
  const folded = prefix.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const isWhole = own === folded
  const note = (word: string): void => {
    const [stem = '', ...more] = index.stems(word)
    if (stem === '' || more.length > 0 || stems.has(stem) || (isWhole && stem.startsWith(own))) return
    if (index.isHeld(word)) stems.set(stem, word)
  }
  for (const ending of ENDINGS) note(folded + ending)
  if (!isWhole)
    for (const { stem } of index.stemsWith(folded).slice(0, MAX_STEMS)) {
      const word = ['', ...ENDINGS]
        .map((ending) => stem + ending)
        .find((each) => index.stems(each)[0] === stem)
      if (word !== undefined) note(word)
    }
  return { isWhole, others: [...stems.values()] }
}

function quoted(words: string): string {
  return `"${words.slice(0, MAX_LENGTH).replaceAll('\0', ' ').replaceAll('"', '""')}"`
}
