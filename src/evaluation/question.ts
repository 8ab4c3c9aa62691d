/** @module A line of a question file, and of a result file: the JSON that `eval` reads and writes. */
import { z } from 'zod'
import { UserError } from '../errors.js'
import type { Answer } from '../answers/answer.js'
import { noticeText } from '../answers/notices.js'

/** What a gold entry names: printed paragraph numbers; an empty list means any paragraph of that (unnumbered) cable. */
const goldSchema = z.object({ cable: z.string(), paragraphs: z.array(z.number().int()) })

const questionSchema = z.object({
  id: z.string().min(1),
  question: z.string(),
  history: z.array(z.string()).default([]),
  filters: z
    .object({
      origin: z.string(),
      year: z.number().int(),
      after: z.string(),
      before: z.string(),
      classification: z.string(),
      tag: z.string(),
    })
    .partial()
    .transform((filters) => dropUndefined(filters))
    .default({}),
  kind: z.string().default('question'),
  gold: z.array(goldSchema).optional(),
  answer_keywords: z.array(z.string()).default([]),
})

export type EvaluationQuestion = z.infer<typeof questionSchema>

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function dropUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<T>
}

/**
 * @param text a question file: one JSON object a line; empty lines do not count.
 * @throws UserError that names file and line of the first line that is no question.
 */
export function parseQuestions(text: string, file: string): EvaluationQuestion[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const parsed = questionSchema.safeParse(parseJson(line))
    if (parsed.success) return [parsed.data]
    const issue = parsed.error.issues[0]
    const where = issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.join('.')})`
    throw new UserError(`${file}, line ${at + 1}: not a question${where}: ${issue?.message ?? 'invalid'}.`)
  })
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}

/** The result line of `interfaces`: `eval` writes it, `ask --json` prints it. */
export interface ResultLine {
  readonly id: string
  readonly answer: string
  readonly abstained: boolean
  readonly confidence: number
  readonly ms: number
  /** What stands beside the answer, as sentences. */
  readonly notices: readonly string[]
  readonly sentences: Answer['sentences']
  readonly citations: readonly { cable: string; paragraph: number | null }[]
  readonly retrieved: readonly { cable: string; paragraph: number | null; score: number }[]
}

const passageSchema = z.object({ cable: z.string(), paragraph: z.number().nullable() })

const runSchema = z.object({
  id: z.string(),
  answer: z.string(),
  abstained: z.boolean(),
  ms: z.number(),
  confidence: z.number().default(0),
  citations: z.array(passageSchema),
  retrieved: z.array(passageSchema),
})

/** What of a result line is measured. */
export interface MeasuredResult extends Pick<
  ResultLine,
  'id' | 'answer' | 'abstained' | 'ms' | 'confidence' | 'citations'
> {
  readonly retrieved: readonly { readonly cable: string; readonly paragraph: number | null }[]
}

/**
 * @param text a file that `eval --out` wrote
 * @throws UserError that names file and line of the first line that is no result.
 */
export function parseResults(text: string, file: string): MeasuredResult[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const parsed = runSchema.safeParse(parseJson(line))
    if (parsed.success) return [parsed.data]
    throw new UserError(
      `${file}, line ${at + 1}: not a result. Compare with a file that eval --out has written.`,
    )
  })
}

/** @param ms time from question to checked answer, in milliseconds. */
export function resultLine(id: string, answer: Answer, ms: number): ResultLine {
  const cited = new Map<string, { cable: string; paragraph: number | null }>()
  for (const { cable, paragraph, position } of answer.sentences.flatMap(({ citations }) => citations)) {
    const address = `${cable} ${position}`
    if (!cited.has(address)) cited.set(address, { cable, paragraph })
  }
  return {
    id,
    answer: answer.text,
    abstained: answer.abstained,
    confidence: rounded(answer.confidence),
    ms: Math.round(ms * 10) / 10,
    notices: answer.notices.map((notice) => noticeText(notice)),
    sentences: answer.sentences,
    citations: [...cited.values()],
    retrieved: answer.retrieved.map(({ cable, paragraph, score }) => ({
      cable: cable.id,
      paragraph: paragraph.number,
      score: rounded(score),
    })),
  }
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
