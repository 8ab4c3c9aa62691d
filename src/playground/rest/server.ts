/** The HTTP side: takes requests apart, checks token, limits and payload, and hands them to their route. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { StoredFile, World } from '../world.js'
import { bytesOf, parseBody } from './body.js'
import { Code, invalidBody, RestError, type Problem } from './errors.js'
import { RateLimits, type Break } from './rate-limits.js'
import { match, type Call, type Route } from './route.js'

/** What a validator judges: one payload of the bot. */
export interface Payload {
  readonly method: string
  /** The path as Discord's description writes it, such as `/channels/{channel_id}/messages`. */
  readonly route: string
  readonly body: unknown
  /** Names of the files sent with it. */
  readonly files: readonly string[]
  /** Flags of the message that it edits; 0 for a new one. */
  readonly flags: number
}

/** Gives what is wrong with a payload, nothing if it is good; an error that it throws counts as a problem too. */
export type Validate = (payload: Payload) => readonly Problem[]

/** A request of the bot, and what came of it. */
export interface LoggedRequest {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly body: unknown
  /** What was wrong, in words; undefined for a status below 400. */
  readonly error: string | undefined
}

/** A payload that was refused: by the validator or by the rules of the stand-in itself. */
export interface RefusedPayload {
  readonly method: string
  readonly route: string
  readonly body: unknown
  readonly problems: readonly Problem[]
}

const REQUESTS_KEPT = 2_000

export class RestServer {
  readonly limits = new RateLimits()
  readonly requests: LoggedRequest[] = []
  readonly refused: RefusedPayload[] = []
  /** Routes that the bot asked for in vain. */
  readonly unknownRoutes: string[] = []
  /** Errors of the stand-in itself. */
  readonly faults: unknown[] = []
  readonly http: Server
  routes: readonly Route[] = []

  constructor(
    readonly world: World,
    readonly token: string,
    readonly validate: Validate | undefined,
  ) {
    this.http = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.faults.push(error)
        response.destroy()
      })
    })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = /^\/attachments\/(\d+\/\d+)\//.exec(url.pathname)?.[1]
    if (file !== undefined) {
      sendFile(response, this.world.files.get(file))
      return
    }
    const { call, reply } = await this.#answer(request, url)
    if (reply.breaks === 'unheard') {
      // Closed, as by a proxy in between.
      request.socket.destroy()
      return
    }
    const { method, route, body } = call
    const error = reply.status < 400 ? undefined : JSON.stringify(reply.body)
    this.requests.push({ method, route, body, status: reply.status, error })
    if (this.requests.length > REQUESTS_KEPT) this.requests.shift()
    if (reply.breaks === 'unanswered') request.socket.resetAndDestroy()
    else send(response, reply)
  }

  /** Goes through Discord's order: token, route, rate limit, payload, then the route itself. */
  async #answer(request: IncomingMessage, url: URL): Promise<{ call: Call; reply: HttpReply }> {
    const method = request.method ?? 'GET'
    const path = url.pathname.replace(/^\/api(\/v\d+)?/, '')
    let call: Call = { method, route: path, params: {}, query: url.searchParams, body: undefined, files: [] }
    let headers: Record<string, string> = {}
    try {
      const raw = await bytesOf(request)
      const { route, params } = this.#find(method, path)
      call = { ...call, route: route.path, params }
      if (route.needsBot && request.headers.authorization !== `Bot ${this.token}`) {
        throw new RestError(401, Code.General, '401: Unauthorized')
      }
      const verdict = this.limits.judge(method, route.path, params, route.needsBot)
      headers = verdict.headers
      if (verdict.refusal) return { call, reply: { ...verdict.refusal, headers } }
      const broken = verdict.breaks && { breaks: verdict.breaks }
      if (verdict.breaks === 'unheard')
        return { call, reply: { status: 0, body: undefined, headers, ...broken } }
      call = { ...call, ...(await parseBody(raw, request.headers['content-type'] ?? '')) }
      this.#judge(call, route)
      const body = route.handle(call)
      return { call, reply: { status: body === undefined ? 204 : 200, body, headers, ...broken } }
    } catch (error) {
      if (!(error instanceof RestError)) {
        // A fault of the stand-in, not of the bot: said to both.
        this.faults.push(error)
        return { call, reply: { status: 500, body: { message: String(error), code: 0 }, headers } }
      }
      if (error.code === Code.InvalidBody) this.#refuse(call, error.problems)
      if (error.code === Code.EmptyMessage) this.#refuse(call, [{ path: '', message: error.message }])
      return { call, reply: { status: error.status, body: error.body, headers } }
    }
  }

  #find(method: string, path: string): { route: Route; params: Record<string, string> } {
    let isKnownPath = false
    for (const route of this.routes) {
      const params = match(route.path, path)
      if (params && route.method === method) return { route, params }
      isKnownPath ||= params !== undefined
    }
    if (isKnownPath) throw new RestError(405, Code.General, '405: Method Not Allowed')
    this.unknownRoutes.push(`${method} ${path}`)
    throw new RestError(404, Code.General, '404: Not Found')
  }

  #judge(call: Call, route: Route): void {
    if (this.validate === undefined || call.body === undefined) return
    const { method, body } = call
    const flags = route.edits?.(call)?.flags ?? 0
    const files = call.files.map(({ name }) => name)
    const problems = judged(this.validate, { method, route: route.path, body, files, flags })
    if (problems.length > 0) throw invalidBody(problems)
  }

  #refuse(call: Call, problems: readonly Problem[]): void {
    const { method, route, body } = call
    this.refused.push({ method, route, body, problems })
  }
}

/** An error that the validator throws is a problem of the body as a whole. */
function judged(validate: Validate, payload: Payload): readonly Problem[] {
  try {
    return validate(payload)
  } catch (error) {
    return [{ path: '', message: error instanceof Error ? error.message : String(error) }]
  }
}

interface HttpReply {
  readonly status: number
  readonly body: object | undefined
  readonly headers: Record<string, string>
  /** Where the connection breaks in its stead. */
  readonly breaks?: Break
}

/** A reply without a body must not claim to be JSON: the client would try to read it. */
function send(response: ServerResponse, { status, body, headers }: HttpReply): void {
  const text = body === undefined ? undefined : JSON.stringify(body)
  response.writeHead(status, {
    ...headers,
    ...(text !== undefined && { 'Content-Type': 'application/json' }),
  })
  response.end(text)
}

function sendFile(response: ServerResponse, file: StoredFile | undefined): void {
  if (file === undefined) {
    send(response, { status: 404, body: { message: '404: Not Found', code: 0 }, headers: {} })
    return
  }
  response.writeHead(200, { 'Content-Type': file.contentType, 'Content-Length': file.bytes.length })
  response.end(file.bytes)
}
