/** @module A handler with its arguments already checked: what is left is to acknowledge and to run. */
import type { APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Reply } from '../src/replies/components.js'
import type { RunContext } from './context.js'

/** What a handler can say before its answer. */
export type Stage = Pick<RunContext, 'show' | 'post' | 'isPrivate'>

/**
 * `shared`: a message that all see; `private`: one that only the asker sees; `in-place`: the message whose button was
 * pressed is edited, or, when that message is another person's, it becomes `private`.
 */
export type Place = 'shared' | 'private' | 'in-place'

export interface Answering {
  readonly place: Place
  /** How long it may take (ms), where that is longer than usual. */
  readonly timeMs?: number
  /** @throws UserError with a sentence for the asker */
  run(stage: Stage): Promise<Reply>
}

/** A modal is the acknowledgement itself, so it must be there at once. */
export interface Opening {
  readonly place: 'modal'
  readonly modal: APIModalInteractionResponseCallbackData
}

export type Prepared = Answering | Opening
