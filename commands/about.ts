import { PermissionFlagsBits } from 'discord.js'
import { aboutReply } from '../src/replies/about-reply.js'
import { helpReply, type Help } from '../src/replies/help-reply.js'
import { aboutWords } from '../src/replies/texts/words/settings.js'
import type { CommandContext } from './context.js'
import { mayChangeCorpus } from './corpus.js'
import { defineCommand, type Command } from './define.js'
import type { Services } from './services.js'

/** Years of the archive that are looked through, and posts that are named. */
const YEARS_MAX = 300
const LARGEST_POSTS = 3

export const about = defineCommand({
  name: 'about',
  ...aboutWords.about,
  options: {},
  isPrivate: () => true,
  isExempt: true,
  run: (_, { services, say }) =>
    aboutReply(say, {
      ...services.about(),
      ...services.counts(),
      posts: services.origins().length,
      years: yearsOf(services),
      largestPosts: services.origins().slice(0, LARGEST_POSTS),
      readAt: hostOf(services),
    }),
})

function yearsOf(services: Services): { first: string; last: string } | null {
  const years = services.tally('year', {}, YEARS_MAX).map(({ value }) => value)
  const [last, first] = [years[0], years.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}

/** Of the addresses that lead to the cables; the address itself is of one cable. */
function hostOf(services: Services): string | null {
  const [any] = services.list({}, 0, 1)
  const address = any === undefined ? null : services.permalink(any.id)
  return address === null ? null : new URL(address).host
}

/** @param list everything that there is, this command included, when somebody asks */
export function defineHelp(list: () => Pick<Help, 'commands' | 'messageCommands'>): Command {
  return defineCommand({
    name: 'help',
    ...aboutWords.help,
    options: {},
    isPrivate: () => true,
    isExempt: true,
    run: async (_, context) => {
      const { commands, messageCommands } = list()
      const hidden = await notFor(context)
      return helpReply(context.say, {
        commands: commands.filter(({ name }) => !hidden.has(name)),
        messageCommands,
        ids: context.commandIds ?? new Map<string, string>(),
      })
    },
  })
}

/** Commands that would only refuse the caller. */
async function notFor(context: CommandContext): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>()
  if ((context.caller.permissions & PermissionFlagsBits.ManageGuild) === 0n) hidden.add('settings')
  if (!(await mayChangeCorpus(context))) hidden.add('corpus')
  return hidden
}
