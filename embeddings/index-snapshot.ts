/**
 * @module The index on disk: the graph as hnswlib writes it, and a sidecar that says what it is a graph of.
 *
 * hnswlib loads a graph with damaged links and then crashes the process, so no file is given to it before its checksum
 * is found right. The sidecar is what commits a snapshot: it is renamed into place after the graph is safe on disk, and
 * names the graph's file. A kill at any moment leaves the old pair or the new one.
 */
import { createHash } from 'node:crypto'
import { open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { makeFolder } from '../src/make-folder.js'

/** Why there is none in a folder that never had one. */
export const NO_SNAPSHOT = 'there is no snapshot'

const SIDECAR = 'index.json'
const GRAPH_FILE = /^graph-[0-9a-f-]{36}\.hnsw(\.tmp)?$/

const descriptionSchema = z.object({
  version: z.literal(1),
  modelId: z.string(),
  dimension: z.number().int().positive(),
  /** The store's name for the state that the snapshot was made of. */
  mark: z.uuid(),
  generation: z.number().int().nonnegative(),
  /** Labels that can be found. */
  count: z.number().int().nonnegative(),
  /** Labels that have a node but cannot be found. */
  deleted: z.array(z.number().int().nonnegative()),
  /** Nodes that stand for several labels, with these; left out by versions that gave each label a node. */
  copies: z.array(z.array(z.number().int().nonnegative())).optional(),
  bytes: z.number().int().positive(),
  /** Hex SHA-256 of the graph's file. */
  sha256: z.string(),
})
const sidecarSchema = z.object({ description: descriptionSchema, sha256: z.string() })

export type SnapshotDescription = z.infer<typeof descriptionSchema>

/** A snapshot whose files are whole; what they hold has still to be compared with the store. */
export interface Snapshot {
  readonly description: SnapshotDescription
  /** Path of the graph. */
  readonly graph: string
}

/** The snapshot in this folder, or why there is none that can be trusted. */
export async function readSnapshot(dir: string): Promise<Snapshot | { readonly unusable: string }> {
  const description = await readSidecar(dir)
  if ('unusable' in description) return description
  const graph = join(dir, graphName(description.mark))
  try {
    const { size } = await stat(graph)
    if (size !== description.bytes) return { unusable: `${graph} has another size than its sidecar says` }
    if ((await sha256Of(graph)) !== description.sha256) return { unusable: `${graph} is damaged` }
  } catch (error) {
    return { unusable: `${graph} cannot be read (${String(error)})` }
  }
  return { description, graph }
}

/**
 * Writes a snapshot: `writeGraph` is given the path to write to; then both files are synced and put in place.
 * @throws Error when the disk is full or cannot be written; the former snapshot stays.
 */
export async function writeSnapshot(
  dir: string,
  content: Omit<SnapshotDescription, 'version' | 'bytes' | 'sha256'>,
  writeGraph: (path: string) => Promise<unknown>,
): Promise<void> {
  makeFolder(dir)
  const former = await readSidecar(dir)
  const graph = join(dir, graphName(content.mark))
  const temporary = `${graph}.tmp`
  try {
    await writeGraph(temporary)
    await assertWhole(temporary)
    await sync(temporary)
    const { size } = await stat(temporary)
    const description = { version: 1 as const, ...content, bytes: size, sha256: await sha256Of(temporary) }
    await rename(temporary, graph)
    await writeSidecar(dir, description)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  if (!('unusable' in former) && former.mark !== content.mark) {
    await rm(join(dir, graphName(former.mark)), { force: true })
  }
}

/** Removes graphs that no sidecar names: what a killed process left behind. Younger ones may be another process's work. */
export async function removeLeftovers(dir: string, olderThanMs = 3_600_000): Promise<void> {
  const description = await readSidecar(dir)
  const named = 'unusable' in description ? undefined : graphName(description.mark)
  const names = await readdir(dir).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const name of names) {
    if (!GRAPH_FILE.test(name) || name === named) continue
    const path = join(dir, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs >= olderThanMs) await rm(path, { force: true })
  }
}

function graphName(mark: string): string {
  return `graph-${mark}.hnsw`
}

async function readSidecar(dir: string): Promise<SnapshotDescription | { readonly unusable: string }> {
  const path = join(dir, SIDECAR)
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return {
      unusable: isMissing(error) ? NO_SNAPSHOT : `${path} cannot be read (${String(error)})`,
    }
  }
  const sidecar = sidecarSchema.safeParse(parseJson(text))
  if (!sidecar.success || digest(sidecar.data.description) !== sidecar.data.sha256) {
    return { unusable: `${path} is damaged` }
  }
  return sidecar.data.description
}

async function writeSidecar(dir: string, description: SnapshotDescription): Promise<void> {
  const path = join(dir, SIDECAR)
  const temporary = `${path}.${description.mark}.tmp`
  const file = await open(temporary, 'w')
  try {
    await file.writeFile(JSON.stringify({ description, sha256: digest(description) }))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  await sync(dir)
}

function digest(description: SnapshotDescription): string {
  return createHash('sha256').update(JSON.stringify(description)).digest('hex')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no sidecar; the schema refuses `undefined`.
    return undefined
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(4 << 20)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}

/**
 * hnswlib does not notice when the disk is full: it reports a graph as written that was cut off. Its form (hnswalg.h,
 * `saveIndex`): 96 bytes of header, a record for each element, then for each element the length and bytes of its upper links.
 */
async function assertWhole(path: string): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const header = Buffer.alloc(96)
    await file.read(header, 0, header.length, 0)
    const elements = Number(header.readBigUInt64LE(16))
    const recordBytes = Number(header.readBigUInt64LE(24))
    const end = await endOfLinks(file, header.length + elements * recordBytes, elements)
    if (end !== size) throw new Error(`the graph was cut off while it was written (${size} of ${end} bytes)`)
  } finally {
    await file.close()
  }
}

async function endOfLinks(file: FileHandle, start: number, elements: number): Promise<number> {
  const window = Buffer.alloc(1 << 20)
  let windowStart = 0
  let windowEnd = 0
  let at = start
  for (let element = 0; element < elements; element += 1) {
    if (at + 4 > windowEnd) {
      const { bytesRead } = await file.read(window, 0, window.length, at)
      windowStart = at
      windowEnd = at + bytesRead
      if (bytesRead < 4) return at + 4
    }
    at += 4 + window.readUInt32LE(at - windowStart)
  }
  return at
}

async function sync(path: string): Promise<void> {
  const file = await open(path)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
