/** @module What the bot says of itself. */
import type { Tally } from '../library/library.js'
import { ACCENT, card, text, type Reply } from './components.js'
import { escapeLine } from './escape.js'
import { modelLine, type Privacy } from './settings-reply.js'
import type { Say } from './texts/texts.js'

export interface About extends Privacy {
  readonly version: string
  readonly embeddingModel: string
  /** Whether what cables ask to shield is masked here. */
  readonly protectsSources: boolean
  readonly cables: number
  readonly paragraphs: number
  readonly posts: number
  /** First and last year of the cables; `null` where none has a date. */
  readonly years: { readonly first: string; readonly last: string } | null
  /** Those with the most cables first. */
  readonly largestPosts: readonly Tally[]
  /** Host on the web where the cables can be read, or `null`. */
  readonly readAt: string | null
}

export function aboutReply(say: Say, about: About): Reply {
  const counts = {
    cables: about.cables,
    paragraphs: about.paragraphs,
    posts: about.posts,
  }
  const facts: [string, string][] = [
    [say('about.archive'), [say('about.counts', counts), ...yearsOf(say, about)].join('; ')],
    ...largestOf(say, about),
    ...(about.readAt === null ? [] : [[say('about.readAt'), escapeLine(about.readAt)] as [string, string]]),
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

function yearsOf(say: Say, { years }: About): string[] {
  if (years === null) return []
  const { first, last } = years
  return [first === last ? first : say('about.years', { first, last })]
}

function largestOf(say: Say, { largestPosts }: About): [string, string][] {
  if (largestPosts.length === 0) return []
  const posts = largestPosts.map(
    ({ value, cables }) => `${escapeLine(value)} (${cables.toLocaleString(say.locale)})`,
  )
  return [[say('about.largest'), posts.join(', ')]]
}
