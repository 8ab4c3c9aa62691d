import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { readPaths } from '../../src/cables/read.js'
import { parseQuestions } from '../../src/evaluation/question.js'

const FILE = join(PACKAGE_ROOT, 'test/evaluation/dev-questions.jsonl')
/** The real cables that the questions are about; they are no part of the project. */
const CABLES = join(PACKAGE_ROOT, '../shared/cables-dev')

const KINDS = ['factoid', 'filter', 'followup', 'keyword', 'multi', 'paraphrase', 'unanswerable']

const questions = parseQuestions(readFileSync(FILE, 'utf8'), FILE)

describe('the questions on the development cables', () => {
  it('are at least 240, each with an id of its own, of every kind', () => {
    expect(questions.length).toBeGreaterThanOrEqual(240)
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    expect(new Set(questions.map(({ question, history }) => [...history, question].join('\n'))).size).toBe(
      questions.length,
    )
    expect([...new Set(questions.map(({ kind }) => kind))].sort()).toEqual(KINDS)
  })

  it('name a paragraph exactly when they can be answered, and carry no words of the cables', () => {
    const odd = questions.filter(
      ({ kind, gold, answer_keywords: keywords }) =>
        gold === undefined || (gold.length === 0) !== (kind === 'unanswerable') || keywords.length > 0,
    )
    expect(odd).toEqual([])
  })

  it('are follow-ups exactly when the kind says so, the unanswerable aside', () => {
    const odd = questions.filter(
      ({ kind, history }) => kind !== 'unanswerable' && (kind === 'followup') !== history.length > 0,
    )
    expect(odd).toEqual([])
  })

  it('name paragraphs that the reader finds', async ({ skip }) => {
    if (!existsSync(CABLES)) skip('../shared/cables-dev is not here')
    const numbers = new Map<string, readonly (number | null)[]>()
    for await (const outcome of readPaths([CABLES])) {
      if (outcome.kind === 'cable') {
        const { id, paragraphs } = outcome.cable
        numbers.set(
          id,
          paragraphs.map(({ number }) => number),
        )
      }
    }
    const missing = questions.flatMap(({ id, gold = [] }) =>
      gold.flatMap(({ cable, paragraphs }) => {
        const read = numbers.get(cable)
        if (read === undefined) return [`${id}: ${cable} was not read`]
        // An empty list stands for a cable none of whose paragraphs is numbered.
        if (paragraphs.length === 0 && read.some((number) => number !== null))
          return [`${id}: ${cable} is numbered`]
        return paragraphs
          .filter((number) => !read.includes(number))
          .map((number) => `${id}: ${cable} ¶${number}`)
      }),
    )
    expect(missing).toEqual([])
    const asked = new Set(questions.flatMap(({ gold = [] }) => gold.map(({ cable }) => cable)))
    expect([...numbers.keys()].filter((cable) => !asked.has(cable))).toEqual([])
  })
})
