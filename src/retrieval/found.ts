/** @module A search -> passages, with what held and what the archive has of its words. */
import type { Archive } from '../library/archive.js'
import type { CableFilter } from '../library/filter.js'
import { isEmptyRule, type WordOperand, type WordRule } from '../library/word-rule.js'
import type { Query, RankedParagraph } from './query.js'
import type { ParagraphRetriever } from './retriever.js'
import { searchWords, textOf } from './search-words.js'
import { printedForms, stemsOf, type Term, termsOf } from './terms.js'
import type { Correction } from './understanding/spelling.js'
import { UNKNOWN_TERM } from './understanding/unknown-names.js'

export interface Found {
  /** Best first. */
  readonly passages: readonly RankedParagraph[]
  /** All that was searched for, without signs and without what is ruled out. */
  readonly text: string
  /** What it was narrowed by, filters written in its words included. */
  readonly filter: CableFilter
  /** What the passages must have and must not have. */
  readonly rule: WordRule
  /** Years that were ruled out. */
  readonly withoutYears: readonly number[]
  /** Words that were read as others. */
  readonly corrections: readonly Correction[]
  /** Words and phrases that no passage of the archive has, as typed. */
  readonly nowhere: readonly string[]
  /** How many passages have all of the words and keep the rule; `null` where that is not asked. */
  readonly withAll: { readonly count: number; readonly isMore: boolean } | null
}

/** Passages that are counted; more are called more. */
const COUNTED = 10_000
/** Words that stand nowhere and are named. */
const NAMED = 6

/** @throws UserError where the words ask for nothing, or for too much */
export async function findPassages(
  retriever: Pick<ParagraphRetriever, 'retrieve'>,
  archive: Archive,
  query: Query,
  limit: number,
): Promise<Found> {
  const { text, rule } = searchWords(query.text)
  const filters = isEmptyRule(rule) ? query.filters : { ...query.filters, holding: archive.holding(rule) }
  const { passages, understood } = await retriever.retrieve({ ...query, text, filters }, limit)
  const operands = rule.all.flat()
  const corrections = understood.corrections.filter(({ typed }) => !isOfOperand(typed, operands))
  const { holding, ...filter } = understood.filter
  const isWrong = understood.excluded.years.length > 0
  return {
    passages,
    text,
    filter,
    rule: holding?.rule ?? rule,
    withoutYears: understood.excluded.years,
    corrections,
    nowhere: nowhere({ text, operands, corrections, filter }, archive),
    withAll: isWrong ? null : withAll(understood.terms, rule, filter, archive),
  }
}

function withAll(
  terms: readonly Term[],
  rule: WordRule,
  filter: CableFilter,
  archive: Archive,
): Found['withAll'] {
  const inRule = new Set(stemsOf(rule.all.flat().map(textOf).join(' ')))
  const plain = terms.filter(({ stem }) => !inRule.has(stem))
  if (plain.length + rule.all.length === 0) return null
  if (plain.some(({ stem }) => stem === UNKNOWN_TERM.stem)) return { count: 0, isMore: false }
  const each = plain.map(({ word }) => printedForms(word).map((words) => ({ words, prefix: null })))
  const count = archive.countHolding({ ...rule, all: [...rule.all, ...each] }, filter, COUNTED + 1)
  return { count: Math.min(count, COUNTED), isMore: count > COUNTED }
}

interface Looked {
  readonly text: string
  readonly operands: readonly WordOperand[]
  readonly corrections: readonly Correction[]
  readonly filter: CableFilter
}

function nowhere({ text, operands, corrections, filter }: Looked, archive: Archive): string[] {
  const isNowhere = (operand: WordOperand): boolean =>
    archive.countHolding({ all: [[operand]], none: [] }, {}, 1) === 0
  const filterWords = new Set(stemsOf(Object.values(filter).join(' ')))
  const plain = termsOf(text)
    .filter(({ word, stem }) => !filterWords.has(stem) && !isOfOperand(word, operands))
    .filter(({ word }) => !corrections.some(({ typed }) => typed === word))
    .filter(({ word }) => printedForms(word).every((words) => isNowhere({ words, prefix: null })))
    .map(({ word }) => word)
  const marked = operands.filter(isNowhere).map(operandText)
  return [...new Set([...marked, ...plain])].slice(0, NAMED)
}

/** As it is typed, without quotation marks. */
export function operandText({ words, prefix }: WordOperand): string {
  return prefix === null ? words : `${words === '' ? '' : `${words} `}${prefix}*`
}

function isOfOperand(word: string, operands: readonly WordOperand[]): boolean {
  const stems = stemsOf(word)
  return operands.some((operand) => {
    const own = new Set(stemsOf(textOf(operand)))
    return stems.every((stem) => own.has(stem))
  })
}
