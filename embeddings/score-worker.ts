import { loadModel, loadPairTokenizer, type Model, type PairTokenizer } from './inference.js'
import { serveRequests } from './worker-loop.js'
import type { WorkerRequest, WorkerResponse } from './worker-protocol.js'

/** @module A worker process that says how well texts answer a question, by a cross-encoder; one pair per inference. */

interface Loaded {
  readonly tokenizer: PairTokenizer
  readonly model: Model
}

let loaded: Loaded | undefined

serveRequests(answer)

async function answer(request: WorkerRequest): Promise<WorkerResponse> {
  if (request.type === 'load') {
    const { settings } = request
    const tokenizer = await loadPairTokenizer(settings.folder, settings.maxTokens)
    loaded = { tokenizer, model: await loadModel(settings) }
    await score(loaded, 'ready?', 'ready')
    return { type: 'ready', dimension: 1, passageTokens: settings.maxTokens }
  }
  if (!loaded) throw new Error('asked to work before the model was loaded')
  if (request.type !== 'score') throw new Error('a cross-encoder gives no vectors')
  const scores: number[] = []
  for (const text of request.texts) scores.push(await score(loaded, request.question, text))
  return { type: 'done', result: scores }
}

/** The only logit, or of two or more (no, yes) how far the second is above the first. */
async function score({ tokenizer, model }: Loaded, question: string, text: string): Promise<number> {
  const { ids, types } = tokenizer(question, text)
  const { logits } = await model(ids, types)
  const [first, second] = logits ?? []
  if (first === undefined) throw new Error('the model gives no logits: it is no cross-encoder')
  const value = second === undefined ? first : second - first
  if (!Number.isFinite(value)) throw new Error('the model gives a score that is no number')
  return value
}
