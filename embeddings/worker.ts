import { basename, dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { AutoModel, AutoTokenizer, env, Tensor } from '@xenova/transformers'
import { poolTokens } from './pooling.js'
import { cpuBackend, loadRuntime } from './runtime.js'
import { CLOSE, type WorkerRequest, type WorkerResponse, type WorkerSettings } from './worker-protocol.js'

/**
 * @module A worker thread: loads one model with `@xenova/transformers` and turns texts into vectors of length 1, one text per inference
 * (batches cost padding, and with int8 a text's vector would depend on its neighbours).
 */

/** A token is rarely longer than this many characters; bounds the tokeniser's work on a text without end. */
const CHARACTERS_PER_TOKEN = 32

interface Encoding {
  readonly input_ids: number[]
}

type Tokenizer = (text: string, options: object) => Encoding
type Model = (inputs: Record<string, Tensor>) => Promise<{ last_hidden_state: Tensor }>

const port = parentPort
if (!port) throw new Error('worker.js runs as a worker thread only')
const settings = workerData as WorkerSettings

const { tokenizer, model } = await load()
const dimension = (await embed('ready')).length
respond({ type: 'ready', dimension })

port.on('message', (message: WorkerRequest | typeof CLOSE) => {
  if (message === CLOSE) port.close()
  else void answer(message)
})

async function answer({ texts }: WorkerRequest): Promise<void> {
  try {
    const vectors = new Float32Array(texts.length * dimension)
    for (const [index, text] of texts.entries()) vectors.set(await embed(text), index * dimension)
    respond({ type: 'vectors', vectors })
  } catch (error) {
    respond({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}

function respond(response: WorkerResponse): void {
  port?.postMessage(response, response.type === 'vectors' ? [response.vectors.buffer] : [])
}

async function load(): Promise<{ tokenizer: Tokenizer; model: Model }> {
  env.allowRemoteModels = false
  env.useFSCache = false
  env.localModelPath = dirname(settings.folder)
  useOneThread(join(settings.folder, settings.graphFile))
  const name = basename(settings.folder)
  const quantized = settings.graphFile.endsWith('_quantized.onnx')
  return {
    tokenizer: (await AutoTokenizer.from_pretrained(name)) as unknown as Tokenizer,
    model: (await AutoModel.from_pretrained(name, { quantized })) as unknown as Model,
  }
}

/**
 * Session options count only when the runtime is given a path, but `@xenova/transformers` gives it the file's bytes and no options.
 * So the session is made here: one thread each, because the pool has a worker per core.
 */
function useOneThread(modelPath: string): void {
  const backend = cpuBackend()
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' }
  const priority = 1000 // above that of the runtime's own registration
  loadRuntime().registerBackend(
    'cpu',
    {
      init: () => backend.init(),
      createSessionHandler: () => backend.createSessionHandler(modelPath, options),
    },
    priority,
  )
}

async function embed(text: string): Promise<Float32Array> {
  const ids = tokenIds(text)
  const output = (await model(inputsOf(ids))).last_hidden_state.data as Float32Array
  return settings.pooling === 'graph' ? output : poolTokens(output, ids.length, settings.pooling)
}

/** Special tokens included. A text that is too long loses its end, but keeps the closing token. */
function tokenIds(text: string): number[] {
  const { maxTokens } = settings
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
