/** The first response to an interaction: POST /interactions/…/callback. */
import { withIds } from '../components.js'
import { compose, edited, thinking } from '../compose.js'
import { Kind, type Interaction } from '../interaction.js'
import { Choice, Flag, MessageBody, Modal, type InteractionMetadata, type Message } from '../wire.js'
import type { StoredMessage } from '../world.js'
import { z } from 'zod'
import type { Context } from './context.js'
import { Code, invalidBody, notFound, RestError } from './errors.js'
import { param, read, type Answer, type Call, type Route } from './route.js'

/** Callback types (https://discord.com/developers/docs/interactions/receiving-and-responding). */
const Callback = {
  Message: 4,
  DeferredMessage: 5,
  DeferredUpdate: 6,
  Update: 7,
  Choices: 8,
  Modal: 9,
} as const

const CallbackBody = z.looseObject({ type: z.number(), data: z.unknown().optional() })
const ChoicesData = z.looseObject({ choices: z.array(Choice) })
const DeferData = z.looseObject({ flags: z.number().nullish() }).nullish()

const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback'

export function interactionRoutes(context: Context): Route[] {
  return [
    {
      method: 'POST',
      path: CALLBACK,
      needsBot: false,
      handle: (call) => respond(context, call),
      edits: (call) => editedBy(context, call),
    },
  ]
}

function editedBy(context: Context, call: Call): Message | undefined {
  const body = CallbackBody.safeParse(call.body)
  if (body.data?.type !== Callback.Update) return undefined
  return context.interactions.byId(param(call, 'interaction_id'))?.source?.message
}

function respond(context: Context, call: Call): Answer {
  const interaction = context.interactions.byId(param(call, 'interaction_id'))
  const isGone = interaction?.token !== param(call, 'interaction_token') || interaction.isLate
  if (interaction === undefined || isGone || interaction.expired) {
    throw notFound(Code.UnknownInteraction, 'interaction')
  }
  if (interaction.acknowledgedAfter !== undefined) {
    throw new RestError(400, Code.AlreadyAcknowledged, 'Interaction has already been acknowledged.')
  }
  const { type, data } = read(CallbackBody, call.body)
  refuseMisfit(interaction, type)
  const message = carryOut(context, interaction, call, type, data)
  return call.query.get('with_response') === 'true' ? withResponse(interaction, type, message) : undefined
}

/** Which response goes with which interaction. */
function refuseMisfit(interaction: Interaction, type: number): void {
  const { kind, source } = interaction
  const fits: readonly number[] =
    kind === Kind.Autocomplete
      ? [Callback.Choices]
      : [
          Callback.Message,
          Callback.DeferredMessage,
          ...(source ? [Callback.DeferredUpdate, Callback.Update] : []),
          ...(kind === Kind.ModalSubmit ? [] : [Callback.Modal]),
        ]
  if (fits.includes(type)) return
  const message = `Value must be one of {${fits.join(', ')}}.`
  throw invalidBody([{ path: 'type', message, code: 'BASE_TYPE_CHOICES' }])
}

function carryOut(
  context: Context,
  interaction: Interaction,
  call: Call,
  type: number,
  data: unknown,
): StoredMessage | undefined {
  const { world, author } = context
  const { channel, source } = interaction
  if (type === Callback.Choices) {
    const { choices } = read(ChoicesData, data, 'data')
    interaction.acknowledge('answered')
    interaction.settle({ kind: 'choices', choices })
    return undefined
  }
  if (type === Callback.Modal) {
    const modal = read(Modal, data, 'data')
    modal.components = withIds(modal.components)
    interaction.acknowledge('answered')
    interaction.settle({ kind: 'modal', modal })
    return undefined
  }
  if (type === Callback.DeferredMessage) {
    const flags = (read(DeferData, data, 'data')?.flags ?? 0) & Flag.Ephemeral
    const message = thinking(world, author.person, channel, flags, traces(context, interaction))
    interaction.acknowledge('thinking')
    interaction.original = world.addMessage(answerTo(interaction, message))
    return interaction.original
  }
  if (type === Callback.DeferredUpdate) {
    interaction.acknowledge('updating')
    interaction.original = source
    return source
  }
  const body = read(MessageBody, data ?? {}, 'data')
  if (type === Callback.Update && source) {
    const message = edited(world, author, channel, source.message, body, call.files)
    interaction.acknowledge('answered')
    interaction.original = source
    world.replaceMessage(source, message)
  } else {
    const message = compose(world, author, channel, body, call.files, traces(context, interaction))
    interaction.acknowledge('answered')
    interaction.original = world.addMessage(answerTo(interaction, message))
  }
  interaction.settle({ kind: 'message', message: interaction.original })
  return interaction.original
}

/** A message that came of an interaction; an ephemeral one is only for who acted. */
export function answerTo(interaction: Interaction, message: Message): StoredMessage {
  const isPrivate = (message.flags & Flag.Ephemeral) !== 0
  return { message, onlyFor: isPrivate ? interaction.person.wire.id : null }
}

/** What a message tells of the interaction that it came of. */
export function traces({ world }: Context, interaction: Interaction): Partial<Message> {
  return {
    type: interaction.kind === Kind.Command ? ANSWER_TO_COMMAND : ORDINARY,
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    interaction_metadata: metadata(interaction),
  }
}

function metadata({
  id,
  kind,
  person,
  original,
  source,
  trigger,
  ...about
}: Interaction): InteractionMetadata {
  const owners: Record<string, string> = about.byUserInstall
    ? { 1: person.wire.id }
    : { 0: about.channel.guild?.id ?? '0' }
  return {
    id,
    type: kind,
    user: person.wire,
    authorizing_integration_owners: owners,
    ...(original && { original_response_message_id: original.message.id }),
    ...(kind === Kind.Component && source && { interacted_message_id: source.message.id }),
    ...(trigger && { triggering_interaction_metadata: metadata(trigger) }),
  }
}

/** Message types: an ordinary one, and the answer to a slash command. */
const ORDINARY = 0
const ANSWER_TO_COMMAND = 20

function withResponse(interaction: Interaction, type: number, stored: StoredMessage | undefined): object {
  const { id, kind } = interaction
  if (stored === undefined) return { interaction: { id, type: kind } }
  const { message } = stored
  const about = {
    id,
    type: kind,
    response_message_id: message.id,
    response_message_loading: (message.flags & Flag.Loading) !== 0,
    response_message_ephemeral: (message.flags & Flag.Ephemeral) !== 0,
  }
  return { interaction: about, resource: { type, message } }
}
