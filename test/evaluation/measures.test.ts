import { describe, expect, it } from 'vitest'
import { measure } from '../../src/evaluation/measures.js'
import { type EvaluationQuestion, parseQuestions, type ResultLine } from '../../src/evaluation/question.js'
import { abstentionFigures, report } from '../../src/evaluation/report.js'
import { UserError } from '../../src/errors.js'

const A = '87VESKAHOLM12'
const B = '88PORTALDANE3'

function question(changes: Partial<EvaluationQuestion> = {}): EvaluationQuestion {
  return {
    id: 'q',
    question: '?',
    history: [],
    filters: {},
    kind: 'factoid',
    answer_keywords: [],
    ...changes,
  }
}

function result(changes: Partial<ResultLine> = {}): ResultLine {
  return {
    id: 'q',
    answer: '',
    abstained: false,
    confidence: 1,
    ms: 1,
    sentences: [],
    citations: [],
    retrieved: [],
    ...changes,
  }
}

const passages = (...keys: [string, number | null][]) =>
  keys.map(([cable, paragraph]) => ({ cable, paragraph, score: 1 }))

describe('the measures of an answer', () => {
  it('count ranks from the first passage and give the later ones less', () => {
    const gold = [{ cable: A, paragraphs: [2, 5] }]
    const found = measure(question(), gold, result({ retrieved: passages([B, 2], [A, 5], [A, 9], [A, 2]) }))
    expect(found).toMatchObject({ hitAt1: 0, hitAt5: 1, recallAt5: 1 })
    const ideal = 1 + 1 / Math.log2(3)
    expect(found.ndcgAt10).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / ideal)
  })

  it('accept any paragraph of a cable whose gold names none, once', () => {
    const gold = [{ cable: A, paragraphs: [] }]
    const found = measure(
      question(),
      gold,
      result({ retrieved: passages([A, null], [A, 3]), citations: [{ cable: A, paragraph: null }] }),
    )
    expect(found).toMatchObject({ hitAt1: 1, ndcgAt10: 1, citedGold: 1, citationRecall: 1 })
  })

  it('hold a citation of an unanswerable question against the answer', () => {
    const wrong = measure(question(), [], result({ citations: [{ cable: A, paragraph: 1 }] }))
    expect(wrong).toMatchObject({ answerable: false, cited: 1, citedGold: 0, hitAt1: null })
    const silent = measure(question(), [], result({ abstained: true }))
    expect(silent.cited).toBe(0)
    expect(abstentionFigures([wrong, silent])).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 })
  })

  it('look for whole figures and any of the alternatives among the expected words', () => {
    const keywords = (answer: string) =>
      measure(
        question({ answer_keywords: ['5', 'forty|40', '15,000'] }),
        [{ cable: A, paragraphs: [1] }],
        result({ answer }),
      ).keywords
    expect(keywords('It cost 15000 for 40 tons and 5 men.')).toBe(1)
    expect(keywords('It was 5.2 of 15 for Forty.')).toBeCloseTo(1 / 3)
  })

  it('print a row for all questions and one for each kind', () => {
    const gold = [{ cable: A, paragraphs: [1] }]
    const table = report([
      measure(
        question(),
        gold,
        result({ retrieved: passages([A, 1]), citations: [{ cable: A, paragraph: 1 }] }),
      ),
      measure(question({ kind: 'unanswerable' }), [], result({ abstained: true })),
    ])
    expect(table).toMatchInlineSnapshot(`
      "kind                   n     hit@1     hit@5  recall@5 recall@10   nDCG@10    cite P    cite R     words abstained
      all                    2     1.000     1.000     1.000     1.000     1.000     1.000     1.000         -     0.500
      factoid                1     1.000     1.000     1.000     1.000     1.000     1.000     1.000         -     0.000
      unanswerable           1         -         -         -         -         -         -         -         -     1.000
      abstention    precision 1.000  recall 1.000  F1 1.000
      answer time   p50 1 ms  p95 1 ms"
    `)
  })
})

describe('a question file', () => {
  it('keeps optional parts optional and ignores further keys', () => {
    expect(parseQuestions('{"id":"a","question":"Who?","note":1}\n\n', 'f')).toEqual([
      question({ id: 'a', question: 'Who?', kind: 'question' }),
    ])
  })

  it.each(['{"id":"a"}', 'not json', '[]', '{"id":"a","question":"x","filters":{"year":"soon"}}'])(
    'names the line that is no question: %s',
    (line) => {
      expect(() => parseQuestions(`{"id":"a","question":"Who?"}\n${line}`, 'q.jsonl')).toThrow(UserError)
      expect(() => parseQuestions(`{"id":"a","question":"Who?"}\n${line}`, 'q.jsonl')).toThrow(
        /^q\.jsonl, line 2: /,
      )
    },
  )
})
