/** @module What one can do, by what a reader wants, with an example of each. */
import { ACCENT, card, separator, text, type Reply } from './components.js'
import { escapeLine } from './escape.js'
import { localised, type Localizations } from './texts/locale.js'
import type { Key, Say } from './texts/texts.js'

/** What Discord is told of a command, as far as people read it. */
export interface ListedCommand {
  readonly name: string
  readonly name_localizations?: Localizations | null | undefined
  readonly description?: string | undefined
  readonly description_localizations?: Localizations | null | undefined
  readonly options?: readonly { readonly type: number }[] | undefined
}

export interface Help {
  readonly commands: readonly ListedCommand[]
  readonly messageCommands: readonly ListedCommand[]
  /** Ids that Discord has given to commands, by their names. */
  readonly ids: ReadonlyMap<string, string>
}

interface Wish {
  readonly title: Extract<Key, `about.wish${string}`>
  /** Names of commands, with what may stand behind each as an example. */
  readonly commands: Readonly<Record<string, string>>
}

/** What a subcommand's type is for Discord: a command that has any is not run by its own name. */
const SUBCOMMAND = 1

const WISHES: readonly Wish[] = [
  { title: 'about.wishAsk', commands: { ask: 'Why did the ferry talks fail?' } },
  {
    title: 'about.wishFind',
    commands: {
      search: '"coast guard" -school',
      browse: 'post: Paris · year: 2008',
      similar: '06MEXICO1889 · 2',
    },
  },
  { title: 'about.wishRead', commands: { cable: '06MEXICO1889' } },
  { title: 'about.wishCite', commands: { cite: '06MEXICO1889 · 2', glossary: 'NOFORN' } },
  { title: 'about.wishKnow', commands: { about: '', privacy: '', help: '' } },
  { title: 'about.wishRun', commands: { settings: '', corpus: '' } },
]

/** Commands that no wish names come last, so that none is left out. */
export function helpReply(say: Say, { commands, messageCommands, ids }: Help): Reply {
  const named = new Set(WISHES.flatMap((wish) => Object.keys(wish.commands)))
  const others = commands.filter(({ name }) => !named.has(name))
  const byName = new Map(commands.map((command) => [command.name, command]))
  const sections = WISHES.flatMap(({ title, commands: wanted }) => {
    const lines = Object.entries(wanted).flatMap(([name, example]) => {
      const command = byName.get(name)
      return command === undefined ? [] : [lineOf(say, command, ids, example)]
    })
    return lines.length === 0 ? [] : [text([`**${say(title)}**`, ...lines].join('\n'))]
  })
  return card(ACCENT.reader, [
    text(`### ${say('about.helpTitle')}`),
    ...sections,
    ...(others.length === 0 ? [] : [text(others.map((each) => lineOf(say, each, ids, '')).join('\n'))]),
    ...(messageCommands.length === 0
      ? []
      : [
          separator(),
          text(
            [say('about.inMenus'), ...messageCommands.map((each) => `**${nameOf(say, each)}**`)].join('\n'),
          ),
        ]),
    separator(),
    text(say('about.mention')),
  ])
}

function lineOf(say: Say, command: ListedCommand, ids: Help['ids'], example: string): string {
  const description = localised(say.locale, command.description_localizations) ?? command.description ?? ''
  const id = ids.get(command.name)
  const hasSubcommands = command.options?.some(({ type }) => type === SUBCOMMAND) === true
  // A mention is pressed and fills the command in; its name is told in the reader's language by Discord itself.
  const name =
    id === undefined || hasSubcommands ? `**/${nameOf(say, command)}**` : `</${command.name}:${id}>`
  return `${name} ${description}${example === '' ? '' : `\n-# ${escapeLine(example)}`}`
}

function nameOf(say: Say, command: ListedCommand): string {
  return localised(say.locale, command.name_localizations) ?? command.name
}
