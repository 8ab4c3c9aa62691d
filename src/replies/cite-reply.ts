/** @module A cable or a paragraph as a footnote, ready to be copied. */
import { ButtonStyle, ComponentType, type APIComponentInContainer } from 'discord.js'
import { paragraphLabel } from '../cables/cable.js'
import { bibtexEntry, chicagoNote, frusNote, type Cited } from '../cables/cite/cite.js'
import { cleanLine, cleanText } from './clean.js'
import { ACCENT, card, fitsMessage, separator, text, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { escapeLine } from './escape.js'
import { PASSAGE_LINE_MAX } from './limits.js'
import type { Say } from './texts/texts.js'
import { trailRow, type Trail } from './trail.js'

/** Characters that subject, sender and the like are cut to, one after the other, until all three forms fit a message. */
const CUTS = [2_000, 300, 100, 30]

export function citeReply(say: Say, cited: Cited, trail: Trail = []): Reply {
  for (const max of CUTS) {
    const reply = within(say, cited, max, trail)
    if (fitsMessage(reply)) return reply
  }
  throw new Error(`the citation of ${cited.cable.id} does not fit a message`)
}

function within(say: Say, { cable, paragraph, url }: Cited, max: number, trail: Trail): Reply {
  const cut = (words: string): string => {
    const line = cleanLine(words)
    return line.length <= max ? line : `${Array.from(line).slice(0, max).join('')}…`
  }
  const cited: Cited = {
    cable: {
      ...cable,
      subject: cut(cable.subject),
      origin: cable.origin && cut(cable.origin),
      classification: cable.classification && cut(cable.classification),
      captions: cable.captions.slice(0, 10).map(cut),
      recipients: cable.recipients.map(cut),
    },
    paragraph,
    url,
  }
  const label = paragraph === undefined ? cable.id : paragraphLabel(cable.id, paragraph)
  return card(ACCENT.reader, [
    text(`### ${say('tools.citation', { label: fitLine(label, PASSAGE_LINE_MAX) })}`),
    separator(),
    text(`**${say('tools.chicago')}**\n${escapeLine(chicagoNote(cited))}`),
    text(`**${say('tools.frus')}**\n${escapeLine(frusNote(cited))}`),
    // Nothing in a code block is a format, and BibTeX leaves no back-tick that could end it.
    text(`**BibTeX**\n\`\`\`bibtex\n${cleanText(bibtexEntry(cited))}\n\`\`\``),
    ...sourceLink(say, url),
    ...trailRow(trail),
  ])
}

function sourceLink(say: Say, url: string | null): APIComponentInContainer[] {
  if (url === null) return []
  return [
    {
      type: ComponentType.ActionRow,
      components: [{ type: ComponentType.Button, style: ButtonStyle.Link, label: say('tools.source'), url }],
    },
  ]
}
