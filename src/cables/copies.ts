/** @module Two copies of one cable: whether the later one may take the place of the one that is there. */
import type { Cable } from './cable.js'

/** Lines of a message in which its first classification line stands. */
const HEAD_LINES = 80

/** `SECTION 02 OF 03`, also with a lost letter */
const SECTION = /\b[A-Z]{1,4}TION +0?(\d{1,2}) +[A-Z]F +0?\d{1,2}(?!\d)/

/**
 * @param stored the cable that is there
 * @param fresh another copy of it, and the text it was read from
 * @returns why the stored one stays, a clause for people; `null` when the other may replace it
 */
export function whyStoredStays(stored: Cable, fresh: Cable, message: string): string | null {
  if (isCorrected(stored) && !isCorrected(fresh)) return 'the library holds its corrected copy'
  const section = sectionOf(message)
  // A second copy of the same section is as good as the first.
  if (section > 1 && numbers(stored).some((number) => number < Math.min(...numbers(fresh))))
    return `it is only section ${section}, and the library holds more of the cable`
  return null
}

function isCorrected(cable: Cable): boolean {
  return cable.captions.includes('CORRECTED COPY')
}

/** @returns the section with which the message begins; 1 where it names none */
function sectionOf(message: string): number {
  for (const line of message.split('\n', HEAD_LINES)) {
    const section = SECTION.exec(line.slice(0, 200))?.[1]
    if (section !== undefined) return Number(section)
  }
  return 1
}

function numbers({ paragraphs }: Cable): number[] {
  return paragraphs.flatMap(({ number }) => number ?? [])
}
