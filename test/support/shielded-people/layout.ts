/** @module Text into the lines of a message, as a teletype printed them. */

/** A line ends here, at a space or behind a hyphen that is printed already. */
export const LINE = '\u0001'
/** The same, and a page ends, too. */
export const PAGE = '\u0002'
/** A hyphen is set here, inside a word, and the line ends. */
export const CUT = '\u0003'
/** The same, and a page ends, too. */
export const CUT_PAGE = '\u0004'
const FORCED = /([\u0001-\u0004])/u

export interface Style {
  /** Columns of a line. */
  readonly columns: number
  /** Whether a line may end at a hyphen of a word. */
  readonly breaksAtHyphens: boolean
  /** Whether blank lines stand around the line of a page break. */
  readonly hasBlankLines: boolean
  /** Whether every line ends with a space, as in most copies. */
  readonly hasTrailingSpaces: boolean
}

/** Stands for the line of a page break until the pages are counted. */
const PAGE_LINE = '\u0005'

/** @param first what stands before the text on its first line: `1.  (C)  ` */
export function wrapped(text: string, first: string, style: Style): string[] {
  return text.split('\n').flatMap((item, at) => wrappedItem(item, at === 0 ? first : '', style))
}

function wrappedItem(text: string, first: string, style: Style): string[] {
  const parts = text.split(FORCED)
  const lines: string[] = []
  for (let at = 0; at < parts.length; at += 2) {
    const end = parts[at + 1]
    const lead = at === 0 ? first : ''
    const piece = lead + (parts[at] ?? '') + (end === CUT || end === CUT_PAGE ? '-' : '')
    lines.push(...(end === undefined ? filled(piece, style, style.columns) : endingFull(piece, style)))
    if (end === PAGE || end === CUT_PAGE) lines.push(...pageBreak(style))
  }
  return lines
}

function pageBreak({ hasBlankLines }: Style): string[] {
  return hasBlankLines ? ['', PAGE_LINE, ''] : [PAGE_LINE]
}

/** Narrower lines above make the last line look as if it ended where it was full. */
function endingFull(text: string, style: Style): string[] {
  const tries = Array.from({ length: 16 }, (_, narrower) => filled(text, style, style.columns - narrower))
  return tries.reduce((best, lines) =>
    (lines.at(-1) ?? '').length > (best.at(-1) ?? '').length ? lines : best,
  )
}

function filled(text: string, style: Style, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const atom of text.split(
    style.breaksAtHyphens ? /(?<= )(?=[^ ])|(?<=\p{L}-)(?=\p{L})/u : /(?<= )(?=[^ ])/u,
  )) {
    if (line !== '' && (line + atom).trimEnd().length > columns) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += atom
  }
  return [...lines, line.trimEnd()]
}

/** Sets the lines of page breaks, with a page break of its own in long text. */
export function paged(
  lines: readonly string[],
  style: Style,
  post: string,
  serial: number,
  extra: number,
): string {
  const body = [...lines]
  if (extra > 0 && body[extra - 1]?.trim() !== '' && body[extra]?.trim() !== '')
    body.splice(extra, 0, ...pageBreak(style))
  const pages = body.filter((line) => line === PAGE_LINE).length + 1
  let page = 1
  const printed = body.map((line) => {
    if (line !== PAGE_LINE) return line
    page += 1
    return `${post} ${String(serial).padStart(8, '0')}  ${String(page).padStart(3, '0')} OF ${String(pages).padStart(3, '0')}`
  })
  return printed.map((line) => (style.hasTrailingSpaces ? `${line} ` : line)).join('\n')
}
