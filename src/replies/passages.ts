/** @module How a cable and a passage of it are named in a reply. */
import { paragraphLabel, type CableHeader, type Paragraph } from '../cables/cable.js'
import { fitLine } from './cut.js'
import { PASSAGE_LINE_MAX } from './limits.js'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2006-04-10T19:22:00Z` -> `10 Apr 2006`; what is no ISO date stays as it is. */
export function dayOf(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date) ?? []
  const name = MONTHS[Number(month) - 1]
  return year === undefined || day === undefined || name === undefined
    ? date
    : `${Number(day)} ${name} ${year}`
}

/** `2006-04-10T19:22:00Z` -> `10 Apr 2006, 19:22 UTC`. */
export function timeOf(date: string): string {
  const [, time] = /T(\d{2}:\d{2})/u.exec(date) ?? []
  return time === undefined ? dayOf(date) : `${dayOf(date)}, ${time} UTC`
}

/** `06MEXICO1889 ¶2 (C)`; the marking where there is one. */
export function markedLabel(
  cable: string,
  paragraph: Pick<Paragraph, 'number' | 'position' | 'marking'>,
): string {
  const label = paragraphLabel(cable, paragraph)
  return paragraph.marking === null ? label : `${label} (${paragraph.marking})`
}

/** `06MEXICO1889 ¶2 (C) · Embassy Mexico · 10 Apr 2006 · SUBJECT`, escaped, cut in the subject; what is unknown is left out. */
export function passageLine(cable: CableHeader, paragraph: Paragraph): string {
  const parts = [
    markedLabel(cable.id, paragraph),
    cable.origin,
    cable.date === null ? null : dayOf(cable.date),
    cable.subject,
  ]
  return fitLine(parts.filter((part) => part !== null && part !== '').join(' · '), PASSAGE_LINE_MAX)
}
