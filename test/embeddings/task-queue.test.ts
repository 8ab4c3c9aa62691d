import fc from 'fast-check'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { type Priority, type Task, TaskQueue } from '../../embeddings/task-queue.js'

/** Brings a task as the pool does; its text is its name. */
async function bring(
  queue: TaskQueue,
  name: string,
  log: string[],
  priority: Priority,
  signal?: AbortSignal,
): Promise<void> {
  await queue.room(priority)
  queue.push({
    job: { type: 'embed', texts: [name] },
    priority,
    signal,
    resolve: () => undefined,
    reject: (reason) => log.push(`${name} ${String(reason)}`),
    deaths: 0,
  })
  log.push(`${name} in`)
}

function nameOf(task: Task | undefined): string | undefined {
  return task?.job.type === 'embed' ? task.job.texts[0] : undefined
}

describe('the queue', () => {
  it('holds no more than its limit, also when all come at once, and lets in one for each that leaves', async () => {
    const queue = new TaskQueue(2)
    const log: string[] = []
    for (const name of ['a', 'b', 'c', 'd']) void bring(queue, name, log, 'ingest')
    await turn()
    expect(log).toEqual(['a in', 'b in'])
    expect(nameOf(queue.take())).toBe('a')
    await turn()
    expect(log).toEqual(['a in', 'b in', 'c in'])
    expect([nameOf(queue.take()), nameOf(queue.take()), queue.take()]).toEqual(['b', 'c', undefined])
    await turn()
    expect(nameOf(queue.take())).toBe('d')
  })

  it('gives out questions first, and what was put back before the rest of its line', async () => {
    const queue = new TaskQueue(5)
    const log: string[] = []
    await bring(queue, 'ingest 1', log, 'ingest')
    await bring(queue, 'ingest 2', log, 'ingest')
    const first = queue.take()
    await bring(queue, 'question', log, 'question')
    if (first) queue.putBack(first)
    expect([queue.take(), queue.take(), queue.take()].map(nameOf)).toEqual([
      'question',
      'ingest 1',
      'ingest 2',
    ])
  })

  it('rejects on the way what was given up, and keeps nobody outside for it', async () => {
    const queue = new TaskQueue(1)
    const log: string[] = []
    const controller = new AbortController()
    for (const name of ['a', 'b']) void bring(queue, name, log, 'ingest', controller.signal)
    void bring(queue, 'c', log, 'ingest')
    await turn()
    controller.abort('given up')
    const taken: (string | undefined)[] = []
    for (let step = 0; step < 3; step++) {
      taken.push(nameOf(queue.take()))
      await turn()
    }
    expect(taken).toEqual([undefined, undefined, 'c'])
    expect(log).toEqual(['a in', 'a given up', 'b in', 'b given up', 'c in'])
  })

  it('loses nothing and never exceeds its limit, whatever comes and goes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.constantFrom('bring', 'take', 'turn'), { maxLength: 60 }),
        async (limit, steps) => {
          const queue = new TaskQueue(limit)
          const log: string[] = []
          const taken: (string | undefined)[] = []
          let brought = 0
          for (const step of steps) {
            if (step === 'bring') void bring(queue, String(brought++), log, 'ingest')
            else if (step === 'take') taken.push(nameOf(queue.take()))
            else await turn()
            expect(log.length - taken.filter(Boolean).length).toBeLessThanOrEqual(limit)
          }
          while (taken.filter(Boolean).length < brought) {
            await turn()
            taken.push(nameOf(queue.take()))
          }
          expect(taken.filter(Boolean)).toEqual(Array.from({ length: brought }, (_, index) => String(index)))
        },
      ),
    )
  })
})
