import { FILE_ENDINGS } from '../src/cables/file-endings.js'
import { canonicalId } from '../src/cables/ids.js'
import type { IngestProgress } from '../src/library/ingest.js'
import { cleanLine } from '../src/replies/clean.js'
import { linesReply } from '../src/replies/notice.js'
import { shorten, type Reply } from '../src/replies/components.js'
import { ADDED_LINE_MAX } from '../src/replies/limits.js'
import { refusal, toldIn } from '../src/replies/texts/refusal.js'
import type { Say } from '../src/replies/texts/texts.js'
import { corpusWords } from '../src/replies/texts/words/corpus.js'
import type { CommandContext } from './context.js'
import type { AddedFiles } from './services.js'
import { defineCommandGroup, defineSubcommand } from './define.js'
import { suggestCables } from './suggestions.js'

/** Between two edits of the progress (ms): a few edits, not a stream of them. */
const PROGRESS_EVERY_MS = 4_000

/** Time for one file (ms): Discord takes edits for 15 minutes. */
const ADD_TIME_MS = 13 * 60_000

const NUMBER_MAX = 80

/** Characters of a file's name where it was refused. */
const FILE_NAME_MAX = 100

const aFile = { type: 'file', endings: FILE_ENDINGS } as const

function moreFile(place: number) {
  const { es, fr, de } = corpusWords.moreFile.names
  const names = { es: `${es}-${place}`, fr: `${fr}-${place}`, de: `${de}-${place}` }
  return { ...aFile, ...corpusWords.moreFile, names }
}

const add = defineSubcommand({
  ...corpusWords.add,
  options: {
    file: { ...aFile, ...corpusWords.file, required: true },
    'file-2': moreFile(2),
    'file-3': moreFile(3),
    'file-4': moreFile(4),
    'file-5': moreFile(5),
  },
  isPrivate: () => true,
  timeMs: ADD_TIME_MS,
  run: async ({ file, 'file-2': second, 'file-3': third, 'file-4': fourth, 'file-5': fifth }, context) => {
    await demandRight(context)
    const { services, say, show } = context
    const files = [file, second, third, fourth, fifth].filter((each) => each !== undefined)
    await show(linesReply([say('corpus.fetching')]))
    return addedReply(say, await services.corpus.add(files, occasionally(say, show)))
  },
})

function addedReply(say: Say, { ids, refusals, stopped, ...counts }: AddedFiles): Reply {
  const { added, renewed, unchanged, refused } = counts
  const more = added - ids.length
  const named = [ids.join(', '), ...(more > 0 ? [say('corpus.moreAdded', { count: more })] : [])].join(' ')
  const refusedMore = refused - refusals.length
  const lines = [
    say('corpus.added', { added, renewed, unchanged, refused }),
    ...(stopped ? [say('corpus.stopped')] : []),
    ...(ids.length === 0 ? [] : [say('corpus.addedCables', { cables: named })]),
    ...refusals.map(({ what, why }) =>
      say('corpus.refusedFile', {
        file: shorten(what, FILE_NAME_MAX),
        reason: typeof why === 'string' ? why : toldIn(say.locale, why),
      }),
    ),
    ...(refusedMore > 0 ? [say('corpus.moreRefused', { count: refusedMore })] : []),
  ]
  return linesReply(lines, ADDED_LINE_MAX)
}

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
