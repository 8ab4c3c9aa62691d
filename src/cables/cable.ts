/**
 * @module The domain: what a cable is, independent of the form it was read from.
 * The JSON of `pilcrow parse` is exactly a `Cable`.
 */

/** One paragraph as printed. Its address within the cable is `position`; `number` is only a label, because numbers repeat and may be missing. */
export interface Paragraph {
  /** Counts from 1 in reading order; unique within the cable. */
  readonly position: number
  /** The printed number, or `null` where none is printed. */
  readonly number: number | null
  /** Portion marking as printed, upper case, without parentheses (`C/NF`), or `null`. */
  readonly marking: string | null
  /** The heading that stands directly before this paragraph, or `null`. */
  readonly heading: string | null
  /** The words, without number, marking, heading, page breaks; sub-items keep their own lines. */
  readonly text: string
}

export type CableFormat = 'header-lines' | 'message' | 'mirror-html' | 'csv'

export interface CableSource {
  /** The file (and, in an archive, the entry after `!`) that the cable was read from. */
  readonly path: string
  readonly format: CableFormat
}

export interface Cable {
  /** Canonical message reference number: two-digit year, post without spaces, serial without leading zeros (`06MEXICO1889`). */
  readonly id: string
  /** ISO 8601 in UTC; a day only (`2006-04-10`) where no time is known; `null` where no date is. */
  readonly date: string | null
  /** Display name of the sending post (`Embassy Mexico`), or `null`. */
  readonly origin: string | null
  /** Without captions: `UNCLASSIFIED`, `UNCLASSIFIED//FOR OFFICIAL USE ONLY`, `CONFIDENTIAL`, `SECRET`, …, or `null`. */
  readonly classification: string | null
  readonly captions: readonly string[]
  readonly precedence: string | null
  /** On one line; empty when the cable has none. */
  readonly subject: string
  readonly tags: readonly string[]
  /** Canonical numbers of the cables it refers to, in order, once each. */
  readonly references: readonly string[]
  readonly classifiedBy: string | null
  /** As `1.4(b)`. */
  readonly reasons: readonly string[]
  /** ISO day, or the words that stand in its place, or `null`. */
  readonly declassifyOn: string | null
  readonly recipients: readonly string[]
  readonly infoRecipients: readonly string[]
  /** Upper case as printed, or `null`. */
  readonly signer: string | null
  /** Text of the summary without the words "Summary" and "End Summary", or `null`. */
  readonly summary: string | null
  readonly source: CableSource
  readonly paragraphs: readonly Paragraph[]
}

/** A cable without its paragraphs: what lists, citations and answers show of it. */
export type CableHeader = Omit<Cable, 'paragraphs'>

/** Where a paragraph stands: the only stable address of a passage. */
export interface ParagraphAddress {
  /** Canonical cable number. */
  readonly cable: string
  readonly position: number
}

/** A paragraph's mark within its cable: `¶2`, or `[3]` (its position) where no number is printed. */
export function paragraphMark({ number, position }: Pick<Paragraph, 'number' | 'position'>): string {
  return number === null ? `[${position}]` : `¶${number}`
}

/** How a paragraph is cited: `06MEXICO1889 ¶2`, or `06MEXICO1889 [3]` where no number is printed. */
export function paragraphLabel(cable: string, paragraph: Pick<Paragraph, 'number' | 'position'>): string {
  return `${cable} ${paragraphMark(paragraph)}`
}
