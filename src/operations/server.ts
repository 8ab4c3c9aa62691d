/** @module A small HTTP server for the owner's monitoring: `/metrics` and `/healthz`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UserError } from '../errors.js'
import type { Metrics } from './metrics.js'

export interface OperationsOptions {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  readonly metrics: Metrics
  /** Whether the bot can answer now. */
  readonly isHealthy: () => boolean
}

export interface OperationsServer {
  readonly port: number
  close(): Promise<void>
}

/** @throws UserError when the port cannot be had */
export async function serveOperations(options: OperationsOptions): Promise<OperationsServer> {
  const { host, port } = options
  const server = createServer((request, response) => {
    respond(request, options).then(
      (answer) => {
        send(response, answer)
      },
      () => {
        send(response, { status: 500, type: 'text/plain', body: 'The figures cannot be had.\n' })
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason = cause.code ?? cause.message
      reject(
        new UserError(
          `The metrics cannot be served on ${host}:${port} (${reason}); choose another METRICS_PORT or METRICS_HOST.`,
          { cause },
        ),
      )
    })
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
}

async function respond({ method, url }: IncomingMessage, options: OperationsOptions): Promise<Answer> {
  const text = (status: number, body: string): Answer => ({ status, type: 'text/plain', body: `${body}\n` })
  if (method !== 'GET' && method !== 'HEAD') return text(405, 'Only GET.')
  switch (url?.split('?', 1)[0]) {
    case '/metrics':
      return { status: 200, type: options.metrics.contentType, body: await options.metrics.text() }
    case '/healthz':
      return options.isHealthy() ? text(200, 'ok') : text(503, 'not connected to Discord')
    default:
      return text(404, 'Here are /metrics and /healthz.')
  }
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': type })
  response.end(body)
}
