/** @module Files, folders and standard input into cables, one outcome after the other. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { decodeText, looksBinary } from './decode.js'
import { canonicalId } from './ids.js'
import { LONGEST_MESSAGE, readMessage } from './message/message.js'
import type { ReadOutcome } from './outcome.js'

/** Largest file that is read as one message (bytes). */
const LARGEST_MESSAGE_FILE = LONGEST_MESSAGE

/** Name of standard input on the command line, and the path in its outcomes. */
const STANDARD_INPUT = '-'

/**
 * Reads cables from files and folders, in the order given; folders are walked in the order of their names.
 * What holds no cable gives a refusal, never an exception.
 * @param paths files and folders; `-` is standard input
 */
export async function* readPaths(paths: readonly string[]): AsyncGenerator<ReadOutcome> {
  for (const path of paths) yield* readPath(path, true)
}

async function* readPath(path: string, named: boolean): AsyncGenerator<ReadOutcome> {
  if (path === STANDARD_INPUT) {
    yield* readBytes(path, await collect(process.stdin, LARGEST_MESSAGE_FILE), named)
    return
  }
  let isFolder: boolean
  let size: number
  try {
    const found = await stat(path)
    isFolder = found.isDirectory()
    size = found.size
    if (!isFolder && !found.isFile()) {
      yield { kind: 'refused', path, reason: 'it is neither a file nor a folder' }
      return
    }
  } catch (error) {
    yield { kind: 'refused', path, reason: explain(error) }
    return
  }
  if (isFolder) {
    yield* readFolder(path)
    return
  }
  if (size > LARGEST_MESSAGE_FILE) {
    yield { kind: 'refused', path, reason: tooLarge(size) }
    return
  }
  let bytes: Uint8Array | null
  try {
    bytes = await collect(createReadStream(path), LARGEST_MESSAGE_FILE)
  } catch (error) {
    yield { kind: 'refused', path, reason: explain(error) }
    return
  }
  yield* readBytes(path, bytes, named)
}

async function* readFolder(path: string): AsyncGenerator<ReadOutcome> {
  let names: string[]
  try {
    names = (await readdir(path)).sort()
  } catch (error) {
    yield { kind: 'refused', path, reason: explain(error) }
    return
  }
  for (const name of names) {
    // Hidden files belong to the file system or to tools.
    if (!name.startsWith('.')) yield* readPath(join(path, name), false)
  }
}

function* readBytes(path: string, bytes: Uint8Array | null, named: boolean): Generator<ReadOutcome> {
  if (bytes === null) {
    yield { kind: 'refused', path, reason: tooLarge(LARGEST_MESSAGE_FILE) }
    return
  }
  if (bytes.length === 0) {
    yield { kind: 'refused', path, reason: 'the file is empty' }
    return
  }
  if (looksBinary(bytes)) {
    yield { kind: 'refused', path, reason: 'it is no text' }
    return
  }
  const message = decodeText(bytes)
  // Lists of JSON records lie beside cables in many collections; in a folder they are passed over as side data.
  if (!named && /^\s*[{[]\s*["{]/.test(message.slice(0, 200))) return
  const outcome = readMessage(message, { nameId: idOfName(path), source: { path, format: 'message' } })
  yield outcome.kind === 'cable' ? { kind: 'cable', cable: outcome.cable, message } : { ...outcome, path }
}

function idOfName(path: string): string | null {
  return canonicalId(basename(path).replace(/\.[A-Za-z0-9]{1,5}$/, ''))
}

async function collect(stream: AsyncIterable<Buffer | string>, limit: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    size += bytes.length
    if (size > limit) return null
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function tooLarge(size: number): string {
  return `it is too large for a cable (${Math.ceil(size / 1_000_000)} MB; at most ${LARGEST_MESSAGE_FILE / 1_000_000} MB are read as one)`
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'there is no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read (permission denied)'
  return `it cannot be read (${error instanceof Error ? error.message : String(error)})`
}
