import type { z } from 'zod'
import type { Message } from '../wire.js'
import type { StoredFile } from '../world.js'
import { invalidBody } from './errors.js'

/** One request of the bot, taken apart. */
export interface Call {
  /** `GET`, `POST`, `PUT`, `PATCH`, `DELETE` */
  readonly method: string
  /** The path as Discord's description writes it: `/webhooks/{webhook_id}/{webhook_token}/messages/@original`. */
  readonly route: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The JSON body, or what stood in `payload_json`; undefined without one. */
  readonly body: unknown
  readonly files: readonly StoredFile[]
}

/** A value is sent as JSON with status 200; undefined is 204 without a body. */
export type Answer = object | undefined

export interface Route {
  readonly method: string
  readonly path: string
  /** False where the token in the path is the proof, as with interactions. */
  readonly needsBot: boolean
  handle(call: Call): Answer
  /** The message that the request edits, whose flags count when its body is judged. */
  edits?(call: Call): Message | undefined
}

/** The value of a path parameter; a missing one is a mistake in the table of routes. */
export function param(call: Call, name: string): string {
  const value = call.params[name]
  if (value === undefined) throw new Error(`${call.route} has no {${name}}`)
  return value
}

/** Reads a body, or refuses it with the places that do not fit. `at`: where the value stands in the whole body. */
export function read<T>(schema: z.ZodType<T>, body: unknown, at = ''): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const prefix = at === '' ? [] : [at]
  throw invalidBody(
    result.error.issues.map(({ path, message }) => ({
      path: [...prefix, ...path.map(String)].join('.'),
      message,
      code: 'BASE_TYPE_BAD',
    })),
  )
}

/** The parameters of a path that fits a pattern, or undefined. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = decoded(given[index] ?? '')
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    if (name === undefined ? part !== value : value === '') return undefined
    if (name !== undefined) params[name] = value
  }
  return params
}

function decoded(part: string): string {
  if (!part.includes('%')) return part
  try {
    return decodeURIComponent(part)
  } catch {
    // A stray % stands for itself; no route has one.
    return part
  }
}
