import { canonicalId } from '../src/cables/ids.js'
import type { IngestProgress } from '../src/library/ingest.js'
import { cleanLine } from '../src/replies/clean.js'
import { linesReply } from '../src/replies/notice.js'
import type { Reply } from '../src/replies/components.js'
import { refusal } from '../src/replies/texts/refusal.js'
import type { Say } from '../src/replies/texts/texts.js'
import { corpusWords } from '../src/replies/texts/words/corpus.js'
import type { CommandContext } from './context.js'
import { defineCommandGroup, defineSubcommand } from './define.js'
import { suggestCables } from './suggestions.js'

/** Between two edits of the progress (ms): a few edits, not a stream of them. */
const PROGRESS_EVERY_MS = 4_000

/** Time for one file (ms): Discord takes edits for 15 minutes. */
const ADD_TIME_MS = 13 * 60_000

const NUMBER_MAX = 80

const add = defineSubcommand({
  ...corpusWords.add,
  options: { file: { type: 'file', ...corpusWords.file, required: true } },
  isPrivate: () => true,
  timeMs: ADD_TIME_MS,
  run: async ({ file }, context) => {
    await demandRight(context)
    const { services, say, show } = context
    await show(linesReply([say('corpus.fetching')]))
    const result = await services.corpus.add(file, occasionally(say, show))
    const { added, renewed, unchanged, refused } = result
    return linesReply([
      say('corpus.added', { added, renewed, unchanged, refused }),
      ...(result.reasons.length === 0
        ? []
        : [say('corpus.refusedBecause', { reasons: result.reasons.map(cleanLine).join('; ') })]),
      ...(result.stopped ? [say('corpus.stopped')] : []),
    ])
  },
})

const remove = defineSubcommand({
  ...corpusWords.remove,
  options: {
    cable: {
      type: 'string',
      ...corpusWords.cable,
      required: true,
      maxLength: NUMBER_MAX,
      autocomplete: suggestCables,
    },
  },
  isPrivate: () => true,
  run: async ({ cable }, context) => {
    await demandRight(context)
    const id = canonicalId(cable)
    if (id === null) throw refusal('input.noCableNumber', { typed: cleanLine(cable) })
    if (!(await context.services.corpus.remove(id))) throw refusal('reader.unknownCable', { cable: id })
    return linesReply([context.say('corpus.removed', { cable: id })])
  },
})

const status = defineSubcommand({
  ...corpusWords.status,
  options: {},
  isPrivate: () => true,
  run: async (_, context) => {
    await demandRight(context)
    const { services, say } = context
    const { cables, paragraphs } = services.counts()
    const { pending, isBusy } = services.corpus.status()
    return linesReply([
      say('corpus.status', { cables, paragraphs }),
      ...(pending === 0 ? [] : [say('corpus.pending', { count: pending })]),
      ...(isBusy ? [say('corpus.working')] : []),
    ])
  },
})

/** Everybody sees the command, because a role cannot be named to Discord; who may not use it is told so. */
export const corpus = defineCommandGroup({
  name: 'corpus',
  ...corpusWords.command,
  subcommands: { add, remove, status },
  isExempt: true,
})

/** @throws UserError unless the caller is the owner or has one of the roles named by the owner */
async function demandRight(context: CommandContext): Promise<void> {
  if (!(await mayChangeCorpus(context))) throw refusal('corpus.notAllowed')
}

/** The owner, and whoever has one of the roles named by the owner. */
export async function mayChangeCorpus({ caller, services, isOwner }: CommandContext): Promise<boolean> {
  return caller.roles.some((role) => services.corpus.roles.includes(role)) || (await isOwner())
}

/** Progress as edits of the reply, now and then. An edit that fails is not what the work is for. */
function occasionally(say: Say, show: (state: Reply) => Promise<void>): (progress: IngestProgress) => void {
  let lastAt = performance.now()
  let underWay: Promise<void> | undefined
  return ({ read, embedded, pending }) => {
    const now = performance.now()
    if (underWay !== undefined || now - lastAt < PROGRESS_EVERY_MS) return
    lastAt = now
    underWay = show(linesReply([say('corpus.progress', { read, embedded, pending })])).then(
      () => {
        underWay = undefined
      },
      () => {
        underWay = undefined
      },
    )
  }
}
