import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { UserError } from '../src/errors.js'
import { makeFolder } from '../src/make-folder.js'

/** Written last into a cached folder: its files and their sizes in bytes. A folder that disagrees with it is never used. */
const CONTENTS = 'contents.json'
const contentsSchema = z.record(z.string(), z.number().int().nonnegative())

const BEING_WRITTEN = '.writing-'
/** A temporary folder this old (ms) was left behind by a process that was killed. */
const ABANDONED_AFTER = 3_600_000

/**
 * Path of the folder `name` below `cacheDir`, written by `write` when it is not there yet or is damaged.
 * It is written under another name and renamed when complete, so that neither a second process nor a crash shows half of it.
 * Throws a `UserError` when `cacheDir` cannot be written.
 */
export async function cachedFolder(
  cacheDir: string,
  name: string,
  write: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = join(cacheDir, name)
  if (await isComplete(folder)) return folder
  try {
    makeFolder(cacheDir)
    await removeAbandoned(cacheDir)
    await writeAside(cacheDir, folder, write)
  } catch (error) {
    throw asUserError(error, cacheDir)
  }
  return folder
}

async function writeAside(
  cacheDir: string,
  folder: string,
  write: (folder: string) => Promise<void>,
): Promise<void> {
  const unfinished = join(cacheDir, `${BEING_WRITTEN}${randomUUID()}`)
  await mkdir(unfinished)
  try {
    await write(unfinished)
    await seal(unfinished)
    await moveInto(unfinished, folder)
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** Hex SHA-256 over the contents of the files, in the order given. */
export async function digestOfFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) await pipeline(createReadStream(path), hash, { end: false })
  return hash.digest('hex')
}

async function isComplete(folder: string): Promise<boolean> {
  let contents: Record<string, number>
  try {
    contents = contentsSchema.parse(JSON.parse(await readFile(join(folder, CONTENTS), 'utf8')))
  } catch (error) {
    // Absent, cut short or garbled: in each case the folder has to be written again.
    if (error instanceof SyntaxError || error instanceof z.ZodError || isSystemError(error)) return false
    throw error
  }
  for (const [path, size] of Object.entries(contents)) {
    if ((await sizeOf(join(folder, path))) !== size) return false
  }
  return true
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isSystemError(error)) return undefined
    throw error
  }
}

/** Puts every file on the disk for good before the folder gets its name, and lists them. */
async function seal(folder: string): Promise<void> {
  const contents: Record<string, number> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const handle = await open(path, 'r')
    try {
      await handle.sync()
      contents[path.slice(folder.length + 1)] = (await handle.stat()).size
    } finally {
      await handle.close()
    }
  }
  await writeFile(join(folder, CONTENTS), JSON.stringify(contents), { flush: true })
}

/** Gives the finished folder its name. Loops, because another process may do the same at the same moment. */
async function moveInto(unfinished: string, folder: string): Promise<void> {
  for (;;) {
    try {
      await rename(unfinished, folder)
      return
    } catch (error) {
      if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error
      if (await isComplete(folder)) return
      await discard(folder, dirname(unfinished))
    }
  }
}

/** Moves a damaged folder out of the way, in one step, before it is deleted. */
async function discard(folder: string, cacheDir: string): Promise<void> {
  const discarded = join(cacheDir, `${BEING_WRITTEN}${randomUUID()}`)
  try {
    await rename(folder, discarded)
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error
  }
  await rm(discarded, { recursive: true, force: true })
}

async function removeAbandoned(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    if (!name.startsWith(BEING_WRITTEN)) continue
    const path = join(cacheDir, name)
    const modified = (await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now()
    if (Date.now() - modified > ABANDONED_AFTER) await rm(path, { recursive: true, force: true })
  }
}

function isSystemError(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false
  return codes.length === 0 || codes.includes(error.code)
}

function asUserError(error: unknown, cacheDir: string): unknown {
  if (!isSystemError(error, 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EEXIST', 'EDQUOT'))
    return error
  const reason = error.code === 'ENOSPC' || error.code === 'EDQUOT' ? 'the disk is full' : error.code
  return new UserError(
    `The embedding model cannot be stored in ${cacheDir} (${String(reason)}): make the folder writable or choose another with DATA_DIR.`,
  )
}
