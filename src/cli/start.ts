import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../embeddings/package-root.js'
import { type App, withApp } from '../app.js'
import type { Settings } from '../config.js'
import { startBot } from '../discord/client.js'
import type { UserError } from '../errors.js'
import { type ReaderView, readerView } from '../reader-view.js'
import { DEFAULT_SETTINGS } from '../records/settings.js'
import { Records } from '../records/records.js'
import { Corpus } from '../corpus/corpus.js'
import { aboutBot, servicesPerServer } from '../services.js'
import { ingestInto } from './ingest.js'
import { untilInterrupted } from './interrupt.js'
import { lastGuard } from './last-guard.js'
import { botLogger, cliLogger } from './logger.js'
import { notice } from './output.js'
import { runPrompt } from './prompt.js'
import { HOW_TO_GET_A_TOKEN } from './token.js'

const SAMPLE_ARCHIVE = join(PACKAGE_ROOT, 'samples', 'cables')

/** The bot in Discord; without a token, a prompt in the terminal. An empty library is given the sample archive first. */
export async function start(settings: Settings): Promise<void> {
  const { discordToken } = settings
  const logger = discordToken === undefined ? cliLogger(settings) : botLogger(settings)
  await withApp(settings, logger, notice, async (app) => {
    if (app.library.counts().cables === 0) {
      notice('The library is empty: loading the sample archive (fiction written for Pilcrow) …')
      await ingestInto(app, [SAMPLE_ARCHIVE])
    }
    const { cables, paragraphs } = app.library.counts()
    notice(
      `${cables.toLocaleString('en')} cables, ${paragraphs.toLocaleString('en')} paragraphs in ${settings.dataDir}.`,
    )
    await untilInterrupted((signal) =>
      discordToken === undefined
        ? promptInTerminal(readerView(app, settings.sourceProtection), settings, signal)
        : runBot(app, settings, discordToken, signal),
    )
  })
}

async function promptInTerminal(
  view: ReaderView,
  { sourceUrlTemplate }: Settings,
  signal: AbortSignal,
): Promise<void> {
  notice(`\nDISCORD_TOKEN is not set, so Pilcrow answers here. ${HOW_TO_GET_A_TOKEN}`)
  notice('\nAsk a question, or type a cable number to read it; "new" begins a new talk, "exit" ends.')
  await runPrompt(view, sourceUrlTemplate, signal)
}

/** Until the process is told to stop, or Discord closes the connection for good. @throws UserError for the latter. */
async function runBot(app: App, settings: Settings, token: string, signal: AbortSignal): Promise<void> {
  const logger = botLogger(settings)
  let onLost: (reason: UserError) => void = () => undefined
  const ended = new Promise<UserError | undefined>((resolve) => {
    onLost = resolve
    signal.addEventListener('abort', () => {
      resolve(undefined)
    })
  })
  const unguard = lastGuard(logger, (reason) => {
    onLost(reason)
  })
  const records = Records.open(settings.dataDir, settings)
  const corpus = new Corpus(app, {
    // A proxy or stand-in serves the attachments, too.
    origins: [new URL(settings.discordApiUrl).origin],
    roles: settings.corpusRoles,
    logger,
  })
  const { sourceUrlTemplate } = settings
  const parts = { app, records, corpus, about: aboutBot(settings), sourceUrlTemplate }
  const servicesFor = servicesPerServer(parts, settings.sourceProtection)
  try {
    const bot = await startBot({
      token,
      apiUrl: settings.discordApiUrl,
      logger,
      services: servicesFor(DEFAULT_SETTINGS),
      servicesFor,
      metrics: settings.metrics,
      allowedServers: settings.allowedServers,
      onLost: (reason) => {
        onLost(reason)
      },
    })
    notice(`Logged in to Discord as ${bot.userTag}. Press Ctrl+C to stop.`)
    const reason = await ended
    await bot.stop()
    if (reason !== undefined) throw reason
  } finally {
    await corpus.close()
    records.close()
    unguard()
  }
}
