/** One thing wrong with a payload: where (`data.components.0.content`), and what, as Discord words it. */
export interface Problem {
  /** Keys and indexes from the body's root, joined with dots; empty for the body as a whole. */
  readonly path: string
  readonly message: string
  /** Discord's code, such as BASE_TYPE_BAD_LENGTH. */
  readonly code?: string
}

/** JSON error codes (https://discord.com/developers/docs/topics/opcodes-and-status-codes#json). */
export const Code = {
  General: 0,
  UnknownApplication: 10_002,
  UnknownChannel: 10_003,
  UnknownGuild: 10_004,
  UnknownMember: 10_007,
  UnknownMessage: 10_008,
  UnknownUser: 10_013,
  UnknownWebhook: 10_015,
  UnknownInteraction: 10_062,
  UnknownCommand: 10_063,
  AlreadyAcknowledged: 40_060,
  TooLarge: 40_005,
  TooManyFollowUps: 40_094,
  MissingAccess: 50_001,
  EditOfAnothersMessage: 50_005,
  EmptyMessage: 50_006,
  MissingPermissions: 50_013,
  InvalidToken: 50_027,
  InvalidBody: 50_035,
  InvalidJson: 50_109,
  ReplyWithoutHistory: 160_002,
} as const

/** A refusal with Discord's status and error body. */
export class RestError extends Error {
  override readonly name = 'RestError'

  constructor(
    /** HTTP status */
    readonly status: number,
    /** one of {@link Code} */
    readonly code: number,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message)
  }

  get body(): object {
    const base = { message: this.message, code: this.code }
    return this.problems.length === 0 ? base : { ...base, errors: errorTree(this.problems) }
  }
}

/** 400 with code 50035 and the tree of errors that Discord sends. */
export function invalidBody(problems: readonly Problem[]): RestError {
  return new RestError(400, Code.InvalidBody, 'Invalid Form Body', problems)
}

export function notFound(code: number, what: string): RestError {
  return new RestError(404, code, `Unknown ${what}`)
}

interface Tree {
  [key: string]: Tree | object[]
}

function errorTree(problems: readonly Problem[]): Tree {
  const root: Tree = {}
  for (const { path, message, code = 'INVALID' } of problems) {
    let node = root
    for (const key of path.split('.').filter((part) => part !== '')) {
      const below = node[key]
      const next: Tree = below === undefined || Array.isArray(below) ? {} : below
      node[key] = next
      node = next
    }
    const errors = Array.isArray(node['_errors']) ? node['_errors'] : []
    node['_errors'] = [...errors, { code, message }]
  }
  return root
}
