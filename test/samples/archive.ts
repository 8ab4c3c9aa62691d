/** @module The sample archive as it lies on disk: its files, its questions, and what each cable must read as. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'

export const CABLES = join(PACKAGE_ROOT, 'samples', 'cables')
export const FICTION_MARK = 'PILCROW SAMPLE ARCHIVE - FICTION'

export interface SampleFile {
  readonly id: string
  /** Bytes as they lie on disk: encodings and line ends are part of the traps. */
  readonly bytes: Buffer
  /** Decoded byte by byte, so that every byte stays visible as one character. */
  readonly text: string
}

export function sampleFiles(): SampleFile[] {
  return readdirSync(CABLES)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(CABLES, name))
      return { id: name.slice(0, -'.txt'.length), bytes, text: bytes.toString('latin1') }
    })
}

const questionSchema = z.strictObject({
  id: z.string().regex(/^s\d{3}$/),
  question: z.string().min(1),
  kind: z.enum(['factoid', 'paraphrase', 'multi', 'filter', 'keyword', 'followup', 'unanswerable']),
  gold: z.array(z.strictObject({ cable: z.string(), paragraphs: z.array(z.number().int()) })),
  answer_keywords: z.array(z.string()),
  history: z.array(z.string()).optional(),
  filters: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type SampleQuestion = z.infer<typeof questionSchema>

const expectedSchema = z.strictObject({
  id: z.string(),
  date: z.string().nullable(),
  origin: z.string().nullable(),
  classification: z.string(),
  subject: z.string(),
  tags: z.array(z.string()),
  references: z.array(z.string()),
  signer: z.string(),
  paragraphs: z.array(
    z.strictObject({
      number: z.number().int().nullable(),
      marking: z.string().nullable(),
      heading: z.string().nullable(),
      /** First and last characters of the text, with white space as single spaces. */
      starts: z.string(),
      ends: z.string(),
    }),
  ),
})
export type ExpectedCable = z.infer<typeof expectedSchema>

export function sampleQuestions(): SampleQuestion[] {
  return jsonLines(join(PACKAGE_ROOT, 'samples', 'questions.jsonl'), questionSchema)
}

/** What the author of the cables meant each to read as; written with them, not taken from a reader's output. */
export function expectedCables(): ExpectedCable[] {
  return jsonLines(join(PACKAGE_ROOT, 'test', 'samples', 'expected.jsonl'), expectedSchema)
}

function jsonLines<T>(path: string, schema: z.ZodType<T>): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)))
}
