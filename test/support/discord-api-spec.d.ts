/** The package gives its zod schemas as plain JavaScript; these are the ones that we use. */
declare module 'discord-api-spec/zod' {
  export interface Issue {
    readonly code: string
    readonly path: readonly PropertyKey[]
    readonly errors?: readonly (readonly Issue[])[]
    readonly maximum?: number
    readonly minimum?: number
    readonly expected?: string
    readonly values?: readonly unknown[]
    readonly format?: string
  }

  export interface Schema {
    safeParse(
      value: unknown,
    ): { success: true; data: unknown } | { success: false; error: { issues: Issue[] } }
  }

  export const CreateMessageInteractionCallbackRequestSchema: Schema
  export const UpdateMessageInteractionCallbackRequestSchema: Schema
  export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema
  export const ModalInteractionCallbackRequestSchema: Schema
  export const IncomingWebhookRequestPartialSchema: Schema
  export const IncomingWebhookUpdateRequestPartialSchema: Schema
  export const MessageCreateRequestSchema: Schema
  export const MessageEditRequestPartialSchema: Schema
  export const ApplicationCommandCreateRequestSchema: Schema
  export const ApplicationCommandUpdateRequestSchema: Schema
  export const ApplicationCommandPatchRequestPartialSchema: Schema
  export const CreateTextThreadWithMessageRequestSchema: Schema
  export const CreateTextThreadWithoutMessageRequestSchema: Schema
  export const MessageResponseSchema: Schema
  export const ApplicationCommandResponseSchema: Schema
  export const PrivateApplicationResponseSchema: Schema
  export const GuildWithCountsResponseSchema: Schema
  export const CreatePrivateChannelRequestSchema: Schema
}
