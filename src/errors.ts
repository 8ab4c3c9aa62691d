interface About extends ErrorOptions {
  /** Names the sentence in `replies/texts`, where it stands in every language. */
  readonly key?: string
  readonly values?: ErrorValues
}

type ErrorValues = Readonly<Record<string, string | number>>

/**
 * A failure with a sentence for the person who asked: what was wrong and what to do.
 * Everything else that is thrown is a fault, logged with its stack and shown only by an id.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly key: string | undefined
  readonly values: ErrorValues

  constructor(message: string, { key, values = {}, ...options }: About = {}) {
    super(message, options)
    this.key = key
    this.values = values
  }
}
