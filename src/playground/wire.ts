/**
 * What travels between the bot and the stand-in, as far as the stand-in looks into it. Bodies from the bot are
 * read loosely: unknown keys pass, because judging a payload in full is the validator's work.
 */
import { z } from 'zod'

/** Message flags (https://discord.com/developers/docs/resources/message#message-object-message-flags). */
export const Flag = {
  Ephemeral: 1 << 6,
  Loading: 1 << 7,
  ComponentsV2: 1 << 15,
  /** Suppressed embeds, ephemeral, suppressed notifications, Components V2. */
  SettableByBots: (1 << 2) | (1 << 6) | (1 << 12) | (1 << 15),
} as const

const Media = z.looseObject({ url: z.string() })
const Emoji = z.looseObject({ id: z.string().nullish(), name: z.string().nullish() })

const SelectOption = z.looseObject({
  label: z.string(),
  value: z.string(),
  description: z.string().nullish(),
  default: z.boolean().nullish(),
})
export type SelectOption = z.infer<typeof SelectOption>

const componentFields = {
  type: z.number(),
  id: z.number().nullish(),
  custom_id: z.string().nullish(),
  style: z.number().nullish(),
  label: z.string().nullish(),
  description: z.string().nullish(),
  emoji: Emoji.nullish(),
  url: z.string().nullish(),
  disabled: z.boolean().nullish(),
  content: z.string().nullish(),
  placeholder: z.string().nullish(),
  value: z.string().nullish(),
  required: z.boolean().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  min_values: z.number().nullish(),
  max_values: z.number().nullish(),
  options: z.array(SelectOption).nullish(),
  divider: z.boolean().nullish(),
  media: Media.nullish(),
  file: Media.nullish(),
  items: z.array(z.looseObject({ media: Media, description: z.string().nullish() })).nullish(),
}
type FlatComponent = z.infer<z.ZodObject<typeof componentFields, z.core.$loose>>

/** Any component of a message or a modal; which fields it has depends on `type`. */
export interface Component extends FlatComponent {
  components?: Component[] | null | undefined
  accessory?: Component | null | undefined
  component?: Component | null | undefined
}

export const Component: z.ZodType<Component> = z.lazy(() =>
  z.looseObject({
    ...componentFields,
    components: z.array(Component).nullish(),
    accessory: Component.nullish(),
    component: Component.nullish(),
  }),
)

const Embed = z.looseObject({
  title: z.string().nullish(),
  description: z.string().nullish(),
  url: z.string().nullish(),
  author: z.looseObject({ name: z.string() }).nullish(),
  footer: z.looseObject({ text: z.string() }).nullish(),
  fields: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
})
export type Embed = z.infer<typeof Embed>

/** The body of every request that makes or edits a message. */
export const MessageBody = z.looseObject({
  content: z.string().nullish(),
  embeds: z.array(Embed).nullish(),
  components: z.array(Component).nullish(),
  flags: z.number().nullish(),
  attachments: z
    .array(
      z.looseObject({
        id: z.union([z.string(), z.number()]),
        filename: z.string().nullish(),
        description: z.string().nullish(),
      }),
    )
    .nullish(),
  message_reference: z.looseObject({ message_id: z.string() }).nullish(),
  nonce: z.union([z.string(), z.number()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  poll: z.unknown().optional(),
  sticker_ids: z.array(z.string()).nullish(),
})
export type MessageBody = z.infer<typeof MessageBody>

/** A window with fields that a bot opens in answer to a click or a command. */
export const Modal = z.looseObject({
  custom_id: z.string(),
  title: z.string(),
  components: z.array(Component),
})
export type Modal = z.infer<typeof Modal>

export const Choice = z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) })
/** One suggestion of an autocomplete answer. */
export type Choice = z.infer<typeof Choice>

const optionFields = {
  type: z.number(),
  name: z.string(),
  description: z.string().default(''),
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(Choice).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  file_types: z.array(z.string()).nullish(),
}
type FlatOption = z.infer<z.ZodObject<typeof optionFields, z.core.$loose>>

/** An option of a registered command; a subcommand or group has options of its own. */
export interface CommandOption extends FlatOption {
  options?: CommandOption[] | null | undefined
}

const CommandOption: z.ZodType<CommandOption> = z.lazy(() =>
  z.looseObject({ ...optionFields, options: z.array(CommandOption).nullish() }),
)

/** A command as a bot registers it. `type`: 1 slash command, 2 on a user, 3 on a message. */
export const CommandBody = z.looseObject({
  name: z.string(),
  type: z.number().nullish(),
  description: z.string().nullish(),
  options: z.array(CommandOption).nullish(),
  contexts: z.array(z.number()).nullish(),
  integration_types: z.array(z.number()).nullish(),
  default_member_permissions: z.union([z.string(), z.number()]).nullish(),
})
export type CommandBody = z.infer<typeof CommandBody>

/** A command as Discord keeps it. */
export interface Command extends CommandBody {
  id: string
  application_id: string
  guild_id?: string
  type: number
  description: string
  version: string
  options: CommandOption[]
}

export interface WireUser {
  id: string
  username: string
  discriminator: string
  global_name: string | null
  avatar: string | null
  bot: boolean
  primary_guild: null
  public_flags: number
  flags: number
}

export interface Attachment {
  id: string
  filename: string
  /** bytes */
  size: number
  url: string
  proxy_url: string
  content_type: string
  description?: string | null | undefined
}

/** What a message tells of the interaction that it came of. */
export interface InteractionMetadata {
  id: string
  type: number
  user: WireUser
  authorizing_integration_owners: Record<string, string>
  original_response_message_id?: string
  interacted_message_id?: string
  triggering_interaction_metadata?: InteractionMetadata
}

/** A message as Discord sends it. */
export interface Message {
  id: string
  type: number
  channel_id: string
  guild_id?: string
  author: WireUser
  content: string
  timestamp: string
  edited_timestamp: string | null
  tts: boolean
  mention_everyone: boolean
  mentions: WireUser[]
  mention_roles: string[]
  attachments: Attachment[]
  embeds: Embed[]
  components: Component[]
  pinned: boolean
  flags: number
  application_id?: string
  webhook_id?: string
  interaction_metadata?: InteractionMetadata
  message_reference?: { type: number; message_id: string; channel_id: string; guild_id?: string }
}
