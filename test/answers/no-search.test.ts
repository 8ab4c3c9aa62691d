import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import type { Answer } from '../../src/answers/answer.js'
import { citationFault } from '../../src/answers/check.js'
import { SURE_CONFIDENCE } from '../../src/answers/confidence.js'
import { type App, openApp } from '../../src/app.js'
import { ingestInto } from '../../src/cli/ingest.js'
import { readSettings } from '../../src/config.js'
import type { CableFilter } from '../../src/library/filter.js'
import { memoryLogger } from '../support/bot.js'

describe('what is asked without a search', () => {
  let folder = ''
  let app: App

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pilcrow-'))
    const settings = readSettings({ DATA_DIR: folder, EMBEDDING_THREADS: '1' })
    app = await openApp(settings, memoryLogger().logger, () => undefined)
    await ingestInto(app, [join(PACKAGE_ROOT, 'samples/cables/06PORTALDANE377.txt')])
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function ask(text: string, filters: CableFilter = {}): Promise<Answer> {
    const answer = await app.masked.ask({ text, filters, history: [] })
    for (const { citations } of answer.sentences)
      for (const citation of citations) expect(citationFault(citation, answer.retrieved)).toBeNull()
    return answer
  }
  const cited = ({ sentences }: Answer): (number | null)[] => [
    ...new Set(sentences.flatMap(({ citations }) => citations.map(({ paragraph }) => paragraph))),
  ]

  it('gives the summary of a named cable, masked and cited', async () => {
    const answer = await ask('What is 06PORTALDANE377 about?')
    expect(answer).toMatchObject({ abstained: false, confidence: 1, filter: { cable: '06PORTALDANE377' } })
    expect(cited(answer)).toEqual([1])
    expect(answer.text).toContain('█protected█')
  })

  it('gives one of its paragraphs, and says when it has none of that number', async () => {
    expect(cited(await ask('06PORTALDANE377 ¶2'))).toEqual([2])
    const none = await ask('paragraph 99 of 06PORTALDANE377')
    expect(none).toMatchObject({ abstained: true, notices: [{ key: 'noParagraph' }] })
    expect(none.text).toBe('06PORTALDANE377 has no paragraph with the number 99.')
  })

  it('says that a cable is not there, and nothing false of one that the filters leave out', async () => {
    expect((await ask('summarise 99LIMA3')).text).toBe('This archive does not have 99LIMA3.')
    const left = await ask('summarise 06PORTALDANE377', { year: 1999 })
    expect(left).toMatchObject({ abstained: true, notices: [] })
  })

  it('answers small talk without any passage', async () => {
    expect(await ask('thanks!')).toMatchObject({
      abstained: true,
      retrieved: [],
      notices: [{ key: 'smallTalk' }],
    })
  })

  it('tells in the language of the question that the archive is searched in English, and is never sure', async () => {
    const answer = await ask('¿Cuánto dinero se le prometió al senador Hugo Falk?')
    expect(answer.notices).toEqual([{ key: 'english', language: 'es' }])
    expect(answer.confidence).toBeLessThan(SURE_CONFIDENCE)
  })

  it('says which word it read as another', async () => {
    const answer = await ask('what did the port ministar tell the Ambassador')
    expect(answer.notices).toEqual([{ key: 'corrected', values: { typed: 'ministar', found: 'minister' } }])
  })
})
