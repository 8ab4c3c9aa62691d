/** @module What short words of the cables mean. */
import type { Entry } from '../cables/vocabulary/lookup.js'
import { openList } from './browse-routes.js'
import { ACCENT, button, card, textWithButton, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { GLOSSARY_LINE_MAX } from './limits.js'
import { noticeReply } from './notice.js'
import type { Say } from './texts/texts.js'

export interface GlossaryEntry extends Entry {
  /** Cables of this archive that have it; `null` where that is not counted. */
  readonly cables: number | null
}

/** @param term as typed */
export function glossaryReply(say: Say, term: string, entries: readonly GlossaryEntry[]): Reply {
  if (entries.length === 0) return noticeReply(say('tools.unknownTerm', { term }))
  return card(
    ACCENT.reader,
    entries.map((entry) => {
      const { kind, term: shown, name, meaning, cables } = entry
      const facts = sentenceCase([name, meaning].filter((part) => part !== '').join('. '))
      const count = cables === null || cables === 0 ? [] : [say('tools.countOf', { count: cables })]
      const subtext = [say(`tools.${kind}`), ...count].join(' · ')
      return textWithButton(
        `**${fitLine(shown, GLOSSARY_LINE_MAX)}** ${fitLine(facts, GLOSSARY_LINE_MAX)}\n-# ${subtext}`,
        count.length === 0 ? null : button(say('tools.browseCables', { term: shown }), listOf(entry)),
      )
    }),
  )
}

function sentenceCase(words: string): string {
  return words.replace(/^\p{Ll}/u, (first) => first.toUpperCase())
}

function listOf({ kind, term }: Entry): string | null {
  if (kind === 'tag') return openList.id({ filters: { tag: term } })
  return kind === 'post' ? openList.id({ filters: { origin: term } }) : null
}
