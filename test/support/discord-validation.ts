/**
 * Judges what a bot sends by Discord's own OpenAPI description, and by the rules that the description leaves out.
 * It takes no limit from the product: it is the second opinion on them.
 */
import * as spec from 'discord-api-spec/zod'
import type { Issue, Schema } from 'discord-api-spec/zod'
import type { Payload, Problem } from '../../src/playground/stand-in.js'
import { choicesProblems, commandProblems, messageProblems, modalProblems } from './discord-rules.js'

const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback'
const COMMANDS = [
  '/applications/{application_id}/commands',
  '/applications/{application_id}/guilds/{guild_id}/commands',
]
const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}'

/** Which schema judges which callback, by its type. */
const CALLBACK_SCHEMAS: Record<number, Schema> = {
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
}

const MESSAGE_SCHEMAS: Record<string, Schema> = {
  [`POST ${WEBHOOK}`]: spec.IncomingWebhookRequestPartialSchema,
  [`PATCH ${WEBHOOK}/messages/@original`]: spec.IncomingWebhookUpdateRequestPartialSchema,
  [`PATCH ${WEBHOOK}/messages/{message_id}`]: spec.IncomingWebhookUpdateRequestPartialSchema,
  'POST /channels/{channel_id}/messages': spec.MessageCreateRequestSchema,
  'PATCH /channels/{channel_id}/messages/{message_id}': spec.MessageEditRequestPartialSchema,
}

const OTHER_SCHEMAS: Record<string, Schema> = {
  'POST /users/@me/channels': spec.CreatePrivateChannelRequestSchema,
  'POST /channels/{channel_id}/threads': spec.CreateTextThreadWithoutMessageRequestSchema,
  'POST /channels/{channel_id}/messages/{message_id}/threads': spec.CreateTextThreadWithMessageRequestSchema,
}

/** Everything wrong with a payload. A route that nobody thought of is a problem too, so that none slips through. */
export function validate({ method, route, body, flags }: Payload): Problem[] {
  const name = `${method} ${route}`
  if (name === CALLBACK) return callbackProblems(body, flags)
  const schema = MESSAGE_SCHEMAS[name]
  if (schema)
    return [...schemaProblems(schema, body), ...messageProblems(body, { flags, isEdit: method === 'PATCH' })]
  for (const path of COMMANDS) {
    if (name === `PUT ${path}`) return commandListProblems(body)
    if (name === `POST ${path}`) return oneCommandProblems(spec.ApplicationCommandCreateRequestSchema, body)
    if (name === `PATCH ${path}/{command_id}`) {
      return oneCommandProblems(spec.ApplicationCommandPatchRequestPartialSchema, body, true)
    }
  }
  const other = OTHER_SCHEMAS[name]
  if (other) return schemaProblems(other, body, SENT_WITH_THREADS)
  return [{ path: '', message: `no schema is known for ${name}` }]
}

function callbackProblems(body: unknown, flags: number): Problem[] {
  const { type, data } = body as { type: number; data?: unknown }
  const schema = CALLBACK_SCHEMAS[type]
  if (schema === undefined) return [{ path: 'type', message: `unknown callback type ${type}` }]
  const bySchema = schemaProblems(schema, body)
  return [...bySchema, ...at('data', callbackDataProblems(type, data, flags))]
}

function callbackDataProblems(type: number, data: unknown, flags: number): Problem[] {
  switch (type) {
    case 4:
      return messageProblems(data, { flags: 0, isEdit: false })
    case 5: {
      const asked = (data as { flags?: number } | undefined)?.flags ?? 0
      return (asked & ~64) === 0
        ? []
        : [{ path: 'flags', message: 'a deferred answer takes only the ephemeral flag' }]
    }
    case 7:
      return messageProblems(data, { flags, isEdit: true })
    case 8:
      return choicesProblems(data)
    case 9:
      return modalProblems(data)
    default:
      return []
  }
}

function commandListProblems(body: unknown): Problem[] {
  if (!Array.isArray(body)) return [{ path: '', message: 'must be a list of commands' }]
  const each = body.flatMap((command: unknown, index) =>
    at(String(index), oneCommandProblems(spec.ApplicationCommandUpdateRequestSchema, command)),
  )
  const limits = [1, 2, 3].flatMap((type) => {
    const count = body.filter((command: { type?: number }) => (command.type ?? 1) === type).length
    const most = type === 1 ? 100 : 15
    return count > most ? [{ path: '', message: `${count} commands of type ${type}, at most ${most}` }] : []
  })
  return [...each, ...limits]
}

function oneCommandProblems(schema: Schema, body: unknown, isPartial = false): Problem[] {
  // The description says number, Discord's own documentation and its client libraries say string; both are taken.
  const { default_member_permissions: permissions, ...rest } = body as Record<string, unknown>
  const isNumeric =
    permissions === undefined ||
    permissions === null ||
    typeof permissions === 'number' ||
    /^\d+$/.test(permissions as string)
  const wrong = isNumeric
    ? []
    : [{ path: 'default_member_permissions', message: 'must be a bit field in digits' }]
  return [...schemaProblems(schema, rest), ...commandProblems(body, isPartial), ...wrong]
}

/** discord.js sends these with every message, also where Discord does not name them; Discord passes over them. */
const SENT_WITH_MESSAGES: ReadonlySet<string> = new Set([
  'tts',
  'sticker_ids',
  'username',
  'avatar_url',
  'thread_name',
  'applied_tags',
  'nonce',
  'enforce_nonce',
])

const SENT_WITH_THREADS: ReadonlySet<string> = new Set(['type', 'invitable'])

function schemaProblems(schema: Schema, body: unknown, harmless = SENT_WITH_MESSAGES): Problem[] {
  const result = schema.safeParse(body)
  if (!result.success) return result.error.issues.flatMap((issue) => explain(issue, []))
  return unknownKeys(body, result.data, []).filter(({ path }) => !harmless.has(path.split('.').at(-1) ?? ''))
}

/**
 * The schemas drop keys that they do not know, so what is missing in the result was unknown. (The package's
 * `setStrictObject` acts only on schemas that are made after it, and they are all made on import.)
 */
function unknownKeys(given: unknown, kept: unknown, path: string[]): Problem[] {
  if (Array.isArray(given) && Array.isArray(kept)) {
    return given.flatMap((one: unknown, index) => unknownKeys(one, kept[index], [...path, String(index)]))
  }
  if (!isRecord(given) || !isRecord(kept)) return []
  return Object.entries(given).flatMap(([key, value]) => {
    if (key in kept) return unknownKeys(value, kept[key], [...path, key])
    return [{ path: [...path, key].join('.'), message: 'unknown key' }]
  })
}

/** Says what an issue is; of a choice between components, the one whose type was meant. */
function explain(issue: Issue, base: readonly string[]): Problem[] {
  const path = [...base, ...issue.path.map(String)]
  if (issue.errors === undefined || issue.errors.length === 0) {
    return [{ path: path.join('.'), message: words(issue), code: issue.code.toUpperCase() }]
  }
  const isOther = (issues: readonly Issue[]): boolean =>
    issues.some((one) => one.path.length === 1 && one.path[0] === 'type' && one.code === 'invalid_value')
  const meant = issue.errors.filter((issues) => !isOther(issues)).sort((a, b) => a.length - b.length)[0]
  if (meant === undefined)
    return [{ path: path.join('.'), message: 'no such component or option may stand here' }]
  return meant.flatMap((one) => explain(one, path))
}

function words({ code, maximum, minimum, expected, values, format }: Issue): string {
  const details = [
    maximum === undefined ? '' : `at most ${maximum}`,
    minimum === undefined ? '' : `at least ${minimum}`,
    expected === undefined ? '' : `expected ${expected}`,
    values === undefined ? '' : `one of ${values.join(', ')}`,
    format ?? '',
  ]
  return [code.replaceAll('_', ' '), ...details].filter((part) => part !== '').join(', ')
}

function at(place: string, problems: readonly Problem[]): Problem[] {
  return problems.map((one) => ({ ...one, path: one.path === '' ? place : `${place}.${one.path}` }))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
