/** @module How a cable and a passage of it are named in a reply. */
import { paragraphLabel, type CableHeader, type Paragraph } from '../cables/cable.js'
import { fitLine } from './cut.js'
import { dayOf } from './dates.js'
import { PASSAGE_LINE_MAX } from './limits.js'
import type { Say } from './texts/texts.js'

/** `06MEXICO1889 ¶2 (C)`; the marking where there is one. */
export function markedLabel(
  cable: string,
  paragraph: Pick<Paragraph, 'number' | 'position' | 'marking'>,
): string {
  const label = paragraphLabel(cable, paragraph)
  return paragraph.marking === null ? label : `${label} (${paragraph.marking})`
}

/** `06MEXICO1889 ¶2 (C) · Embassy Mexico · 10 Apr 2006 · SUBJECT`, escaped, cut in the subject; what is unknown is left out. */
export function passageLine(say: Say, cable: CableHeader, paragraph: Paragraph): string {
  const parts = [
    markedLabel(cable.id, paragraph),
    cable.origin,
    cable.date === null ? null : dayOf(say, cable.date),
    cable.subject,
  ]
  return fitLine(parts.filter((part) => part !== null && part !== '').join(' · '), PASSAGE_LINE_MAX)
}
