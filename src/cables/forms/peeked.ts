/** @module A stream whose first bytes are known before it is read. */

export interface Peeked {
  /** The first bytes, as many as were asked for or as there are. */
  readonly head: Buffer
  /** The whole stream, the first bytes included; to be read once. */
  readonly all: AsyncIterable<Buffer>
}

/** @param size bytes that are wanted at least, if the stream has them */
export async function peek(stream: AsyncIterable<Buffer | string>, size: number): Promise<Peeked> {
  const iterator = stream[Symbol.asyncIterator]()
  const parts: Buffer[] = []
  let known = 0
  let ended = false
  while (known < size && !ended) {
    const next = await iterator.next()
    if (next.done === true) {
      ended = true
    } else {
      const bytes = toBuffer(next.value)
      parts.push(bytes)
      known += bytes.length
    }
  }
  return { head: Buffer.concat(parts), all: rest(parts, iterator, ended) }
}

async function* rest(
  parts: readonly Buffer[],
  iterator: AsyncIterator<Buffer | string>,
  ended: boolean,
): AsyncGenerator<Buffer> {
  try {
    yield* parts
    if (ended) return
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
      yield toBuffer(next.value)
  } finally {
    // Closes the file when reading stops early.
    await iterator.return?.()
  }
}

function toBuffer(chunk: Buffer | string): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

/** @returns the bytes, or `null` when there are more than `limit` */
export async function collect(chunks: AsyncIterable<Buffer>, limit: number): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > limit) return null
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}
