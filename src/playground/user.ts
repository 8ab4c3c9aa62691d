import { compose, keepFile, type Author } from './compose.js'
import {
  atPath,
  CommandType,
  fill,
  nest,
  NotOffered,
  offered,
  type FilledOption,
  type OptionValue,
  type Upload,
} from './command-options.js'
import type { Dispatcher, Place } from './dispatch.js'
import { Intent } from './gateway.js'
import { Kind, NoAnswer } from './interaction.js'
import { Reply, seen } from './reply.js'
import { waitFor } from './wait.js'
import type { Choice, Message } from './wire.js'
import type { Channel, Person, StoredMessage } from './world.js'

export interface Asked extends Place {
  /** The option that is being typed. */
  readonly focused: string
  /** What stands in it so far. */
  readonly value: string
  /** Options filled before. */
  readonly options?: Readonly<Record<string, OptionValue>>
}

export interface Replying {
  /** The message that this one replies to, by anybody; it may be gone. */
  readonly to?: Message
}

/** Type 19, as Discord's client makes it: with a ping of the author, who then counts as mentioned. */
function replyTo(to: Message | undefined, { mentions }: Message): Partial<Message> {
  if (to === undefined) return {}
  const { id, channel_id, guild_id, author } = to
  const reference = { type: 0, message_id: id, channel_id, ...(guild_id !== undefined && { guild_id }) }
  const others = mentions.filter((each) => each.id !== author.id)
  return { type: 19, message_reference: reference, mentions: [...others, author] }
}

/** A person at the keyboard. Every method acts as Discord's client lets a person act, and waits for what they see. */
export class User {
  readonly #dispatcher: Dispatcher
  readonly #fileBase: string

  constructor(
    dispatcher: Dispatcher,
    readonly person: Person,
    fileBase: string,
  ) {
    this.#dispatcher = dispatcher
    this.#fileBase = fileBase
  }

  get id(): string {
    return this.person.wire.id
  }

  /**
   * Sends a slash command, `ask` or with a subcommand `corpus add`. Resolves once the person sees the answer: a
   * message with its content, or a modal. Rejects with {@link NotOffered} or {@link NoAnswer}.
   */
  async command(
    nameAndPath: string,
    options: Readonly<Record<string, OptionValue>> = {},
    place: Place = {},
  ): Promise<Reply> {
    const { world } = this.#dispatcher
    const channel = this.#dispatcher.channelOf(this.person, place)
    const [name = '', ...path] = nameAndPath.split(' ')
    const command = offered(world, CommandType.Slash, name, this.person, channel)
    const { chain, options: known } = atPath(command, path)
    const filled = fill(world, known, options, channel, this.#fileBase)
    const data = {
      id: command.id,
      name,
      type: CommandType.Slash,
      ...(command.guild_id !== undefined && { guild_id: command.guild_id }),
      options: nest(chain, filled.options),
      resolved: filled.resolved,
    }
    return this.#act(Kind.Command, `/${nameAndPath}`, data, channel)
  }

  /** What the bot suggests while an option is typed. */
  async autocomplete(nameAndPath: string, asked: Asked): Promise<Choice[]> {
    const { world } = this.#dispatcher
    const channel = this.#dispatcher.channelOf(this.person, asked)
    const [name = '', ...path] = nameAndPath.split(' ')
    const command = offered(world, CommandType.Slash, name, this.person, channel)
    const { chain, options: known } = atPath(command, path)
    const typed = known.find((option) => option.name === asked.focused)
    if (typed?.autocomplete !== true) {
      throw new NotOffered(`/${nameAndPath} has no option "${asked.focused}" with autocomplete.`)
    }
    const others = known
      .filter((option) => option !== typed)
      .map((option) => ({ ...option, required: false }))
    const filled = fill(world, others, asked.options ?? {}, channel, this.#fileBase)
    const focused: FilledOption = { name: typed.name, type: typed.type, value: asked.value, focused: true }
    const data = {
      id: command.id,
      name,
      type: CommandType.Slash,
      options: nest(chain, [...filled.options, focused]),
    }
    const label = `autocomplete of "${asked.focused}" in /${nameAndPath}`
    const act = { kind: Kind.Autocomplete, person: this.person, channel, label }
    const outcome = await this.#dispatcher.act(act, data).outcome
    if (outcome.kind !== 'choices') throw new Error(`${label} was not answered with choices.`)
    return outcome.choices
  }

  /** Uses a command of a message's menu. */
  async messageCommand(name: string, target: Message | Reply): Promise<Reply> {
    const { world } = this.#dispatcher
    const message = target instanceof Reply ? target.message : target
    const channel = world.channels.get(message.channel_id)
    if (channel === undefined) throw new Error('The channel of the message is not there.')
    const command = offered(world, CommandType.Message, name, this.person, channel)
    const resolved = { messages: { [message.id]: message } }
    const data = { id: command.id, name, type: CommandType.Message, target_id: message.id, resolved }
    return this.#act(Kind.Command, `the message command "${name}"`, data, channel)
  }

  /** Writes a message and expects nothing. */
  say(content: string, place: Place & Replying = {}, files: readonly Upload[] = []): Message {
    return this.#write(content, this.#placeOf(place), files, place.to).message
  }

  /**
   * Mentions the bot and waits for the bot's next message there, or in a thread that it opens at the mention.
   * @param withinMs milliseconds; then {@link NoAnswer}
   */
  async mention(content: string, place: Place & Replying = {}, withinMs = 5_000): Promise<Reply> {
    const { world, gateway } = this.#dispatcher
    const channel = this.#placeOf(place)
    const intent = channel.guild ? Intent.GuildMessages : Intent.DirectMessages
    if (!gateway.hasIntent(intent, channel.guild?.id)) {
      throw new NoAnswer('The bot did not ask for messages (intents), so it does not hear of the mention.')
    }
    const mention = `<@${world.bot.wire.id}> ${content}`
    const asked = this.#write(mention, channel, [], place.to).message
    const isAnswer = ({ message: { author, channel_id: where } }: StoredMessage): boolean =>
      author.id === world.bot.wire.id && (where === channel.id || where === asked.id)
    const message = await waitFor(
      world,
      'created',
      isAnswer,
      withinMs,
      () => `The bot wrote nothing within ${withinMs} ms.${this.#dispatcher.refusals()}`,
    )
    return new Reply(this.#dispatcher, this.person, { kind: 'message', message }, undefined)
  }

  /** A reply stands where the message is that it replies to. */
  #placeOf({ to, ...place }: Place & Replying): Channel {
    const channel = to && this.#dispatcher.world.channels.get(to.channel_id)
    return channel ?? this.#dispatcher.channelOf(this.person, place)
  }

  #write(content: string, channel: Channel, files: readonly Upload[], to?: Message): StoredMessage {
    const { world } = this.#dispatcher
    const author: Author = { person: this.person, fileBase: this.#fileBase }
    const attachments = files.map(({ name, content: bytes, type = 'text/plain' }) =>
      keepFile(world, this.#fileBase, channel, { name, contentType: type, bytes: Buffer.from(bytes) }),
    )
    const message = compose(world, author, channel, { content }, [])
    return world.addMessage({ message: { ...message, attachments, ...replyTo(to, message) }, onlyFor: null })
  }

  #act(kind: number, label: string, data: object, channel: Channel): Promise<Reply> {
    const { person } = this
    return seen(this.#dispatcher, this.#dispatcher.act({ kind, person, channel, label }, data))
  }
}
