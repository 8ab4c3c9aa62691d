/** An OpenAI-compatible endpoint on loopback that answers what a test has written for it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
})

export interface ModelRequest {
  readonly headers: IncomingMessage['headers']
  readonly model: string
  /** All messages, one after the other. */
  readonly prompt: string
  /** The number under which a passage (`06MEXICO1889 ¶2`) was sent. */
  numberOf(label: string): number
}

/** What the endpoint does with a request. */
export type Script = (request: ModelRequest, response: ServerResponse) => void

export class ScriptedModel {
  readonly requests: ModelRequest[] = []
  script: Script = (_, response) => response.writeHead(500).end()
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      let body = ''
      request.setEncoding('utf8').on('data', (text: string) => (body += text))
      request.on('end', () => {
        const seen = readRequest(request, body)
        this.requests.push(seen)
        this.script(seen, response)
      })
    })
  }

  static async start(): Promise<ScriptedModel> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new ScriptedModel(server)
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

/** Answers with a text. */
export function says(text: string | ((request: ModelRequest) => string)): Script {
  return (request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(completion(typeof text === 'string' ? text : text(request))))
  }
}

export function completion(content: string): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }
}

function readRequest(request: IncomingMessage, body: string): ModelRequest {
  const { model, messages } = requestSchema.parse(JSON.parse(body))
  const prompt = messages.map(({ content }) => content).join('\n\n')
  return {
    headers: request.headers,
    model,
    prompt,
    numberOf(label) {
      const escaped = label.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
      const found = new RegExp(`\\[(\\d+)\\] BEGIN \\S+\\n${escaped}(?: ·|\\n)`).exec(prompt)
      if (found === null) throw new Error(`${label} was not sent`)
      return Number(found[1])
    },
  }
}
