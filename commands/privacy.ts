import { linesReply } from '../src/replies/notice.js'
import { privacyReply } from '../src/replies/settings-reply.js'
import { privacyWords } from '../src/replies/texts/words/settings.js'
import { defineCommandGroup, defineSubcommand } from './define.js'

const show = defineSubcommand({
  ...privacyWords.show,
  options: {},
  isPrivate: () => true,
  run: (_, { services, caller, say, commandIds }) =>
    privacyReply(say, services.about(), services.records.keptOf(caller.userId), commandIds),
})

const forget = defineSubcommand({
  ...privacyWords.forget,
  options: {},
  isPrivate: () => true,
  run: (_, { services, caller, say }) => {
    const { feedback, questions } = services.records.forget(caller.userId)
    return linesReply([say('settings.forgotten', { feedback, questions })])
  },
})

/** Works for everybody everywhere: it is a right, not a feature of a server. */
export const privacy = defineCommandGroup({
  name: 'privacy',
  ...privacyWords.command,
  subcommands: { show, forget },
  isExempt: true,
})
