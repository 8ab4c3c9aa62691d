import { basename, dirname, join } from 'node:path'
import { AutoConfig, AutoTokenizer, BertTokenizer, env, PreTrainedModel, Tensor } from '@xenova/transformers'
import { createSession } from './runtime.js'

/** @module One model, loaded into this process with `@xenova/transformers`. Only for worker processes: inference blocks. */

export interface ModelFiles {
  /** Folder that `@xenova/transformers` loads. */
  readonly folder: string
  /** The ONNX file below `folder`. */
  readonly graphFile: string
}

/** A token is rarely longer than this many characters; bounds the tokeniser's work on a text without end. */
const CHARACTERS_PER_TOKEN = 32

/** Some 10 MB. */
const WORDS_KEPT = 50_000
const LONGEST_KEPT = 60

/** Token ids of a text, special tokens included. */
export type Tokenizer = (text: string) => number[]

/**
 * The graph's outputs for one text of given tokens, by name.
 * `types` tell the texts of a pair apart: 0 and 1; all 0 by default.
 */
export type Model = (
  ids: readonly number[],
  types?: readonly number[],
) => Promise<Record<string, Float32Array>>

export async function loadTokenizer(folder: string): Promise<Tokenizer> {
  stayLocal(folder)
  const tokenizer = await AutoTokenizer.from_pretrained(basename(folder))
  const call = tokenizer as unknown as (text: string, options: object) => { readonly input_ids: number[] }
  const whole: Tokenizer = (text) =>
    call(text, { return_tensor: false, padding: false, truncation: false }).input_ids
  return tokenizer instanceof BertTokenizer ? wordByWord(whole) : whole
}

/**
 * Words keep their tokens in mind, because they come again and again: the tokeniser's rules take a tenth of the time of an
 * inference. Exact for BERT's family, whose tokens never reach over white space. Only over the white space that all its rules
 * know: rarer kinds are dropped, and what stood on both sides is joined.
 */
function wordByWord(tokenizer: Tokenizer): Tokenizer {
  const around = tokenizer('')
  const [first = 0] = around
  const known = new Map<string, readonly number[]>()
  const idsOf = (word: string): readonly number[] => {
    const found = known.get(word)
    if (found !== undefined) return found
    const ids = tokenizer(word).slice(1, -1)
    if (known.size >= WORDS_KEPT) known.clear()
    if (word.length <= LONGEST_KEPT) known.set(word, ids)
    return ids
  }
  return (text) => {
    const ids = [first]
    for (const [word] of text.matchAll(/[^ \t\r\n]+/g)) for (const id of idsOf(word)) ids.push(id)
    ids.push(...around.slice(1))
    return ids
  }
}

/** Tokens of a text. One that is too long loses its end, but keeps the closing token. */
export function cutToLength(tokenizer: Tokenizer, text: string, maxTokens: number): number[] {
  const ids = tokenizer(text.slice(0, maxTokens * CHARACTERS_PER_TOKEN))
  return ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)]
}

/** The tokens of two texts, as a model for pairs takes them. */
export interface TokenizedPair {
  readonly ids: readonly number[]
  readonly types: readonly number[]
}

/** Puts two texts together; the second loses its end when both are too long. */
export type PairTokenizer = (first: string, second: string) => TokenizedPair

export async function loadPairTokenizer(folder: string, maxTokens: number): Promise<PairTokenizer> {
  stayLocal(folder)
  const call = (await AutoTokenizer.from_pretrained(basename(folder))) as unknown as (
    text: string,
    options: object,
  ) => { readonly input_ids: number[]; readonly token_type_ids?: number[] }
  const together = (first: string, second: string): TokenizedPair => {
    const options = { text_pair: second, return_tensor: false, padding: false, truncation: false }
    const { input_ids: ids, token_type_ids: types } = call(first, options)
    return { ids, types: types ?? ids.map(() => 0) }
  }
  return (first, second) => {
    const question = first.slice(0, (maxTokens / 2) * CHARACTERS_PER_TOKEN)
    let kept = second.slice(0, maxTokens * CHARACTERS_PER_TOKEN)
    let pair = together(question, kept)
    // The text is cut, not its tokens, so that the closing tokens stay what the model was taught.
    while (pair.ids.length > maxTokens && kept !== '') {
      kept = kept.slice(0, Math.floor(kept.length * Math.min(0.9, maxTokens / pair.ids.length)))
      pair = together(question, kept)
    }
    return pair.ids.length > maxTokens
      ? { ids: pair.ids.slice(0, maxTokens), types: pair.types.slice(0, maxTokens) }
      : pair
  }
}

/** A text in parts that stand one after the other, so that it is known which tokens are whose. */
export interface TokenizedParts {
  readonly ids: readonly number[]
  /** Of each part, as places in `ids`; empty for a part that has no tokens, or of which none could be kept. */
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

/** The tokens of all parts between those that are put around every text, cut to length as a text is. */
export function tokenizeParts(
  tokenizer: Tokenizer,
  parts: readonly string[],
  maxTokens: number,
): TokenizedParts {
  const around = tokenizer('')
  const probe = tokenizer('a')
  const differing = around.findIndex((id, at) => id !== probe[at])
  const before = differing === -1 ? around.length : differing
  const after = around.length - before
  const longest = maxTokens - after
  const ids = around.slice(0, before)
  const spans = parts.map((part) => {
    const start = ids.length
    const own = start === longest ? [] : tokenizer(part.slice(0, maxTokens * CHARACTERS_PER_TOKEN))
    ids.push(...own.slice(before, own.length - after).slice(0, longest - start))
    return { start, end: ids.length }
  })
  return { ids: [...ids, ...around.slice(before)], spans }
}

export async function loadModel({ folder, graphFile }: ModelFiles): Promise<Model> {
  stayLocal(folder)
  // One thread each, because there is a worker process for every core.
  const session = await createSession(join(folder, graphFile), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
  })
  const config: unknown = await AutoConfig.from_pretrained(basename(folder))
  const model = new PreTrainedModel(config, session) as unknown as (
    inputs: Record<string, Tensor>,
  ) => Promise<Record<string, Tensor>>
  return async (ids, types) => {
    const outputs = await model(inputsOf(ids, types))
    return Object.fromEntries(Object.entries(outputs).map(([name, { data }]) => [name, data as Float32Array]))
  }
}

function stayLocal(folder: string): void {
  env.allowRemoteModels = false
  env.useFSCache = false
  env.localModelPath = dirname(folder)
}

/** All inputs that models have; each takes those that it knows. */
function inputsOf(ids: readonly number[], types?: readonly number[]): Record<string, Tensor> {
  const tensor = (data: BigInt64Array): Tensor => new Tensor('int64', data, [1, ids.length])
  return {
    input_ids: tensor(BigInt64Array.from(ids, BigInt)),
    attention_mask: tensor(new BigInt64Array(ids.length).fill(1n)),
    token_type_ids: tensor(
      types === undefined ? new BigInt64Array(ids.length) : BigInt64Array.from(types, BigInt),
    ),
  }
}
