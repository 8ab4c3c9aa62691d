import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { withApp, type App } from '../../../src/app.js'
import { readSettings } from '../../../src/config.js'
import type { EvaluationQuestion } from '../../../src/evaluation/question.js'

/** @module Smaller archives made of a large one, to ask the same questions in. */

/** Of an archive so many cables may be ones that answer. */
const ANSWERING_SHARE = 0.7

/** Questions whose answering cables together fit an archive of that size; those without any go with the first. */
export function groupsFor(questions: readonly EvaluationQuestion[], size: number): EvaluationQuestion[][] {
  const groups: { cables: Set<string>; questions: EvaluationQuestion[] }[] = []
  for (const question of questions) {
    const own = cablesOf(question)
    const fits = groups.find(({ cables }) => new Set([...cables, ...own]).size <= size * ANSWERING_SHARE)
    const group = fits ?? { cables: new Set<string>(), questions: [] }
    if (fits === undefined) groups.push(group)
    for (const cable of own) group.cables.add(cable)
    group.questions.push(question)
  }
  return groups.map((group) => group.questions)
}

export async function countOfCables(data: string): Promise<number> {
  return await opened(data, (app) => Promise.resolve(idsOf(app).length))
}

/**
 * A copy of the library with the cables that answer and others, of which the same are taken each time.
 * @returns a folder, which the caller removes
 */
export async function smallerArchive(
  data: string,
  group: readonly EvaluationQuestion[],
  size: number,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-sizes-'))
  await cp(data, folder, { recursive: true })
  await opened(folder, async (app) => {
    const all = idsOf(app)
    const kept = new Set(group.flatMap(cablesOf))
    for (const id of shuffled(all)) if (kept.size < size) kept.add(id)
    const { droppedVectors } = app.library.remove(all.filter((id) => !kept.has(id)))
    await app.index.remove(droppedVectors)
  })
  return folder
}

function opened<T>(data: string, use: (app: App) => Promise<T>): Promise<T> {
  const settings = readSettings({ ...process.env, DATA_DIR: data })
  return withApp(settings, pino({ level: 'error' }, process.stderr), () => undefined, use)
}

function idsOf({ library }: App): string[] {
  return library.masked.list({}, 0, 10_000_000).map(({ id }) => id)
}

function cablesOf({ gold }: EvaluationQuestion): string[] {
  return (gold ?? []).map(({ cable }) => cable)
}

/** By a hash of the number: the smaller archive is a part of the larger. */
function shuffled(ids: readonly string[]): string[] {
  const key = (id: string): number =>
    Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7)
  return [...ids].sort((a, b) => key(a) - key(b))
}
