/** What a bot does after its first response: `@original` and follow-ups, by the interaction's token. */
import { compose, edited } from '../compose.js'
import type { Interaction } from '../interaction.js'
import { MessageBody, type Message } from '../wire.js'
import type { StoredMessage } from '../world.js'
import type { Context } from './context.js'
import { Code, notFound, RestError } from './errors.js'
import { answerTo, traces } from './interactions.js'
import { param, read, type Answer, type Call, type Route } from './route.js'

/** Follow-ups of a bot that only a user has installed (engineering-notes: five). */
const FOLLOW_UPS_BY_USER_INSTALL = 5

const BASE = '/webhooks/{webhook_id}/{webhook_token}'
const MESSAGES = [`${BASE}/messages/@original`, `${BASE}/messages/{message_id}`]

export function webhookRoutes(context: Context): Route[] {
  const one = (path: string): Route[] => [
    { method: 'GET', path, needsBot: false, handle: (call) => named(context, call).stored.message },
    {
      method: 'PATCH',
      path,
      needsBot: false,
      handle: (call) => edit(context, call),
      edits: (call) => named(context, call).stored.message,
    },
    { method: 'DELETE', path, needsBot: false, handle: (call) => remove(context, call) },
  ]
  return [
    { method: 'POST', path: BASE, needsBot: false, handle: (call) => followUp(context, call) },
    ...MESSAGES.flatMap(one),
  ]
}

function interactionOf(context: Context, call: Call): Interaction {
  if (param(call, 'webhook_id') !== context.world.applicationId)
    throw notFound(Code.UnknownWebhook, 'Webhook')
  const interaction = context.interactions.byToken(param(call, 'webhook_token'))
  if (interaction === undefined || interaction.expired) {
    throw new RestError(401, Code.InvalidToken, 'Invalid Webhook Token')
  }
  if (interaction.acknowledgedAfter === undefined) throw notFound(Code.UnknownWebhook, 'Webhook')
  return interaction
}

function named(context: Context, call: Call): { interaction: Interaction; stored: StoredMessage } {
  const interaction = interactionOf(context, call)
  const id = call.params['message_id']
  const candidates = [...(interaction.original ? [interaction.original] : []), ...interaction.followUps]
  const stored = id === undefined ? interaction.original : candidates.find(({ message }) => message.id === id)
  if (stored === undefined || !context.world.messages.has(stored.message.id)) {
    throw notFound(Code.UnknownMessage, 'Message')
  }
  return { interaction, stored }
}

function edit(context: Context, call: Call): Answer {
  const { interaction, stored } = named(context, call)
  return change(context, interaction, stored, call)
}

function change(context: Context, interaction: Interaction, stored: StoredMessage, call: Call): Message {
  const body = read(MessageBody, call.body)
  const { world, author } = context
  world.replaceMessage(stored, edited(world, author, interaction.channel, stored.message, body, call.files))
  if (stored === interaction.original) interaction.settle({ kind: 'message', message: stored })
  return stored.message
}

function followUp(context: Context, call: Call): Answer {
  const interaction = interactionOf(context, call)
  const { original, channel } = interaction
  // As at Discord, the first follow-up after a deferred response takes its place.
  const isThere = original !== undefined && context.world.messages.has(original.message.id)
  if (interaction.state === 'thinking' && isThere) return change(context, interaction, original, call)
  if (interaction.byUserInstall && interaction.followUps.length >= FOLLOW_UPS_BY_USER_INSTALL) {
    throw new RestError(
      400,
      Code.TooManyFollowUps,
      'This interaction has reached the maximum number of follow-ups',
    )
  }
  const body = read(MessageBody, call.body)
  const message = compose(context.world, context.author, channel, body, call.files, {
    ...traces(context, interaction),
    type: 0,
  })
  const stored = answerTo(interaction, message)
  // First noted, then announced: who hears of the message finds it among the follow-ups.
  interaction.followUps.push(stored)
  context.world.addMessage(stored)
  interaction.settle({ kind: 'message', message: stored })
  return message
}

function remove(context: Context, call: Call): Answer {
  const { stored } = named(context, call)
  context.world.deleteMessage(stored)
  return undefined
}
