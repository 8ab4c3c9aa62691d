import { randomBytes } from 'node:crypto'
import type { Channel, Person, StoredMessage } from './world.js'
import type { Choice, Modal } from './wire.js'

/** Interaction types (https://discord.com/developers/docs/interactions/receiving-and-responding). */
export const Kind = { Command: 2, Component: 3, Autocomplete: 4, ModalSubmit: 5 } as const

/** How a person sees the end of what they did. */
export type Outcome =
  | { readonly kind: 'message'; readonly message: StoredMessage }
  | { readonly kind: 'modal'; readonly modal: Modal }
  | { readonly kind: 'choices'; readonly choices: Choice[] }

/** What a person sees when nothing comes: the words of Discord's client, then what was missing. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

export interface Limits {
  /** Milliseconds in which an interaction must be acknowledged; Discord's: 3,000. */
  readonly acknowledgeMs: number
  /** Milliseconds for which an interaction's token is good; Discord's: 900,000. */
  readonly tokenMs: number
  /** Milliseconds that a person here waits after the acknowledgement; Discord has no such limit but the token. */
  readonly patienceMs: number
}

export const DISCORD_LIMITS: Limits = { acknowledgeMs: 3_000, tokenMs: 15 * 60_000, patienceMs: 20_000 }

/**
 * - `waiting`: sent, not acknowledged
 * - `thinking`: type 5; a message stands there and waits for its content
 * - `updating`: type 6; the clicked message waits for an edit, but nobody sees that
 * - `answered`: a message, a modal or choices are there
 * - `failed`: not acknowledged in time
 */
export type State = 'waiting' | 'thinking' | 'updating' | 'answered' | 'failed'

/** What a person did, and where. */
export interface Act {
  /** one of {@link Kind} */
  readonly kind: number
  readonly person: Person
  readonly channel: Channel
  /** For error messages: `/ask`, `a click on [More]`. */
  readonly label: string
  /** The message whose component was used, or on which a modal was opened. */
  readonly source?: StoredMessage | undefined
  /** For a modal: the interaction that opened it. */
  readonly trigger?: Interaction | undefined
}

interface About extends Act {
  readonly id: string
  /** Whether the bot is here only because the person installed it for themselves. */
  readonly byUserInstall: boolean
  readonly limits: Limits
  /** Says what the bot did wrong since, to be told with a missing answer. */
  readonly refusals: () => string
}

/** One thing that a person did, from its dispatch to the end of its token. */
export class Interaction implements Act {
  readonly id: string
  readonly kind: number
  readonly person: Person
  readonly channel: Channel
  readonly label: string
  readonly source: StoredMessage | undefined
  readonly trigger: Interaction | undefined
  readonly byUserInstall: boolean
  readonly limits: Limits
  readonly #refusals: () => string
  readonly token = randomBytes(48).toString('base64url')
  readonly sentAt = performance.now()
  state: State = 'waiting'
  /** Milliseconds from dispatch to acknowledgement; undefined until then. */
  acknowledgedAfter: number | undefined
  /** The message that `@original` names. */
  original: StoredMessage | undefined
  readonly followUps: StoredMessage[] = []
  /** Settled once there is something to see, or rejected with {@link NoAnswer}. */
  readonly outcome: Promise<Outcome>
  #expired = false
  #timer: NodeJS.Timeout
  #resolve: (outcome: Outcome) => void = () => undefined
  #reject: (error: NoAnswer) => void = () => undefined

  constructor(about: About) {
    this.id = about.id
    this.kind = about.kind
    this.person = about.person
    this.channel = about.channel
    this.label = about.label
    this.source = about.source
    this.trigger = about.trigger
    this.byUserInstall = about.byUserInstall
    this.limits = about.limits
    this.#refusals = about.refusals
    this.outcome = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    // Who never looks at the outcome must not bring the process down.
    this.outcome.catch(() => undefined)
    this.#timer = setTimeout(() => {
      this.#fail('failed', `no acknowledgement of ${this.label} within ${this.limits.acknowledgeMs} ms`)
    }, this.limits.acknowledgeMs)
  }

  /** Whether the bot may still use the token. */
  get expired(): boolean {
    return this.#expired || performance.now() - this.sentAt > this.limits.tokenMs
  }

  /** Whether the time for the first response ran out; the timer may be behind when the process was busy. */
  get isLate(): boolean {
    const isOver = performance.now() - this.sentAt > this.limits.acknowledgeMs
    return this.state === 'failed' || (isOver && this.acknowledgedAfter === undefined)
  }

  /** Ends the token now, as if its time were over. */
  expire(): void {
    this.#expired = true
  }

  /** The bot's first response: `state` says of which kind. */
  acknowledge(state: 'thinking' | 'updating' | 'answered'): void {
    this.acknowledgedAfter = performance.now() - this.sentAt
    this.state = state
    clearTimeout(this.#timer)
    if (state === 'answered') return
    this.#timer = setTimeout(() => {
      const after = Math.round(this.acknowledgedAfter ?? 0)
      const what = state === 'thinking' ? 'deferred' : 'acknowledged without a visible change'
      this.#fail(
        state,
        `${this.label} was ${what} after ${after} ms, then nothing came within ${this.limits.patienceMs} ms`,
      )
    }, this.limits.patienceMs)
  }

  /** Something is there to see. The first call counts. */
  settle(outcome: Outcome): void {
    clearTimeout(this.#timer)
    this.state = 'answered'
    this.#resolve(outcome)
  }

  /** Nobody waits any longer: the stand-in stops. */
  abandon(): void {
    clearTimeout(this.#timer)
    this.#reject(new NoAnswer(`The stand-in stopped while ${this.label} waited for its answer.`))
  }

  #fail(state: State, missing: string): void {
    this.state = state
    this.#reject(new NoAnswer(`The application did not respond: ${missing}.${this.#refusals()}`))
  }
}
