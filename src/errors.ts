/**
 * A failure with a sentence for the person who asked: what was wrong and what to do.
 * Everything else that is thrown is a fault, logged with its stack and shown only by an id.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
}
