/** @module Zip archives, entry by entry, guarded against archives that are made to do harm. */
import type { Readable } from 'node:stream'
import { fromBuffer, getFileNameLowLevel, open, validateFileName, type Entry, type ZipFile } from 'yauzl'

/** Most entries that are read; the whole archive of cables has 251,287. */
const MOST_ENTRIES = 500_000
/** Most bytes that all entries may have unpacked; the whole dump has 1.6 GB. */
const MOST_UNPACKED = 8_000_000_000
/** An entry that shrinks more than this is no text. */
const GREATEST_RATIO = 200
/** Below this size (bytes) the ratio says nothing. */
const SMALL_ENTRY = 10_000_000

export interface ZipEntry {
  readonly name: string
  /** Why the entry is not read though the others are, a clause for people; `null` where it may be. */
  readonly unsafe: string | null
  readonly open: () => Promise<Readable>
}

/** An archive that is damaged, encrypted, or over a limit; the message is a clause for people. */
export class ZipError extends Error {
  override readonly name = 'ZipError'
}

/**
 * Files of an archive in its order; folders and hidden files are left out.
 * @param source path of the archive, or its bytes
 * @throws ZipError with what was wrong
 */
export async function* readZip(source: string | Buffer): AsyncGenerator<ZipEntry> {
  const zip = await openZip(source)
  try {
    if (zip.entryCount > MOST_ENTRIES) {
      throw new ZipError(`the archive has ${zip.entryCount} entries (at most ${MOST_ENTRIES} are read)`)
    }
    let unpacked = 0
    for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
      const current = entry
      const name = nameOf(entry)
      const unsafe = validateFileName(name) === null ? null : 'its name points out of the archive'
      if (unsafe === null && /\/$|(?:^|\/)\.|^__MACOSX\//.test(name)) continue
      unpacked += current.uncompressedSize
      if (unpacked > MOST_UNPACKED)
        throw new ZipError(`the archive unpacks to more than ${MOST_UNPACKED / 1e9} GB`)
      yield { name, unsafe, open: () => openEntry(zip, current) }
    }
  } finally {
    zip.close()
  }
}

function openZip(source: string | Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are decoded here, because one that is unsafe would end the reading of the whole archive.
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: false }
    const done = (error: Error | null, zip?: ZipFile): void => {
      if (zip) resolve(zip)
      else reject(new ZipError(`the archive is damaged (${error?.message ?? 'no reason given'})`))
    }
    if (typeof source === 'string') open(source, options, done)
    else fromBuffer(source, options, done)
  })
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
}

/** @returns `null` behind the last entry */
function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const onEntry = (entry: Entry): void => {
      forget()
      resolve(entry)
    }
    const onEnd = (): void => {
      forget()
      resolve(null)
    }
    const onError = (error: Error): void => {
      forget()
      reject(new ZipError(`the archive is damaged (${error.message})`))
    }
    const forget = (): void => {
      zip.off('entry', onEntry).off('end', onEnd).off('error', onError)
    }
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError)
    zip.readEntry()
  })
}

function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (entry.isEncrypted()) {
      reject(new ZipError('the entry is encrypted'))
      return
    }
    if (
      entry.uncompressedSize > SMALL_ENTRY &&
      entry.uncompressedSize > entry.compressedSize * GREATEST_RATIO
    ) {
      reject(new ZipError('the entry unpacks to far more than any text does'))
      return
    }
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(new ZipError(`the entry cannot be unpacked (${error.message})`))
      else resolve(stream)
    })
  })
}
