/** @module Figures for Prometheus: how much is used, how it goes, how long it takes. Nothing that was typed, nobody's name. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** Seconds: around Discord's three for an acknowledgement, and up to what people wait for an answer. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30, 120]

export interface Measured {
  /** Such as `/ask`: few different ones, or Prometheus drowns. */
  readonly what: string
  readonly outcome: string
  readonly ms: number
  /** `undefined` when there was none. */
  readonly acknowledgedMs: number | undefined
}

/** What is asked for when somebody looks. */
export interface Gauges {
  readonly cables: () => number
  readonly paragraphs: () => number
  readonly connected: () => boolean
}

export class Metrics {
  /** Of its own, so that two bots in one process do not share counts. */
  readonly #registry = new Registry()
  readonly #uses: Counter<'what' | 'outcome'>
  readonly #acknowledged: Histogram
  readonly #answered: Histogram<'what'>

  constructor(gauges: Gauges) {
    const registers = [this.#registry]
    collectDefaultMetrics({ register: this.#registry })
    this.#uses = new Counter({
      name: 'pilcrow_interactions_total',
      help: 'Interactions by what was used and how it ended',
      labelNames: ['what', 'outcome'],
      registers,
    })
    this.#acknowledged = new Histogram({
      name: 'pilcrow_acknowledge_seconds',
      help: 'Seconds from the arrival of an interaction to its acknowledgement',
      buckets: BUCKETS,
      registers,
    })
    this.#answered = new Histogram({
      name: 'pilcrow_answer_seconds',
      help: 'Seconds from the arrival of an interaction to its answer',
      labelNames: ['what'],
      buckets: BUCKETS,
      registers,
    })
    const gauge = (name: string, help: string, read: () => number): void => {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read())
        },
      })
    }
    gauge('pilcrow_cables', 'Cables of the archive', gauges.cables)
    gauge('pilcrow_paragraphs', 'Paragraphs of the archive', gauges.paragraphs)
    gauge('pilcrow_connected', 'Whether Discord is connected', () => (gauges.connected() ? 1 : 0))
  }

  observe({ what, outcome, ms, acknowledgedMs }: Measured): void {
    this.#uses.inc({ what, outcome })
    this.#answered.observe({ what }, ms / 1_000)
    if (acknowledgedMs !== undefined) this.#acknowledged.observe(acknowledgedMs / 1_000)
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** In Prometheus's text format. */
  text(): Promise<string> {
    return this.#registry.metrics()
  }
}
