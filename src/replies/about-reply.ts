/** @module What the bot says of itself, and the list of what one can do. */
import { ACCENT, card, separator, text, type Reply } from './components.js'
import { escapeLine } from './escape.js'
import { modelLine, type Privacy } from './settings-reply.js'
import { localised, type Localizations } from './texts/locale.js'
import type { Say } from './texts/texts.js'

export interface About extends Privacy {
  readonly version: string
  readonly embeddingModel: string
  /** Whether what cables ask to shield is masked here. */
  readonly protectsSources: boolean
  readonly cables: number
  readonly paragraphs: number
  readonly posts: number
}

export function aboutReply(say: Say, about: About): Reply {
  const counts = {
    cables: about.cables,
    paragraphs: about.paragraphs,
    posts: about.posts,
  }
  const facts: [string, string][] = [
    [say('about.archive'), say('about.counts', counts)],
    [say('about.search'), `BM25, ${escapeLine(about.embeddingModel)}`],
    [
      say('about.answers'),
      about.languageModel === null ? say('about.quoted') : escapeLine(about.languageModel),
    ],
    [say('about.sources'), say(about.protectsSources ? 'about.protected' : 'about.unprotected')],
    [say('about.version'), escapeLine(about.version)],
    [say('about.privacy'), `${modelLine(say, about.languageModel)} ${say('settings.howToForget')}`],
  ]
  return card(ACCENT.reader, [
    text(`### ${say('about.what')}`),
    text(facts.map(([name, value]) => `**${name}** ${value}`).join('\n')),
  ])
}

/** What Discord is told of a command, as far as people read it. */
export interface ListedCommand {
  readonly name: string
  readonly name_localizations?: Localizations | null | undefined
  readonly description?: string | undefined
  readonly description_localizations?: Localizations | null | undefined
}

export function helpReply(
  say: Say,
  commands: readonly ListedCommand[],
  messageCommands: readonly ListedCommand[],
): Reply {
  const nameOf = (command: ListedCommand): string =>
    localised(say.locale, command.name_localizations) ?? command.name
  const lines = commands.map((command) => {
    const description = localised(say.locale, command.description_localizations) ?? command.description ?? ''
    return `**/${nameOf(command)}** ${description}`
  })
  return card(ACCENT.reader, [
    text(`### ${say('about.helpTitle')}`),
    text(lines.join('\n')),
    ...(messageCommands.length === 0
      ? []
      : [
          separator(),
          text(
            [say('about.inMenus'), ...messageCommands.map((command) => `**${nameOf(command)}**`)].join('\n'),
          ),
        ]),
    separator(),
    text(say('about.mention')),
  ])
}
