/** @module The endpoint: one question to it, one reply or one plain reason why there is none. */
import type { AIMessage } from '@langchain/core/messages'
import { type Runnable, RunnableLambda } from '@langchain/core/runnables'
import { ChatOpenAI } from '@langchain/openai'
import { PROMPT, type PromptValues } from './prompt.js'

export interface LanguageModelOptions {
  /** Up to where `/chat/completions` follows. */
  readonly baseUrl: string
  readonly model: string
  readonly apiKey: string | undefined
  readonly timeoutMs: number
}

/**
 * Why a model gave no reply, in words that hold nothing of what it said: an endpoint may repeat the key in its errors.
 */
export class LanguageModelError extends Error {
  override readonly name = 'LanguageModelError'
}

/** Far above any answer that is asked for, far below what would hurt (bytes). */
const RESPONSE_MAX = 256 * 1024
const ANSWER_TOKENS_MAX = 600

/** These take neither a temperature nor a small limit, because they think first. */
const REASONING_MODEL = /^(?:o\d|gpt-5)/i

/**
 * LangChain sends what it runs to a service of its makers when one of these is set, as they are on many developers' machines.
 * Nothing of the archive goes there.
 */
const TRACING = ['LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_TRACING', 'LANGCHAIN_TRACING']

export type AskModel = (values: PromptValues) => Promise<string>

/** @returns asks the model once; rejects with a `LanguageModelError`, at the latest after `timeoutMs` */
export function languageModel(options: LanguageModelOptions): AskModel {
  for (const name of TRACING) Reflect.deleteProperty(process.env, name)
  const chain = chainOf(options)
  return async (values) => {
    const deadline = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new LanguageModelError(`it gave no answer within ${options.timeoutMs} ms`))
        deadline.abort()
      }, options.timeoutMs)
    })
    try {
      return await Promise.race([chain.invoke(values, { signal: deadline.signal }), late])
    } catch (error) {
      throw error instanceof LanguageModelError ? error : new LanguageModelError(reasonOf(error))
    } finally {
      clearTimeout(timer)
    }
  }
}

function chainOf({
  baseUrl,
  model,
  apiKey,
  timeoutMs,
}: LanguageModelOptions): Runnable<PromptValues, string> {
  const chat = new ChatOpenAI({
    model,
    // Always given: without it the client would take OPENAI_API_KEY of the environment and send it to this endpoint.
    apiKey: apiKey ?? 'none',
    useResponsesApi: false,
    streaming: false,
    maxRetries: 0,
    timeout: timeoutMs,
    ...(!REASONING_MODEL.test(model) && { temperature: 0, maxTokens: ANSWER_TOKENS_MAX }),
    configuration: {
      baseURL: baseUrl,
      organization: null,
      project: null,
      fetch: (input: string | URL | Request, init?: RequestInit) =>
        boundedFetch(input, apiKey === undefined ? withoutKey(init) : init),
    },
  })
  const words = RunnableLambda.from((message: AIMessage) => message.text)
  return PROMPT.pipe(chat).pipe(words)
}

/** The client insists on a key; a server that was given none is sent none. */
function withoutKey(init: RequestInit = {}): RequestInit {
  const headers = new Headers(init.headers)
  headers.delete('authorization')
  return { ...init, headers }
}

/** Reads the whole response here, under the same signal: the client itself would wait for a body without end. */
async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' })
  const { status, statusText, headers, body } = response
  if (body === null) return response
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > RESPONSE_MAX) throw new LanguageModelError(`its response is longer than ${RESPONSE_MAX} bytes`)
    chunks.push(chunk)
  }
  const kept = new Headers(headers)
  kept.delete('content-encoding')
  kept.delete('content-length')
  return new Response(Buffer.concat(chunks), { status, statusText, headers: kept })
}

function reasonOf(error: unknown): string {
  const known = causesOf(error).find((cause) => cause instanceof LanguageModelError)
  if (known !== undefined) return known.message
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (typeof status === 'number') return `it answered with HTTP ${status}`
  const code = causesOf(error)
    .map((cause) => ('code' in cause ? cause.code : undefined))
    .find((each) => typeof each === 'string' && /^[A-Z_]{3,40}$/.test(each))
  if (typeof code === 'string') return `it could not be reached, or it broke off (${code})`
  return 'its response could not be read'
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = []
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) causes.push(cause)
  return causes
}
