import { createWriteStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { z } from 'zod'
import { loadTokenizer, tokenizeParts, type Tokenizer } from '../../embeddings/inference.js'
import { packagedModelFolder } from '../../embeddings/packaged-model.js'
import { withApp, type App } from '../../src/app.js'
import { readSettings } from '../../src/config.js'
import { passageWindows } from '../../src/library/passage.js'
import { weightsOfParts } from '../../src/retrieval/question-parts.js'
import { Understanding } from '../../src/retrieval/understanding/understand.js'

/**
 * @module `npm run bench -- training-data --data LIBRARY --out FOLDER QUESTIONS.jsonl …`: what `training/train.py` learns from. The windows of
 * all paragraphs of a library in tokens, as the product embeds them; and for each question its tokens with their weights, the
 * windows that answer it, and those that the product's own search takes for answers though they are none.
 *
 * tokens.bin: the windows' token ids, one after the other, 16 bits each. windows.jsonl: `{"p": paragraph, "n": tokens, "s": [[start, end], …]
 * of its sentences}`. For each file of questions: `{"t": tokens, "w": weights, "g": right paragraphs, "c": wrong ones, nearest first, "k": kind}`.
 */

const TOKENS = 256
/** Wrong paragraphs of each question that are kept. */
const NEAREST = 40
/** Kinds of questions whose paragraphs are near, and do not answer. */
const NEAR_MISSES = ['missing', 'false']
/** Paragraphs whose windows are made at once. */
const BATCH = 500

const questionSchema = z
  .object({
    question: z.string(),
    kind: z.string(),
    history: z.array(z.string()).default([]),
    gold: z.array(z.object({ cable: z.string(), paragraphs: z.array(z.number()) })),
    answer_keywords: z.array(z.string()).default([]),
  })
  .transform(({ answer_keywords: words, ...question }) => ({ ...question, words }))
  .or(
    z
      .object({
        q: z.string(),
        k: z.string(),
        c: z.string(),
        p: z.array(z.number()),
        w: z.array(z.string()).default([]),
      })
      .transform(({ q, k, c, p, w }) => ({
        question: q,
        kind: k,
        history: [],
        gold: [{ cable: c, paragraphs: p }],
        words: w,
      })),
  )

const { values, positionals } = parseArgs({
  args: process.argv.slice(3),
  options: {
    data: { type: 'string', default: 'data' },
    out: { type: 'string', default: 'training/data' },
  },
  allowPositionals: true,
})

const settings = readSettings({ ...process.env, DATA_DIR: values.data })
await mkdir(values.out, { recursive: true })
await withApp(
  settings,
  pino({ level: 'warn' }, process.stderr),
  () => undefined,
  async (app) => {
    const { folder } = await packagedModelFolder(join(values.data, 'models'), 'all-MiniLM-L6-v2', 'fp32')
    const tokenizer = await loadTokenizer(folder)
    const windows = await writeWindows(app, tokenizer)
    for (const file of positionals) await writeQuestions(app, tokenizer, windows, file)
  },
)

interface Windows {
  /** Paragraphs by cable and printed number. */
  readonly byNumber: ReadonlyMap<string, readonly number[]>
  /** For each paragraph its windows: their place in windows.jsonl, and their sentences. */
  readonly sentences: ReadonlyMap<
    number,
    readonly { readonly at: number; readonly texts: readonly string[] }[]
  >
}

async function writeWindows(app: App, tokenizer: Tokenizer): Promise<Windows> {
  const paragraphs = app.library.masked.paragraphs(app.library.paragraphIds({}))
  const byNumber = new Map<string, number[]>()
  const sentencesOf = new Map<number, { at: number; texts: string[] }[]>()
  const lines: string[] = []
  const tokens = createWriteStream(join(values.out, 'tokens.bin'))
  for (let from = 0; from < paragraphs.length; from += BATCH) {
    const part = paragraphs.slice(from, from + BATCH)
    const windows = await passageWindows(
      part.map(({ cable, paragraph }) => ({
        subject: cable.subject,
        heading: paragraph.heading,
        text: paragraph.text,
      })),
      app.embedder,
    )
    part.forEach(({ id, cable, paragraph }, at) => {
      const key = `${cable.id} ${paragraph.number ?? ''}`
      byNumber.set(key, [...(byNumber.get(key) ?? []), id])
      for (const { parts } of windows[at] ?? []) {
        const { ids, spans } = tokenizeParts(tokenizer, parts, TOKENS)
        tokens.write(Buffer.from(Uint16Array.from(ids).buffer))
        const texts = parts.slice(1)
        sentencesOf.set(id, [...(sentencesOf.get(id) ?? []), { at: lines.length, texts }])
        const sentences = spans.slice(1).map(({ start, end }) => [start, end])
        lines.push(JSON.stringify({ p: id, n: ids.length, s: sentences }))
      }
    })
  }
  await new Promise((done) => tokens.end(done))
  await writeFile(join(values.out, 'windows.jsonl'), lines.join('\n'))
  return { byNumber, sentences: sentencesOf }
}

async function writeQuestions(
  app: App,
  tokenizer: Tokenizer,
  { byNumber, sentences }: Windows,
  file: string,
): Promise<void> {
  const understanding = new Understanding(app.library, app.library.masked)
  const made: string[] = []
  for (const line of (await readFile(file, 'utf8')).split('\n').filter((one) => one !== '')) {
    const { question: text, kind, history, gold, words } = questionSchema.parse(JSON.parse(line))
    const right = gold.flatMap(({ cable, paragraphs }) =>
      paragraphs.flatMap((number) => byNumber.get(`${cable} ${number}`) ?? []),
    )
    if (history.length > 0) continue
    const query = { text, filters: {}, history: [] }
    const read = understanding.read(query)
    const weights = weightsOfParts(read.parts, understanding.weigh(read).terms)
    const { ids, spans } = tokenizeParts(
      tokenizer,
      read.parts.map((part) => part.text),
      TOKENS,
    )
    const found = await app.masked.search(query, NEAREST)
    const first = found.flatMap(({ cable, paragraph, score }) =>
      (byNumber.get(`${cable.id} ${paragraph.number ?? ''}`) ?? []).map((id) => ({ id, score })),
    )
    const shares = tokenShares(read.parts, spans, weights, ids.length)
    const isNearMiss = NEAR_MISSES.includes(kind)
    made.push(
      JSON.stringify({
        k: kind,
        t: ids,
        w: shares,
        g: isNearMiss ? [] : right,
        m: isNearMiss ? right : [],
        c: first.map(({ id }) => id).filter((id) => isNearMiss || !right.includes(id)),
        f: first.map(({ id, score }) => [id, Number(Math.log(Math.max(score, 1e-9)).toFixed(3))]),
        a: isNearMiss ? [] : right.flatMap((id) => showing(sentences.get(id) ?? [], words)),
      }),
    )
  }
  await writeFile(join(values.out, basename(file)), made.join('\n'))
}

/** Place of each window and sentence that shows one of the words; `a|b` is either. */
function showing(
  windows: readonly { readonly at: number; readonly texts: readonly string[] }[],
  words: readonly string[],
): [number, number][] {
  const wanted = words.flatMap((word) => word.split('|'))
  return windows.flatMap(({ at, texts }) =>
    texts.flatMap((text, place): [number, number][] =>
      wanted.some((word) => text.includes(word)) ? [[at, place]] : [],
    ),
  )
}

/** Each term's weight shared by its tokens, of the weight of all; 0 for other tokens. */
function tokenShares(
  parts: readonly { readonly weight: number }[],
  spans: readonly { readonly start: number; readonly end: number }[],
  weights: readonly number[],
  length: number,
): number[] {
  const shares = new Array<number>(length).fill(0)
  const terms = parts.flatMap(({ weight }, at) => (weight === 0 ? [] : [spans[at] ?? { start: 0, end: 0 }]))
  const known = terms.map(({ start, end }, at) => ({
    start,
    end,
    weight: end > start ? (weights[at] ?? 0) : 0,
  }))
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  for (const { start, end, weight } of known)
    for (let token = start; token < end; token++)
      shares[token] = weight / (end - start) / Math.max(total, Number.MIN_VALUE)
  return shares
}
