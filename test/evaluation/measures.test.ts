import { describe, expect, it } from 'vitest'
import { measure } from '../../src/evaluation/measures.js'
import {
  type EvaluationQuestion,
  parseQuestions,
  parseResults,
  type ResultLine,
} from '../../src/evaluation/question.js'
import { bootstrap } from '../../src/evaluation/bootstrap.js'
import { abstentionFigures, comparison, report } from '../../src/evaluation/report.js'
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
    notices: [],
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
    expect(table.split('\n')).toEqual([
      'kind              n       hit@1       hit@5    recall@5   recall@10     nDCG@10      cite P      cite R       words   abstained',
      'all               2       1.000       1.000       1.000       1.000       1.000       1.000       1.000           -       0.500',
      '                      1.00-1.00   1.00-1.00   1.00-1.00   1.00-1.00   1.00-1.00   1.00-1.00   1.00-1.00                .00-1.00',
      'factoid           1       1.000       1.000       1.000       1.000       1.000       1.000       1.000           -       0.000',
      '                      1.00-1.00   1.00-1.00   1.00-1.00   1.00-1.00   1.00-1.00   1.00-1.00   1.00-1.00                 .00-.00',
      'unanswerable      1           -           -           -           -           -           -           -           -       1.000',
      '                                                                                                                      1.00-1.00',
      'abstention    precision 1.000  recall 1.000  F1 1.000 (.00-1.00)',
      '"sure"        said of 1 (1.000 of the answerable), right in 1.000 (1.00-1.00)',
      '"likely"      said of 0 (0.000 of the answerable), right in - ()',
      'only right     citations, of the surest answers: 50 %: 1.000 (1.00-1.00)  70 %: 1.000 (1.00-1.00)  90 %: 1.000 (1.00-1.00)  100 %: 1.000 (1.00-1.00)',
      'answer time   p50 1 ms  p95 1 ms',
      'Below each figure: 95 % interval, from 1,000 bootstrap samples of the questions.',
    ])
  })
})

describe('the interval of a figure', () => {
  const share = (sample: readonly number[]) =>
    sample.reduce((total, value) => total + value, 0) / sample.length
  const ones = (ones: number, of: number) => Array.from({ length: of }, (_, at) => Number(at < ones))

  it('is that of a share, by the normal approximation, on many questions', () => {
    const interval = bootstrap(ones(300, 400), share)
    const half = 1.96 * Math.sqrt((0.75 * 0.25) / 400)
    expect(interval?.low).toBeCloseTo(0.75 - half, 1)
    expect(interval?.high).toBeCloseTo(0.75 + half, 1)
    expect((interval?.high ?? 0) - (interval?.low ?? 0)).toBeCloseTo(2 * half, 1)
  })

  it('is wider on fewer questions, the same each time, and nothing without any', () => {
    const width = (of: number) => {
      const interval = bootstrap(ones(of / 2, of), share)
      return (interval?.high ?? 0) - (interval?.low ?? 0)
    }
    expect(width(20)).toBeGreaterThan(2 * width(400))
    expect(bootstrap(ones(10, 20), share)).toEqual(bootstrap(ones(10, 20), share))
    expect(bootstrap([], share)).toBeNull()
  })
})

describe('the comparison of two runs', () => {
  const gold = [{ cable: A, paragraphs: [1] }]
  const found = (right: boolean) =>
    measure(question(), gold, result({ retrieved: passages(right ? [A, 1] : [B, 1]) }))
  const line = (pairs: readonly (readonly [boolean, boolean])[]) =>
    comparison(pairs.map(([now, before]) => ({ now: found(now), before: found(before) })))
      .split('\n')[1]
      ?.split(/\s+/)
      .slice(0, 3)

  it('marks a difference that holds on all questions, and not one that may be chance', () => {
    const better = Array.from({ length: 40 }, (_, at) => [true, at % 2 === 0] as const)
    expect(line(better)).toEqual(['all', '40', '+0.500*'])
    const chance = Array.from({ length: 40 }, (_, at) => [at % 2 === 0, at % 2 === 1] as const)
    expect(line([...chance, [true, false]])).toEqual(['all', '41', '+0.024'])
    expect(line(better.map(([now, before]) => [before, now]))).toEqual(['all', '40', '-0.500*'])
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

describe('a file of results', () => {
  it('is read as it was written, and a line that is none is named', () => {
    const written = result({ id: 'a', citations: [{ cable: A, paragraph: null }] })
    expect(parseResults(JSON.stringify(written) + '\n', 'f')[0]).toMatchObject({
      id: 'a',
      citations: [{ cable: A, paragraph: null }],
    })
    expect(() => parseResults('\n{"id":"a"}', 'r.jsonl')).toThrow(/^r\.jsonl, line 2: not a result/)
  })
})
