import { cutToLength, loadModel, loadTokenizer, type Model, type Tokenizer } from './inference.js'
import { poolTokens } from './pooling.js'
import type { WorkerRequest, WorkerResponse, WorkerSettings } from './worker-protocol.js'

/**
 * @module A worker process: turns texts into vectors of length 1, one text per inference (batches cost padding, and with int8 a text's
 * vector would depend on its neighbours).
 */

interface Loaded {
  readonly settings: WorkerSettings
  readonly tokenizer: Tokenizer
  readonly model: Model
}

let loaded: Loaded | undefined

let last = Promise.resolve()

process.on('message', (request: WorkerRequest) => {
  last = last
    .then(() => answer(request))
    .then(respond, (error: unknown) => {
      respond({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
    })
})
// Without its parent a worker has nothing to do. It ends with it, and not at a signal that the terminal or the service manager sends to all
// processes of the group: the parent may want to finish its work.
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)

async function answer(request: WorkerRequest): Promise<WorkerResponse> {
  if (request.type === 'load') {
    const { settings } = request
    loaded = { settings, tokenizer: await loadTokenizer(settings.folder), model: await loadModel(settings) }
    const passageTokens = settings.maxTokens - loaded.tokenizer(settings.passagePrefix).length
    return { type: 'ready', dimension: (await embed(loaded, 'ready')).length, passageTokens }
  }
  if (!loaded) throw new Error('asked to work before the model was loaded')
  if (request.type === 'count') return { type: 'done', result: countTokens(loaded.tokenizer, request.words) }
  const vectors: Float32Array[] = []
  for (const text of request.texts) vectors.push(await embed(loaded, text))
  return { type: 'done', result: joined(vectors) }
}

function respond(response: WorkerResponse): void {
  process.send?.(response)
}

async function embed({ settings, tokenizer, model }: Loaded, text: string): Promise<Float32Array> {
  const ids = cutToLength(tokenizer, text, settings.maxTokens)
  const { last_hidden_state: output } = await model(ids)
  if (!output) throw new Error('the model gives no last_hidden_state')
  return settings.pooling === 'graph' ? output : poolTokens(output, ids.length, settings.pooling)
}

function countTokens(tokenizer: Tokenizer, words: readonly string[]): number[] {
  const around = tokenizer('').length
  return words.map((word) => tokenizer(word).length - around)
}

function joined(vectors: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array()] = vectors
  const result = new Float32Array(vectors.length * first.length)
  vectors.forEach((vector, index) => {
    result.set(vector, index * first.length)
  })
  return result
}
