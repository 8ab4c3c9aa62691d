/** @module How far an ingest is: a bar on a terminal, a line now and then in a log. */
import type { WriteStream } from 'node:tty'
import { MultiBar } from 'cli-progress'
import type { IngestProgress } from '../library/ingest.js'

/** Between two lines of a log (ms). */
const LOG_INTERVAL = 10_000

export interface ProgressDisplay {
  update(progress: IngestProgress): void
  /** Prints a line of its own without disturbing the bar. */
  line(text: string): void
  close(): void
}

export function ingestProgress(stream: WriteStream): ProgressDisplay {
  return stream.isTTY ? new BarDisplay(stream) : new LogDisplay(stream)
}

class BarDisplay implements ProgressDisplay {
  readonly #bars: MultiBar
  readonly #bar: ReturnType<MultiBar['create']>

  constructor(stream: WriteStream) {
    this.#bars = new MultiBar({ stream, clearOnComplete: true, hideCursor: true, format: ' {bar} {words}' })
    this.#bar = this.#bars.create(1, 0, { words: 'reading …' })
  }

  update(progress: IngestProgress): void {
    this.#bar.setTotal(Math.max(1, progress.embedded + progress.pending))
    this.#bar.update(progress.embedded, { words: inWords(progress) })
  }

  line(text: string): void {
    this.#bars.log(`${text}\n`)
  }

  close(): void {
    this.#bars.stop()
  }
}

class LogDisplay implements ProgressDisplay {
  readonly #stream: WriteStream
  #nextAt = performance.now() + LOG_INTERVAL

  constructor(stream: WriteStream) {
    this.#stream = stream
  }

  update(progress: IngestProgress): void {
    if (performance.now() < this.#nextAt) return
    this.#nextAt = performance.now() + LOG_INTERVAL
    this.line(inWords(progress))
  }

  line(text: string): void {
    this.#stream.write(`${text}\n`)
  }

  close(): void {
    this.#nextAt = Infinity
  }
}

/** `1,204 cables read (310/s), 2,400 of 9,811 paragraphs embedded (95/s), 1 min 18 s left` */
function inWords(progress: IngestProgress): string {
  const { read, recordsPerSecond, embedded, pending, paragraphsPerSecond, secondsLeft } = progress
  const parts = [`${grouped(read)} cables read (${grouped(recordsPerSecond)}/s)`]
  if (embedded + pending > 0) {
    parts.push(
      `${grouped(embedded)} of ${grouped(embedded + pending)} paragraphs embedded (${grouped(paragraphsPerSecond)}/s)`,
    )
  }
  if (secondsLeft !== null && pending > 0) parts.push(`${duration(secondsLeft)} left`)
  return parts.join(', ')
}

/** `12 s`, `3 min 20 s`, `7 h 5 min` */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString('en')
}
