/** Makes messages out of the bodies that a bot sends, by the rules that need to know what is already there. */
import { Code, invalidBody, RestError, type Problem } from './rest/errors.js'
import { eachComponent, withIds } from './components.js'
import { Flag, type Attachment, type Component, type Message, type MessageBody } from './wire.js'
import type { Channel, Person, StoredFile, World } from './world.js'

export interface Author {
  readonly person: Person
  /** The address that files are served at, without a slash at the end. */
  readonly fileBase: string
}

/** Message types: 0 ordinary, 19 reply to a message, 20 answer to a slash command, 23 to a message command. */
const MessageType = {
  Default: 0,
  Reply: 19,
} as const

/** A new message; throws {@link RestError} where Discord refuses it. */
export function compose(
  world: World,
  author: Author,
  channel: Channel,
  body: MessageBody,
  files: readonly StoredFile[],
  extra: Partial<Message> = {},
): Message {
  const isEmpty =
    !body.content &&
    !body.embeds?.length &&
    !body.components?.length &&
    files.length === 0 &&
    !body.poll &&
    !body.sticker_ids?.length
  if (isEmpty) throw new RestError(400, Code.EmptyMessage, 'Cannot send an empty message')
  const content = body.content ?? ''
  const attachments = keepFiles(world, author, channel, body, files)
  return {
    ...blank(world, author.person, channel),
    content,
    mentions: mentioned(world, content),
    attachments,
    embeds: body.embeds ?? [],
    components: placed(body.components ?? [], attachments),
    flags: (body.flags ?? 0) & Flag.SettableByBots,
    ...referenceOf(world, body),
    ...extra,
  }
}

/** The message that stands while a bot thinks. */
export function thinking(
  world: World,
  bot: Person,
  channel: Channel,
  flags: number,
  extra: Partial<Message>,
): Message {
  return { ...blank(world, bot, channel), flags: flags | Flag.Loading, ...extra }
}

/** The message after an edit; what the body does not name stays. Throws {@link RestError} where Discord refuses. */
export function edited(
  world: World,
  author: Author,
  channel: Channel,
  before: Message,
  body: MessageBody,
  files: readonly StoredFile[],
): Message {
  const asked = body.flags ?? 0
  const flags = (before.flags | (asked & Flag.ComponentsV2)) & ~Flag.Loading
  const content = body.content === undefined ? before.content : (body.content ?? '')
  const embeds = body.embeds === undefined ? before.embeds : (body.embeds ?? [])
  refuseMixture(flags, content, embeds.length)
  const kept = before.attachments.filter(
    ({ id }) => body.attachments?.some((named) => String(named.id) === id) ?? true,
  )
  const attachments = [...kept, ...keepFiles(world, author, channel, body, files)]
  const components =
    body.components === undefined ? before.components : placed(body.components ?? [], attachments)
  const wasThinking = (before.flags & Flag.Loading) !== 0
  const after: Message = {
    ...before,
    content,
    embeds,
    flags,
    attachments,
    mentions: mentioned(world, content),
    components,
    edited_timestamp: wasThinking ? null : new Date().toISOString(),
  }
  const isEmpty = content === '' && embeds.length + components.length + attachments.length === 0
  if (isEmpty) throw new RestError(400, Code.EmptyMessage, 'Cannot send an empty message')
  return after
}

/** Content or embeds that stood in a message before bar its turn to Components V2, unless they are emptied. */
function refuseMixture(flags: number, content: string, embeds: number): void {
  if ((flags & Flag.ComponentsV2) === 0) return
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'
  const problem = (path: string): Problem => ({
    path,
    code,
    message: `The '${path}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  })
  const problems = [
    ...(content === '' ? [] : [problem('content')]),
    ...(embeds === 0 ? [] : [problem('embeds')]),
  ]
  if (problems.length > 0) throw invalidBody(problems)
}

function blank(world: World, author: Person, channel: Channel): Message {
  return {
    id: world.ids.next(),
    type: MessageType.Default,
    channel_id: channel.id,
    ...(channel.guild && { guild_id: channel.guild.id }),
    author: author.wire,
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
  }
}

function mentioned(world: World, content: string): Message['mentions'] {
  const ids = new Set([...content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? ''))
  return [...ids].flatMap((id) => world.people.get(id)?.wire ?? [])
}

function referenceOf(world: World, body: MessageBody): Partial<Message> {
  const id = body.message_reference?.message_id
  const to = id === undefined ? undefined : world.messages.get(id)?.message
  if (to === undefined) return {}
  const guild = to.guild_id === undefined ? {} : { guild_id: to.guild_id }
  return {
    type: MessageType.Reply,
    message_reference: { type: 0, message_id: to.id, channel_id: to.channel_id, ...guild },
  }
}

function keepFiles(
  world: World,
  author: Author,
  channel: Channel,
  body: MessageBody,
  files: readonly StoredFile[],
): Attachment[] {
  return files.map((file, index) => {
    const about = body.attachments?.find((named) => String(named.id) === String(index))
    return keepFile(world, author.fileBase, channel, file, about?.description)
  })
}

/** Stores a file and gives the attachment that names it. */
export function keepFile(
  world: World,
  fileBase: string,
  channel: Channel,
  file: StoredFile,
  description?: string | null,
): Attachment {
  const id = world.ids.next()
  world.files.set(`${channel.id}/${id}`, file)
  const url = `${fileBase}/attachments/${channel.id}/${id}/${encodeURIComponent(file.name)}`
  return {
    id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...(description && { description }),
  }
}

/** Numbers the components and puts the real address in place of each `attachment://name`. */
function placed(components: readonly Component[], attachments: readonly Attachment[]): Component[] {
  const numbered = withIds(components)
  const problems: Problem[] = []
  const resolve = (media: { url: string }): void => {
    const name = /^attachment:\/\/(.+)$/.exec(media.url)?.[1]
    if (name === undefined) return
    const found = attachments.find(({ filename }) => filename === name)
    if (found) media.url = found.url
    else problems.push({ path: 'components', message: `The specified attachment ${name} was not found` })
  }
  for (const component of eachComponent(numbered)) {
    for (const media of [
      component.media,
      component.file,
      ...(component.items ?? []).map((item) => item.media),
    ]) {
      if (media) resolve(media)
    }
  }
  if (problems.length > 0) throw invalidBody(problems)
  return numbered
}
