import type { Author } from '../compose.js'
import type { Interactions } from '../interactions.js'
import type { World } from '../world.js'

/** What the routes work on. */
export interface Context {
  readonly world: World
  readonly interactions: Interactions
  /** The bot as the author of messages. */
  readonly author: Author
  /** Where the gateway listens, as a `ws://` address. */
  readonly gatewayUrl: string
  /** What `GET /gateway/bot` tells. */
  gatewayLimits(): { shards: number; total: number; remaining: number }
}
