/** @module Work that is waited for so long and no longer. */

/**
 * Settles as `work` does, or rejects with `onTimeout()` after `ms`. The work itself goes on.
 * @param onLate gets the error of work that fails after the time was up
 */
export async function withTimeLimit<T>(
  work: Promise<T>,
  ms: number,
  onTimeout: () => Error,
  onLate: (error: unknown) => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      work.catch(onLate)
      reject(onTimeout())
    }, ms)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
