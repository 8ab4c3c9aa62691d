/**
 * @module The command line: which commands there are and what they take. What each does stands in its own file, loaded only
 * when it is called for: `parse` needs neither the model nor Discord.
 */
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { CableFilter } from '../library/filter.js'
import { readEnvironment, readSettings, type Settings } from '../config.js'
import { UserError } from '../errors.js'
import { type FilterOptions, filterOf, withFilterOptions } from './filter-options.js'
import { endQuietlyWhenOutputCloses, notice } from './output.js'

const EXIT_FAILED = 1
const EXIT_WRONG_USAGE = 2

/** @param args the words after the program's name. @returns the exit code: 0 done, 1 could not be done, 2 wrong usage. */
export async function run(args: readonly string[]): Promise<number> {
  endQuietlyWhenOutputCloses()
  let exitCode = 0
  const program = buildProgram((code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_USAGE
    if (error instanceof UserError) {
      notice(error.message)
      return EXIT_FAILED
    }
    throw error
  }
}

function buildProgram(done: (exitCode: number) => void): Command {
  const program = new Command('pilcrow')
    .description('Answers questions about diplomatic cables and cites the exact paragraph.')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })

  /** A command that has a library: `--data` goes before the environment. */
  const libraryCommand = (nameAndArguments: string, description: string) =>
    program
      .command(nameAndArguments)
      .description(description)
      .option('--data <dir>', 'folder of the library (default: DATA_DIR, or data)')

  program
    .command('parse <path...>')
    .description('read cables and print one JSON object a line; - is stdin')
    .option('--protect', 'mask what the cables ask to protect; without it they are printed as they are')
    .action(async (paths: string[], options: { protect?: true }) => {
      const { parse } = await import('./parse.js')
      done(await parse(paths, options))
    })

  libraryCommand('ingest <path...>', 'add or renew cables; may be stopped and run again')
    .option('--no-embed', 'only store them; a later ingest embeds what is pending')
    .action(async (paths: string[], options: DataOption & { embed: boolean }) => {
      const { ingest } = await import('./ingest.js')
      done(await ingest(settingsFor(options), paths, options))
    })

  libraryCommand(
    'reembed',
    'after a change of EMBEDDING_MODEL or EMBEDDING_PRECISION: make all vectors anew',
  ).action(async (options: DataOption) => {
    const { reembed } = await import('./reembed.js')
    done(await reembed(settingsFor(options)))
  })

  libraryCommand(
    'reread',
    'after an upgrade: read the stored messages again and renew what is read otherwise',
  ).action(async (options: DataOption) => {
    const { reread } = await import('./reread.js')
    done(await reread(settingsFor(options)))
  })

  libraryCommand(
    'reprotect',
    'after an upgrade or a change of SOURCE_PROTECTION: mask the stored cables again',
  ).action(async (options: DataOption) => {
    const { reprotect } = await import('./reprotect.js')
    done(await reprotect(settingsFor(options)))
  })

  withSourcesOption(
    withFilterOptions(
      libraryCommand('ask <question>', 'answer one question, each sentence with its paragraph'),
    ),
  )
    .option('--history <question>', 'an earlier question of the same talk; repeat for more', collect, [])
    .option('--json', 'print the result as one JSON line')
    .action(async (question: string, options: DataOption & FilterOptions & AskOptions) => {
      const { ask } = await import('./ask.js')
      await ask(settingsFor(options), question, { ...options, filters: filterOf(options) })
    })

  withSourcesOption(withFilterOptions(libraryCommand('search <query>', 'ranked passages')))
    .option('--limit <n>', 'how many', wholeNumber(1, 100), 10)
    .option('--json', 'print one JSON object a line')
    .action(async (query: string, options: DataOption & FilterOptions & { limit: number; json?: true }) => {
      const filters: CableFilter = filterOf(options)
      const { search } = await import('./search.js')
      await search(settingsFor(options), query, { ...options, filters })
    })

  withSourcesOption(libraryCommand('show <id> [paragraph]', 'a cable, or one paragraph with its neighbours'))
    .option('--json', 'print as JSON')
    .action(async (id: string, paragraph: string | undefined, options: DataOption & { json?: true }) => {
      const { show } = await import('./show.js')
      await show(settingsFor(options), id, paragraph, options)
    })

  withSourcesOption(
    libraryCommand('eval <questions>', 'answer every question of a file and print the table of figures'),
  )
    .option('--out <file>', 'write the result lines to this file')
    .option('--compare <file>', 'compare with the result lines of an earlier run')
    .action(async (file: string, options: DataOption & { out?: string; compare?: string }) => {
      const { evaluate } = await import('./evaluate.js')
      await evaluate(settingsFor(options), file, options)
    })

  libraryCommand('verify', 'check store, vectors and index against each other')
    .option('--repair', 'rebuild what is derived')
    .action(async (options: DataOption & { repair?: true }) => {
      const { verifyLibrary } = await import('./verify.js')
      done(await verifyLibrary(settingsFor(options), options))
    })

  libraryCommand('remove <id...>', 'take cables out of store and index').action(
    async (ids: string[], options: DataOption) => {
      const { remove } = await import('./remove.js')
      done(await remove(settingsFor(options), ids))
    },
  )

  libraryCommand('stats', 'what was used in Discord, how it went, and what readers thought of it')
    .option('--json', 'print as JSON')
    .action(async (options: DataOption & { json?: true }) => {
      const { stats } = await import('./stats.js')
      await stats(settingsFor(options), options)
    })

  program
    .command('register')
    .description('put the slash commands to Discord')
    .option('--guild <id>', 'to one server only, at once, instead of everywhere')
    .action(async (options: { guild?: string }) => {
      const { register } = await import('./register.js')
      await register(settingsFor({}), options.guild)
    })

  libraryCommand('start', 'run the bot; with no token, a prompt in the terminal').action(
    async (options: DataOption) => {
      const { start } = await import('./start.js')
      await start(settingsFor(options))
    },
  )
  return program
}

interface DataOption {
  readonly data?: string
  readonly showSources?: true
}

/** What an owner at the terminal may see, whatever readers do. */
function withSourcesOption(command: Command): Command {
  return command.option('--show-sources', 'show names and numbers that cables ask to protect')
}

interface AskOptions {
  readonly history: string[]
  readonly json?: true
}

function settingsFor({ data, showSources }: DataOption): Settings {
  const environment = readEnvironment()
  const settings = readSettings(data === undefined ? environment : { ...environment, DATA_DIR: data })
  return showSources === undefined ? settings : { ...settings, sourceProtection: false }
}

function collect(value: string, earlier: string[]): string[] {
  return [...earlier, value]
}

function wholeNumber(min: number, max: number) {
  return (value: string): number => {
    const number = Number(value)
    if (!Number.isInteger(number) || number < min || number > max) {
      throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}.`)
    }
    return number
  }
}
