import { aboutReply, helpReply, type ListedCommand } from '../src/replies/about-reply.js'
import { aboutWords } from '../src/replies/texts/words/settings.js'
import { defineCommand, type Command } from './define.js'

export const about = defineCommand({
  name: 'about',
  ...aboutWords.about,
  options: {},
  isPrivate: () => true,
  isExempt: true,
  run: (_, { services, say }) =>
    aboutReply(say, { ...services.about(), ...services.counts(), posts: services.origins().length }),
})

/** @param list everything that there is, this command included, when somebody asks */
export function defineHelp(
  list: () => {
    readonly commands: readonly ListedCommand[]
    readonly messageCommands: readonly ListedCommand[]
  },
): Command {
  return defineCommand({
    name: 'help',
    ...aboutWords.help,
    options: {},
    isPrivate: () => true,
    isExempt: true,
    run: (_, { say }) => {
      const { commands, messageCommands } = list()
      return helpReply(say, commands, messageCommands)
    },
  })
}
