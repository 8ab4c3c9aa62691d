/** @module Who owns the bot: the application's owner, or those of its team who may change it. */
import { Team, TeamMemberMembershipState, TeamMemberRole, type Client } from 'discord.js'

/** How long the answer holds (ms): who leaves the team is soon no owner, and Discord is not asked all the time. */
const ASKED_AGAIN_AFTER_MS = 5 * 60_000

interface Owners {
  readonly ids: Promise<ReadonlySet<string>>
  readonly askedAt: number
}

/** @param now ms; for tests */
export function ownersOf(
  client: Client,
  now: () => number = () => performance.now(),
): (userId: string) => Promise<boolean> {
  let known: Owners | undefined
  return async (userId) => {
    if (known === undefined || now() - known.askedAt > ASKED_AGAIN_AFTER_MS) {
      known = { ids: fetchOwners(client), askedAt: now() }
    }
    try {
      return (await known.ids).has(userId)
    } catch (error) {
      known = undefined // Discord may be back the next time.
      throw error
    }
  }
}

async function fetchOwners(client: Client): Promise<ReadonlySet<string>> {
  const application = await client.application?.fetch()
  const owner = application?.owner
  if (owner === null || owner === undefined) return new Set()
  return new Set(owner instanceof Team ? teamOwners(owner) : [owner.id])
}

/** Its owner, its admins and its developers: not who was only invited, nor who may only read. */
function teamOwners({ ownerId, members }: Team): string[] {
  const trusted = members.filter(
    ({ membershipState, role }) =>
      membershipState === TeamMemberMembershipState.Accepted &&
      (role === TeamMemberRole.Admin || role === TeamMemberRole.Developer),
  )
  return [...(ownerId === null ? [] : [ownerId]), ...trusted.keys()]
}
