import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { type App, openApp } from '../../src/app.js'
import type { Cable } from '../../src/cables/cable.js'
import { readPaths } from '../../src/cables/read.js'
import { ingestInto } from '../../src/cli/ingest.js'
import { readSettings } from '../../src/config.js'
import { parseQuestions, resultLine } from '../../src/evaluation/question.js'
import { useTestModels } from '../support/embedding.js'

const SHARED = join(PACKAGE_ROOT, '../shared')
const ARCHIVES = [
  {
    name: 'the sample archive',
    cables: join(PACKAGE_ROOT, 'samples/cables'),
    questions: [join(PACKAGE_ROOT, 'samples/questions.jsonl')],
  },
  {
    name: 'the development cables',
    cables: join(SHARED, 'cables-dev'),
    questions: [join(SHARED, 'qa-dev.jsonl'), join(PACKAGE_ROOT, 'test/evaluation/dev-questions.jsonl')],
  },
]

const spaced = (text: string) => text.replace(/\s+/gu, ' ').trim()

describe.each(ARCHIVES)('every answer to the questions on $name', ({ cables: folder, questions: files }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pilcrow-'))
  let app: App | undefined
  afterAll(async () => {
    await app?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it(
    'cites paragraphs that the cable has, by their numbers, and quotes them letter for letter',
    { timeout: 900_000 },
    async ({ skip }) => {
      if (!existsSync(folder)) skip(`${folder} is not here`)
      // Read anew from the files: what is checked is not what answered.
      const read = new Map<string, Cable>()
      for await (const outcome of readPaths([folder]))
        if (outcome.kind === 'cable') read.set(outcome.cable.id, outcome.cable)
      useTestModels(dataDir)
      app = await openApp(readSettings({ DATA_DIR: dataDir }), pino({ level: 'silent' }), () => undefined)
      await ingestInto(app, [folder])

      const wrong: string[] = []
      let cited = 0
      for (const { id, question, history, filters } of files.flatMap((file) =>
        parseQuestions(readFileSync(file, 'utf8'), file),
      )) {
        const answer = await app.open.ask({ text: question, history, filters })
        const line = resultLine(id, answer, 0)
        const quoted = answer.sentences.flatMap(({ citations }) => citations)
        if (answer.abstained !== (quoted.length === 0))
          wrong.push(`${id}: abstained with citations, or answered without`)
        if (answer.sentences.some(({ citations }) => citations.length === 0))
          wrong.push(`${id}: a sentence cites nothing`)
        for (const { cable, paragraph, position, quote } of quoted) {
          cited += 1
          const stored = read.get(cable)?.paragraphs.find((each) => each.position === position)
          if (stored === undefined || stored.number !== paragraph)
            wrong.push(`${id}: ${cable} has no such paragraph`)
          else if (spaced(quote) === '' || !spaced(stored.text).includes(spaced(quote)))
            wrong.push(`${id}: "${quote}" does not stand in ${cable}`)
          if (!line.citations.some((each) => each.cable === cable && each.paragraph === paragraph))
            wrong.push(`${id}: not in citations`)
        }
        for (const passage of line.retrieved)
          if (!read.get(passage.cable)?.paragraphs.some(({ number }) => number === passage.paragraph))
            wrong.push(`${id}: retrieved what is not there`)
        if (line.retrieved.length > 10) wrong.push(`${id}: more than ten passages`)
      }
      expect(wrong).toEqual([])
      expect(cited).toBeGreaterThan(files.length * 50)
    },
  )
})
