/** Reading request bodies: JSON, or multipart with files. */
import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { StoredFile } from '../world.js'
import { Code, RestError } from './errors.js'

/** Bytes of one request; Discord takes 10 MiB a file and ten files. */
const BODY_LIMIT = 100 * 1024 * 1024

export interface Body {
  /** The JSON, or what stood in `payload_json`; undefined without one. */
  readonly body: unknown
  readonly files: readonly StoredFile[]
}

/** All bytes of a request; throws 413 for more than Discord takes. */
export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
  }
  if (size > BODY_LIMIT) throw new RestError(413, Code.TooLarge, 'Request entity too large')
  return Buffer.concat(chunks)
}

export async function parseBody(raw: Buffer, contentType: string): Promise<Body> {
  if (raw.length === 0) return { body: undefined, files: [] }
  if (!contentType.startsWith('multipart/form-data')) return { body: json(raw.toString('utf8')), files: [] }
  const { payload, files } = await parts(raw, contentType)
  return { body: payload === undefined ? {} : json(payload), files }
}

function parts(
  raw: Buffer,
  contentType: string,
): Promise<{ payload: string | undefined; files: StoredFile[] }> {
  return new Promise((resolve, reject) => {
    let payload: string | undefined
    const files: { index: number; file: StoredFile }[] = []
    const refuse = (): void => {
      reject(new RestError(400, Code.InvalidBody, 'Invalid Form Body'))
    }
    const form = openForm(contentType)
    if (form === undefined) {
      refuse()
      return
    }
    form.on('field', (name, value) => {
      if (name === 'payload_json') payload = value
    })
    form.on('file', (field, stream, name, _encoding, type) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const index = Number(/^files\[(\d+)\]$/.exec(field)?.[1] ?? files.length)
        files.push({ index, file: { name, contentType: type, bytes: Buffer.concat(chunks) } })
      })
    })
    form.on('error', refuse)
    form.on('finish', () => {
      const inOrder = files.sort((a, b) => a.index - b.index)
      resolve({ payload, files: inOrder.map(({ file }) => file) })
    })
    form.end(raw)
  })
}

/** A parser for a multipart type; undefined for one without a boundary. */
function openForm(contentType: string): BusboyInstance | undefined {
  try {
    return new Busboy({ headers: { 'content-type': contentType } })
  } catch {
    return undefined
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RestError(400, Code.InvalidJson, 'The request body contains invalid JSON.')
  }
}
