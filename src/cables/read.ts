/**
 * @module Files, folders, archives and standard input into cables, one outcome after the other. What a file holds is told from
 * its content. A folder may also hold other things than cables: pictures and other binary files and JSON are passed over
 * there, and refused only when they are named themselves; text without a cable is always refused.
 */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { decodeText } from './decode.js'
import { utf16Order, utf16ToUtf8 } from './encodings/utf16.js'
import { readCsv } from './forms/csv-records.js'
import { readPage } from './forms/html.js'
import { messagesIn } from './forms/messages.js'
import { collect, peek, type Peeked } from './forms/peeked.js'
import { sniff, SNIFFED_BYTES, type Kind } from './forms/sniff.js'
import { readZip, ZipError } from './forms/zip.js'
import { canonicalId } from './ids.js'
import { LONGEST_MESSAGE, readMessage, type MessageHints } from './message/message.js'
import type { ReadOutcome } from './outcome.js'

/** Largest file that is read as one message or page (bytes); dumps are streams and have no limit of their own. */
const LARGEST_FILE = LONGEST_MESSAGE
/** Largest archive that is taken from standard input (bytes): its directory stands at the end. */
const LARGEST_PIPED_ARCHIVE = 512_000_000
/** Name of standard input on the command line, and the path in its outcomes. */
const STANDARD_INPUT = '-'

/** Where a source stands: it decides what is refused and what is passed over. */
interface Place {
  /** Given by the user, not found in a folder or archive. */
  readonly named: boolean
  /** Inside an archive or a compressed file; archives are not opened there. */
  readonly packed: boolean
}

/**
 * Reads cables from files, folders and archives, in the order given; folders are walked in the order of their names.
 * What holds no cable gives a refusal, never an exception.
 * @param paths files and folders; `-` is standard input
 */
export async function* readPaths(paths: readonly string[]): AsyncGenerator<ReadOutcome> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) yield* readStream(path, process.stdin, { named: true, packed: false })
    else yield* readPath(path, true)
  }
}

/**
 * Reads a message again that was stored.
 * @param hints what its page or dump said of it
 */
export function readAgain(message: string, hints: MessageHints): Iterable<ReadOutcome> {
  return cablesOf(message, hints)
}

async function* readPath(path: string, named: boolean): AsyncGenerator<ReadOutcome> {
  let found
  try {
    found = await stat(path)
  } catch (error) {
    yield refused(path, explain(error))
    return
  }
  if (found.isDirectory()) yield* readFolder(path)
  else if (found.isFile()) yield* readStream(path, createReadStream(path), { named, packed: false })
  else if (named) yield refused(path, 'it is neither a file nor a folder')
}

async function* readFolder(path: string): AsyncGenerator<ReadOutcome> {
  let names: string[]
  try {
    names = (await readdir(path)).sort()
  } catch (error) {
    yield refused(path, explain(error))
    return
  }
  for (const name of names) {
    // Hidden files belong to the file system or to tools.
    if (!name.startsWith('.')) yield* readPath(join(path, name), false)
  }
}

async function* readStream(path: string, stream: Readable, place: Place): AsyncGenerator<ReadOutcome> {
  try {
    const peeked = await peek(stream, SNIFFED_BYTES)
    yield* readKind(path, sniff(peeked.head), peeked, place)
  } catch (error) {
    yield refused(path, explain(error))
  } finally {
    stream.destroy()
  }
}

async function* readKind(
  path: string,
  kind: Kind,
  peeked: Peeked,
  place: Place,
): AsyncGenerator<ReadOutcome> {
  switch (kind) {
    case 'empty':
      yield refused(path, 'the file is empty')
      return
    case 'binary':
      if (place.named) yield refused(path, 'it is no text, page, dump or archive of cables')
      return
    case 'json':
      if (place.named) yield refused(path, 'it holds JSON, which is no form of a cable')
      return
    case 'zip':
      if (place.packed) yield refused(path, 'archives inside archives are not read')
      else yield* readArchive(path, peeked)
      return
    case 'gzip':
      if (place.packed) yield refused(path, 'archives inside archives are not read')
      else yield* readStream(path, unzipped(peeked), { ...place, packed: true })
      return
    case 'csv':
      yield* readDump(path, peeked)
      return
    case 'html':
    case 'text': {
      const bytes = await collect(peeked.all, LARGEST_FILE)
      if (bytes === null)
        yield refused(
          path,
          `it is too large for a cable (over ${LARGEST_FILE / 1_000_000} MB in one message)`,
        )
      else yield* kind === 'html' ? readHtml(path, decodeText(bytes)) : readText(path, decodeText(bytes))
    }
  }
}

/** An error on either side ends the other, and shows where the result is read. */
function unzipped(peeked: Peeked): Readable {
  const gunzip = createGunzip()
  pipeline(Readable.from(peeked.all), gunzip, (error) => {
    if (error && !gunzip.destroyed) gunzip.destroy(error)
  })
  return gunzip
}

async function* readArchive(path: string, peeked: Peeked): AsyncGenerator<ReadOutcome> {
  const source = path === STANDARD_INPUT ? await collect(peeked.all, LARGEST_PIPED_ARCHIVE) : path
  if (source === null) {
    yield refused(
      path,
      `an archive from standard input may have ${LARGEST_PIPED_ARCHIVE / 1_000_000} MB; give it as a file`,
    )
    return
  }
  try {
    for await (const entry of readZip(source)) {
      const entryPath = `${path}!${entry.name}`
      if (entry.unsafe !== null) {
        yield refused(entryPath, entry.unsafe)
        continue
      }
      let stream: Readable
      try {
        stream = await entry.open()
      } catch (error) {
        if (!(error instanceof ZipError)) throw error
        yield refused(entryPath, error.message)
        continue
      }
      yield* readStream(entryPath, stream, { named: false, packed: true })
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    yield refused(path, error.message)
  }
}

async function* readDump(path: string, peeked: Peeked): AsyncGenerator<ReadOutcome> {
  const order = utf16Order(peeked.head)
  for await (const record of readCsv(order === null ? peeked.all : utf16ToUtf8(peeked.all, order))) {
    if ('reason' in record) yield refused(path, record.reason, record.line)
    else yield* cablesOf(record.message, { ...record.hints, source: { path, format: 'csv' } }, record.line)
  }
}

function* readHtml(path: string, html: string): Generator<ReadOutcome> {
  const page = readPage(html)
  if (page === null) yield refused(path, 'no cable in it: the page has no block with a message')
  else
    yield* cablesOf(page.message, {
      ...page.hints,
      nameId: idOfName(path),
      source: { path, format: 'mirror-html' },
    })
}

function readText(path: string, text: string): Generator<ReadOutcome> {
  return cablesOf(text, { nameId: idOfName(path), source: { path, format: 'message' } })
}

/** @param line of the record that the text is, where its file holds several */
function* cablesOf(text: string, hints: MessageHints, line?: number): Generator<ReadOutcome> {
  for (const found of messagesIn(text, hints)) {
    const outcome = readMessage(found.message, found.hints)
    if (outcome.kind === 'refused') yield refused(hints.source.path, outcome.reason, line ?? found.line)
    else if (found.isScrap === true && outcome.cable.paragraphs.length === 0)
      yield refused(
        hints.source.path,
        `the record of ${outcome.cable.id} among its text is cut off before its first paragraph`,
        line ?? found.line,
      )
    else yield { kind: 'cable', cable: outcome.cable, message: found.message }
  }
}

function refused(path: string, reason: string, line?: number): ReadOutcome {
  return { kind: 'refused', path, ...(line === undefined ? {} : { line }), reason }
}

/** A file is often named by its cable's number. */
function idOfName(path: string): string | null {
  const name = basename(path.split('!').at(-1) ?? path)
  return canonicalId(name.replace(/(?:\.[A-Za-z0-9]{1,5}){1,2}$/, ''))
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'there is no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read (permission denied)'
  if (typeof code === 'string' && /^Z_|^ERR_.*ZLIB|UNEXPECTED_END/.test(code))
    return 'the compressed file is damaged'
  return `it cannot be read (${error instanceof Error ? error.message : String(error)})`
}
