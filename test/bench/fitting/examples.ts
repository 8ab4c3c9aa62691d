import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { pino } from 'pino'
import { withApp } from '../../../src/app.js'
import { readSettings } from '../../../src/config.js'
import { type EvaluationQuestion, parseQuestions } from '../../../src/evaluation/question.js'
import type { AnalysedParagraph, RankedParagraph } from '../../../src/retrieval/query.js'
import { languageOf } from '../../../src/retrieval/understanding/language.js'
import { requestOf } from '../../../src/retrieval/understanding/request.js'
import { Understanding, type Understood } from '../../../src/retrieval/understanding/understand.js'
import { groupsFor, smallerArchive } from '../support/smaller-archives.js'

/** @module Questions with their candidates, as the product finds them. */

export interface Example {
  readonly question: EvaluationQuestion
  readonly understood: Understood
  readonly candidates: readonly AnalysedParagraph[]
  /** For each candidate whether it answers. */
  readonly answers: readonly boolean[]
  /** How many paragraphs answer; 0: the archive has no answer. */
  readonly gold: number
  /** Questions about the same cables are in the same fold. */
  readonly fold: number
}

export const FOLDS = 5

/** As many candidates as a question has. */
const ALL = 1000

/**
 * @param set `DATA=QUESTIONS,QUESTIONS`: the folder of a library and the files of questions about it
 * @param sizes of smaller archives, in cables, in which the questions are asked too
 */
export async function readExamples(set: string, sizes: readonly number[]): Promise<Example[]> {
  const [dataDir = '', files = ''] = set.split('=')
  const questions: EvaluationQuestion[] = []
  for (const file of files.split(',')) questions.push(...parseQuestions(await readFile(file, 'utf8'), file))
  const foldOf = folds(questions)
  const examples = await examplesIn(dataDir, questions, foldOf)
  for (const size of sizes) {
    for (const group of groupsFor(questions, size)) {
      const smaller = await smallerArchive(dataDir, group, size)
      examples.push(...(await examplesIn(smaller, group, foldOf)))
      await rm(smaller, { recursive: true })
    }
  }
  return examples
}

async function examplesIn(
  dataDir: string,
  questions: readonly EvaluationQuestion[],
  foldOf: (question: EvaluationQuestion) => number,
): Promise<Example[]> {
  const settings = readSettings({ ...process.env, DATA_DIR: dataDir })
  return await withApp(
    settings,
    pino({ level: 'warn' }, process.stderr),
    () => undefined,
    async (app) => {
      const understanding = new Understanding(app.library, app.library.masked)
      const examples: Example[] = []
      for (const question of questions.filter(isSearched)) {
        const query = { text: question.question, filters: question.filters, history: question.history }
        const candidates = (await app.masked.search(query, ALL)).filter(isAnalysed)
        const gold = question.gold ?? []
        examples.push({
          question,
          understood: understanding.weigh(understanding.read(query)),
          candidates,
          answers: candidates.map(({ cable, paragraph }) =>
            gold.some(
              (one) =>
                one.cable === cable.id &&
                (one.paragraphs.length === 0 || one.paragraphs.includes(paragraph.number ?? -1)),
            ),
          ),
          gold: gold.reduce((sum, { paragraphs }) => sum + Math.max(1, paragraphs.length), 0),
          fold: foldOf(question),
        })
      }
      return examples
    },
  )
}

/** Cables that one question joins are never parted; questions without an answer go by their number. */
function folds(questions: readonly EvaluationQuestion[]): (question: EvaluationQuestion) => number {
  const parent = new Map<string, string>()
  const root = (cable: string): string => {
    const above = parent.get(cable) ?? cable
    return above === cable ? cable : root(above)
  }
  const cables = ({ gold }: EvaluationQuestion): string[] => (gold ?? []).map(({ cable }) => cable).sort()
  for (const question of questions) {
    const [first, ...others] = cables(question)
    if (first !== undefined) for (const other of others) parent.set(root(other), root(first))
  }
  return (question) => {
    const [first] = cables(question)
    const digest = createHash('md5')
      .update(first === undefined ? question.id : root(first))
      .digest()
    return digest.readUInt32BE(0) % FOLDS
  }
}

/** Others are answered without the weights, or, in another language, not by what they are fitted for. */
function isSearched({ question, history }: EvaluationQuestion): boolean {
  return requestOf(question, history).kind === 'question' && languageOf(question) === 'en'
}

function isAnalysed(passage: RankedParagraph): passage is AnalysedParagraph {
  return 'sentences' in passage
}
