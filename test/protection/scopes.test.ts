/** Attempts to learn whom a cable shields where the mark came later, and where a name is shielded in the whole archive. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { dotProduct } from '../../embeddings/dot-product.js'
import type { App } from '../../src/app.js'
import { ingestInto } from '../../src/cli/ingest.js'
import { pilcrow } from '../support/cli.js'
import { ask, told } from './answers.js'
import { expectAlike, fullName, KOVALENKO, type Trio } from './asking.js'
import * as cables from './cables.js'
import { Archive } from './rooms.js'

const { MESSAGES, SHIELDED, SMELTER } = cables

let archive: Archive
let app: App

/** An archive for one test, which goes with it. */
function passing(): Archive {
  const own = new Archive()
  onTestFinished(() => own.close())
  return own
}

beforeAll(async () => {
  archive = new Archive()
  app = await archive.open()
  await archive.fill(app)
})

afterAll(() => archive.close())

describe('a cable that is marked later', () => {
  it('is shielded everywhere from then on, and its name is asked for like any other', async () => {
    const own = passing()
    const other = await own.open()
    const marked = MESSAGES[SMELTER] ?? ''
    await own.fill(other, { ...MESSAGES, [SMELTER]: marked.replace(' (strictly protect)', '') })
    expect((await ask(other, 'What did Kovalenko tell the Ambassador?')).text).toMatch(/kovalenko/iu)
    await own.fill(other, { [SMELTER]: marked })
    expect(other.library.countPending()).toBe(0)
    await expectAlike(KOVALENKO, async (who) =>
      told(await ask(other, `What did ${fullName(who)} tell the Ambassador?`)),
    )
  })

  it('in a large archive, too, where counts of words are remembered', async () => {
    const own = passing()
    const other = await own.open()
    const { library } = other
    const marked = MESSAGES[SMELTER] ?? ''
    const cable = app.library.open.cable(SMELTER)
    if (cable === undefined) throw new Error('it is not stored')
    const { paragraphs } = cable
    const filler = Array.from({ length: 1_500 }, (_, at) => ({
      cable: {
        ...cable,
        id: `01TARSUND${at + 1}`,
        subject: 'QUAY DUES',
        summary: null,
        paragraphs: paragraphs
          .slice(0, 1)
          .map((each) => ({ ...each, text: `Dues of the quay number ${at}.` })),
      },
      message: '',
    }))
    library.put(filler)
    const open = {
      ...cable,
      paragraphs: paragraphs.map((each) => ({ ...each, text: each.text.replace(' (strictly protect)', '') })),
    }
    library.put([{ cable: open, message: marked.replace(' (strictly protect)', '') }])
    expect(library.masked.documentFrequency('Kovalenko')).toBeGreaterThan(0)
    library.put([{ cable, message: marked }])
    expect.soft(library.masked.documentFrequency('Kovalenko')).toBe(0)
    await expectAlike(KOVALENKO, async (who) =>
      told(await ask(other, `What did ${who.family} tell the Ambassador?`)),
    )
  })
})

describe('where a name is shielded in the whole archive', () => {
  const SCOPE = { SOURCE_PROTECTION: 'archive' }
  const opened = async (
    messages: Readonly<Record<string, string>>,
  ): Promise<{ own: Archive; other: App }> => {
    const own = passing()
    const other = await own.open(SCOPE)
    await own.fill(other, messages)
    return { own, other }
  }
  const pick = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, MESSAGES[id] ?? '']))
  const everything = (of: App, id: string): string =>
    JSON.stringify([of.library.masked.cable(id), of.library.masked.message(id)])

  it.each([
    ['before', [cables.BRANCH, cables.FERRY, cables.LOAN]],
    ['after', [cables.LOAN, cables.FERRY, cables.BRANCH]],
  ])('the open cable is masked when it comes %s the one that shields', async (_, ids) => {
    const { other } = await opened(pick(...ids))
    expect(everything(other, cables.BRANCH)).not.toMatch(cables.ORLUNE)
    expect(other.library.countPending()).toBe(0)
    const trio = [{ given: 'Casimir', family: 'Orlune' }, ...KOVALENKO.slice(1)] as unknown as Trio
    await expectAlike(trio, async (who) => told(await ask(other, `Did ${who.family} praise the fishermen?`)))
  })

  it('the download of the open cable is masked where only its references name him', async () => {
    const { other } = await opened({
      ...pick(cables.LOAN),
      [cables.FERRY]: (MESSAGES[cables.FERRY] ?? '').replace(
        '     B. 05 LINDGARD 212',
        '     B. MEMCON CASIMIR ORLUNE OF MAY 30',
      ),
    })
    expect(everything(other, cables.FERRY)).not.toMatch(cables.ORLUNE)
  })

  it('a cable that mentions only the family name is masked', async () => {
    const { other } = await opened({
      ...pick(SMELTER),
      [cables.DAM]: (MESSAGES[cables.DAM] ?? '').replace('The energy board', 'Kovalenko of the energy board'),
    })
    expect(everything(other, cables.DAM)).not.toMatch(SHIELDED)
  })

  it('a cable that names somebody who is shielded since another was renewed is masked', async () => {
    const cod = MESSAGES[cables.COD] ?? ''
    const { own, other } = await opened({
      ...pick(cables.COD, cables.FERRY),
      [cables.BRANCH]: MESSAGES[cables.BRANCH] ?? '',
    })
    await own.fill(other, { [cables.COD]: cod.replaceAll('Ilse Brandvold', 'Gerda Lauritsen') })
    await own.fill(other, {
      [cables.DAM]: (MESSAGES[cables.DAM] ?? '').replace(
        'The energy board',
        'Gerda Lauritsen of the energy board',
      ),
    })
    expect(everything(other, cables.DAM)).not.toMatch(/gerda|lauritsen/iu)
  })

  it('a passage that is masked while it is embedded is not stored with the vector of its open words', async () => {
    const own = passing()
    const other = await own.open(SCOPE)
    const { library, embedder } = other
    const [branch, loan] = [app.library.open.cable(cables.BRANCH), app.library.open.cable(cables.LOAN)]
    if (branch === undefined || loan === undefined) throw new Error('they are not stored')
    library.put([{ cable: branch, message: MESSAGES[cables.BRANCH] ?? '' }])
    const pending = library.pendingParagraphs(10)
    const vectors = await embedder.embed(
      pending.map(({ parts }) => parts.text),
      { priority: 'question', kind: 'passage' },
    )
    library.put([{ cable: loan, message: MESSAGES[cables.LOAN] ?? '' }])
    library.putVectors(
      pending.map(({ paragraphId, passageHash }, at) => ({
        paragraphId,
        passageHash,
        vectors: [vectors[at] ?? new Float32Array(384)],
      })),
    )
    const [first] = pending
    expect(library.masked.cable(cables.BRANCH)?.paragraphs[0]?.text).not.toMatch(cables.ORLUNE)
    expect(library.pendingParagraphs(10).map(({ paragraphId }) => paragraphId)).toContain(first?.paragraphId)
  })

  it('nor is it so in an ingest of many cables', async () => {
    const filler = (at: number): [string, string] => {
      const message = (MESSAGES[cables.DAM] ?? '').replaceAll('0002', `010${at}`)
      const more = [3, 4, 5, 6].map(
        (number) => `${number}. (C) Crack number ${number} of dam ${at} is ${at + number} meters long.\n`,
      )
      return [`b${at}`, message.replace('WINTHROP', `${more.join('\n')}\nWINTHROP`)]
    }
    const many = [
      ['a', MESSAGES[cables.BRANCH] ?? ''],
      ...[1, 2, 3, 4, 5, 6, 7].map(filler),
      ['c', MESSAGES[cables.LOAN] ?? ''],
    ] as const
    const own = passing()
    const other = await own.open(SCOPE)
    await ingestInto(other, [cables.written(join(own.folder, 'many'), Object.fromEntries(many))])
    const safe = await opened(pick(cables.LOAN, cables.BRANCH))
    const vectorsOf = ({ library }: App) =>
      library.vectorsOf(library.paragraphIds({ cable: cables.BRANCH })).map(({ vector }) => vector)
    const [seen, wanted] = [vectorsOf(other), vectorsOf(safe.other)]
    expect(other.library.masked.cable(cables.BRANCH)?.paragraphs[0]?.text).not.toMatch(cables.ORLUNE)
    expect.soft(other.library.countPending(), 'all that is pending is embedded').toBe(0)
    seen.forEach((vector, at) => {
      expect
        .soft(
          dotProduct(vector, wanted[at] ?? new Float32Array(vector.length)),
          `the vector of paragraph ${at + 1}`,
        )
        .toBeGreaterThan(0.9999)
    })
  })

  it('nobody reads a library that was masked for its own cables only, until it is masked again', async () => {
    const own = passing()
    await own.fill(await own.open(), pick(cables.BRANCH, cables.LOAN))
    await expect(own.open(SCOPE)).rejects.toThrow(/reprotect/u)
    const env = { EMBEDDING_THREADS: '1', ...SCOPE }
    const refused = await pilcrow(['show', cables.BRANCH, '--data', own.dataDir], { env })
    expect(`${refused.stdout}${refused.stderr}`).not.toMatch(cables.ORLUNE)
    await pilcrow(['reprotect', '--data', own.dataDir], { env })
    const shown = await pilcrow(['show', cables.BRANCH, '--data', own.dataDir], { env })
    expect(shown.stdout).toContain('█protected█')
    expect(shown.stdout).not.toMatch(cables.ORLUNE)
  })
})
