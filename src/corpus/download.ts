/** @module An attachment from Discord into a file: only from Discord's own hosts, and bounded in size, time and kind. */
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { FILE_ENDINGS } from '../cables/file-endings.js'
import { UserError } from '../errors.js'

/** Bytes of one attachment; more goes by the command line. */
export const ATTACHMENT_MAX = 25_000_000

/** Time for one attachment (ms). */
const DOWNLOAD_TIME_MS = 60_000

/** Where Discord keeps attachments. */
const DISCORD_ORIGINS = ['https://cdn.discordapp.com', 'https://media.discordapp.net']

/** Kinds that may hold cables, as senders call them; what is really inside is told from the content later. */
const TYPES =
  /^(?:text\/[\w.+-]+|application\/(?:zip|x-zip-compressed|gzip|x-gzip|octet-stream|csv))(?:;|$)/iu

export interface Attachment {
  /** What the sender says: outside text. */
  readonly name: string
  /** bytes */
  readonly size: number
  readonly contentType: string | null
  readonly url: string
}

/** @throws UserError when its size or kind cannot be taken */
export function checkAttachment({ name, size, contentType }: Attachment): void {
  if (size > ATTACHMENT_MAX) {
    throw new UserError(
      `The file has ${megabytes(size)} MB; at most ${megabytes(ATTACHMENT_MAX)} are taken here.`,
      {
        key: 'corpus.tooLarge',
        values: { size: megabytes(size), most: megabytes(ATTACHMENT_MAX) },
      },
    )
  }
  if (size === 0) throw new UserError('The file is empty.', { key: 'corpus.empty' })
  if (!hasKnownEnding(name) || (contentType !== null && !TYPES.test(contentType))) throw wrongKind()
}

/**
 * @param origins that are allowed beside Discord's own, such as that of a proxy
 * @throws UserError when the address is none of Discord's, or the file cannot be had in time
 */
export async function download(
  { url }: Attachment,
  file: string,
  { origins = [], timeMs = DOWNLOAD_TIME_MS }: { origins?: readonly string[]; timeMs?: number } = {},
): Promise<void> {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address === undefined || ![...DISCORD_ORIGINS, ...origins].includes(address.origin)) {
    throw new Error('an attachment stands at an address that is none of Discord’s')
  }
  try {
    // A redirect would lead past the check of the address.
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeMs) })
    if (!response.ok || response.body === null) throw new Error(`status ${response.status}`)
    await pipeline(
      Readable.fromWeb(response.body as ReadableStream<Uint8Array>),
      atMost(ATTACHMENT_MAX),
      createWriteStream(file, { flags: 'wx' }),
    )
  } catch (cause) {
    if (cause instanceof UserError) throw cause
    throw new UserError('The file could not be fetched from Discord. Please attach it again.', {
      key: 'corpus.notFetched',
      cause,
    })
  }
}

/** The size that was told need not be true. */
function atMost(most: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (bytes > most) done(new Error('more bytes than were announced'))
      else done(null, chunk)
    },
  })
}

function hasKnownEnding(name: string): boolean {
  return FILE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))
}

function wrongKind(): UserError {
  return new UserError(
    'Only .txt, .html, .csv, .zip and .gz files are taken: messages, pages, dumps and archives of them.',
    {
      key: 'corpus.wrongKind',
    },
  )
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
