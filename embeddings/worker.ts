import { basename, dirname, join } from 'node:path'
import { AutoConfig, AutoTokenizer, env, PreTrainedModel, Tensor } from '@xenova/transformers'
import { poolTokens } from './pooling.js'
import { createSession } from './runtime.js'
import type { WorkerRequest, WorkerResponse, WorkerSettings } from './worker-protocol.js'

/**
 * @module A worker process: loads one model with `@xenova/transformers` and turns texts into vectors of length 1, one text per inference
 * (batches cost padding, and with int8 a text's vector would depend on its neighbours).
 */

/** A token is rarely longer than this many characters; bounds the tokeniser's work on a text without end. */
const CHARACTERS_PER_TOKEN = 32

type Tokenizer = (text: string, options: object) => { readonly input_ids: number[] }
type Model = (inputs: Record<string, Tensor>) => Promise<{ last_hidden_state: Tensor }>
type Embed = (text: string) => Promise<Float32Array>

let embed: Embed | undefined

process.on('message', (request: WorkerRequest) => {
  answer(request).then(respond, (error: unknown) => {
    respond({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  })
})
// Without its parent a worker has nothing to do. It ends with it, and not at a signal that the terminal or the service manager sends to all
// processes of the group: the parent may want to finish its work.
process.on('disconnect', () => process.exit())
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)

async function answer(request: WorkerRequest): Promise<WorkerResponse> {
  if (request.type === 'load') {
    embed = await load(request.settings)
    return { type: 'ready', dimension: (await embed('ready')).length }
  }
  if (!embed) throw new Error('asked to embed before the model was loaded')
  const [first, ...others] = request.texts
  const vector = await embed(first ?? '')
  const vectors = new Float32Array(request.texts.length * vector.length)
  vectors.set(vector)
  for (const [index, text] of others.entries()) vectors.set(await embed(text), (index + 1) * vector.length)
  return { type: 'vectors', vectors }
}

function respond(response: WorkerResponse): void {
  process.send?.(response)
}

async function load(settings: WorkerSettings): Promise<Embed> {
  const { folder, graphFile, pooling, maxTokens } = settings
  env.allowRemoteModels = false
  env.useFSCache = false
  env.localModelPath = dirname(folder)
  const name = basename(folder)
  const tokenizer = (await AutoTokenizer.from_pretrained(name)) as unknown as Tokenizer
  // One thread each, because the pool has a worker per core.
  const session = await createSession(join(folder, graphFile), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  })
  const config: unknown = await AutoConfig.from_pretrained(name)
  const model = new PreTrainedModel(config, session) as unknown as Model
  return async (text) => {
    const ids = tokenIds(tokenizer, text, maxTokens)
    const output = (await model(inputsOf(ids))).last_hidden_state.data as Float32Array
    return pooling === 'graph' ? output : poolTokens(output, ids.length, pooling)
  }
}

/** Special tokens included. A text that is too long loses its end, but keeps the closing token. */
function tokenIds(tokenizer: Tokenizer, text: string, maxTokens: number): number[] {
  const bounded = text.slice(0, maxTokens * CHARACTERS_PER_TOKEN)
  const ids = tokenizer(bounded, { return_tensor: false, padding: false, truncation: false }).input_ids
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)]
}

/** All inputs that models have; each takes those that it knows. */
function inputsOf(ids: readonly number[]): Record<string, Tensor> {
  const tensor = (data: BigInt64Array): Tensor => new Tensor('int64', data, [1, ids.length])
  return {
    input_ids: tensor(BigInt64Array.from(ids, BigInt)),
    attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
    token_type_ids: tensor(new BigInt64Array(ids.length)),
  }
}
