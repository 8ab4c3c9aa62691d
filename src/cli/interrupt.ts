/** Runs `use` with a signal that Ctrl+C or a stop of the service aborts; a second Ctrl+C ends the process at once. */
export async function untilInterrupted<T>(use: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const stop = () => {
    controller.abort(new Error('interrupted'))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    return await use(controller.signal)
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}
