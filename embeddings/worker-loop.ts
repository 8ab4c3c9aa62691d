import type { WorkerRequest, WorkerResponse } from './worker-protocol.js'

/**
 * @module What every worker process does: one answer to each request, in their order, until its parent is gone.
 */

/** @param answer may throw: the request is then answered with the reason */
export function serveRequests(answer: (request: WorkerRequest) => Promise<WorkerResponse>): void {
  let last = Promise.resolve()
  process.on('message', (request: WorkerRequest) => {
    last = last
      .then(() => answer(request))
      .then(respond, (error: unknown) => {
        respond({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
      })
  })
  // Without its parent a worker has nothing to do. It ends with it, and not at a signal that the terminal or the service manager sends to all
  // processes of the group: the parent may want to finish its work.
  process.on('disconnect', () => process.exit())
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
}

function respond(response: WorkerResponse): void {
  process.send?.(response)
}
