import {
  cutToLength,
  loadModel,
  loadTokenizer,
  tokenizeParts,
  type Model,
  type Tokenizer,
} from './inference.js'
import { packVectors } from './packed-vectors.js'
import { meanOfTokens, poolTokens } from './pooling.js'
import { packSigns, TOKEN_BYTES } from './token-signs.js'
import { serveRequests } from './worker-loop.js'
import type {
  JobResults,
  QuestionPart,
  WorkerRequest,
  WorkerResponse,
  WorkerSettings,
} from './worker-protocol.js'

/**
 * @module A worker process: turns texts into vectors of length 1, one text per inference (batches cost padding, and with int8 a text's
 * vector would depend on its neighbours).
 */

/** Of a question's terms; more than any real one has. Each is compared with all of every candidate, and is kept in the cache of questions. */
const MOST_TOKENS = 64

interface Loaded {
  readonly settings: WorkerSettings
  readonly tokenizer: Tokenizer
  readonly model: Model
}

let loaded: Loaded | undefined

serveRequests(answer)

async function answer(request: WorkerRequest): Promise<WorkerResponse> {
  if (request.type === 'load') {
    const { settings } = request
    loaded = { settings, tokenizer: await loadTokenizer(settings.folder), model: await loadModel(settings) }
    const passageTokens = settings.maxTokens - loaded.tokenizer(settings.passagePrefix).length
    return { type: 'ready', dimension: (await embed(loaded, 'ready')).length, passageTokens }
  }
  if (!loaded) throw new Error('asked to work before the model was loaded')
  if (request.type === 'count') return { type: 'done', result: countTokens(loaded.tokenizer, request.words) }
  if (request.type === 'embedParts') return { type: 'done', result: await embedParts(loaded, request.texts) }
  if (request.type === 'embedQuestion')
    return { type: 'done', result: await embedQuestion(loaded, request.head, request.parts) }
  if (request.type === 'score') throw new Error('an embedding model scores no pairs')
  const vectors: Float32Array[] = []
  for (const text of request.texts) vectors.push(await embed(loaded, text))
  return { type: 'done', result: joined(vectors) }
}

async function embed({ settings, tokenizer, model }: Loaded, text: string): Promise<Float32Array> {
  return (await run(model, settings, cutToLength(tokenizer, text, settings.maxTokens))).vector
}

async function embedParts(
  { settings, tokenizer, model }: Loaded,
  texts: readonly (readonly string[])[],
): Promise<JobResults['embedParts']> {
  const vectors: Float32Array[] = []
  const parts: Float32Array[] = []
  const signs: Uint8Array[] = []
  for (const text of texts) {
    const { ids, spans } = tokenizeParts(tokenizer, text, settings.maxTokens)
    const { vector, tokens } = await run(model, settings, ids)
    vectors.push(vector)
    // Without the tokens that stand around every text.
    signs.push(packSigns(tokens, vector.length, spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0))
    for (const { start, end } of spans.slice(1)) {
      // A part of which the model reads nothing stands for its text.
      parts.push(start === end ? vector : meanOfTokens(tokens, vector.length, start, end))
    }
  }
  return {
    vectors: joined(vectors),
    parts: packVectors(parts, vectors[0]?.length ?? 0),
    tokens: Buffer.concat(signs),
    tokenCounts: signs.map(({ length }) => length / TOKEN_BYTES),
  }
}

async function embedQuestion(
  { settings, tokenizer, model }: Loaded,
  head: string,
  parts: readonly QuestionPart[],
): Promise<JobResults['embedQuestion']> {
  const texts = [head, ...parts.map(({ text }) => text)]
  const { ids, spans } = tokenizeParts(tokenizer, texts, settings.maxTokens)
  const { vector, tokens } = await run(model, settings, ids)
  const weighed: Float32Array[] = []
  let room = MOST_TOKENS
  spans.slice(1).forEach(({ start, end }, at) => {
    if (parts[at]?.weight === 0) return
    const count = Math.min(room, end - start)
    room -= count
    weighed.push(tokens.subarray(start * vector.length, (start + count) * vector.length))
  })
  return {
    vector,
    tokens: joined(weighed),
    tokenCounts: weighed.map(({ length }) => length / vector.length),
  }
}

/** The vector of a text, and those of its tokens. */
async function run(
  model: Model,
  { pooling }: WorkerSettings,
  ids: readonly number[],
): Promise<{ vector: Float32Array; tokens: Float32Array }> {
  const { last_hidden_state: output, token_vectors: tokens } = await model(ids)
  if (!output) throw new Error('the model gives no last_hidden_state')
  if (pooling !== 'graph') return { vector: poolTokens(output, ids.length, pooling), tokens: output }
  if (!tokens) throw new Error('the model gives no token_vectors')
  return { vector: output, tokens }
}

function countTokens(tokenizer: Tokenizer, words: readonly string[]): number[] {
  const around = tokenizer('').length
  return words.map((word) => tokenizer(word).length - around)
}

/** One after the other. */
function joined(vectors: readonly Float32Array[]): Float32Array {
  const result = new Float32Array(vectors.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const vector of vectors) {
    result.set(vector, next)
    next += vector.length
  }
  return result
}
