/**
 * @module A mirror's page: a table with number, dates, classification and origin, and the message in `pre` blocks, the
 * first of which holds the header or says that only an extract is given.
 */
import { Parser } from 'htmlparser2'
import { canonicalId } from '../ids.js'
import { readPageDate } from '../message/dates.js'
import type { Hints } from '../message/header-lines.js'

export interface Page {
  readonly hints: Hints
  /** Header and body as one message. */
  readonly message: string
}

/** Deepest nesting that is followed; a page that is deeper is none of a mirror's. */
const DEEPEST = 512

/** @returns `null` when the page holds no message */
export function readPage(html: string): Page | null {
  const cells = { th: [] as string[], td: [] as string[] }
  const blocks: string[] = []
  let title = ''
  let depth = 0
  let cell: 'th' | 'td' | null = null
  let inBlock = 0
  let inTitle = false
  const parser = new Parser(
    {
      onopentag(name) {
        depth++
        if (depth > DEEPEST) parser.pause()
        if (name === 'pre') {
          inBlock++
          blocks.push('')
        } else if (name === 'br') {
          addText('\n')
        } else if (name === 'th' || name === 'td') {
          cell = name
          cells[name].push('')
        } else if (name === 'h3' || name === 'title') {
          inTitle = true
        }
      },
      ontext(text) {
        addText(text)
      },
      onclosetag(name) {
        depth--
        if (name === 'pre') inBlock--
        else if (name === 'th' || name === 'td') cell = null
        else if (name === 'h3' || name === 'title') inTitle = false
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  function addText(text: string): void {
    if (inBlock > 0) blocks[blocks.length - 1] = `${blocks.at(-1) ?? ''}${text}`
    else if (cell !== null) cells[cell][cells[cell].length - 1] = `${cells[cell].at(-1) ?? ''}${text}`
    else if (inTitle && title.length < 2000) title += text
  }
  parser.write(html)
  parser.end()
  const message = blocks.filter((block) => block.trim() !== '').join('\n\n')
  if (message === '') return null
  return { hints: hintsOf(cells.th, cells.td, title), message }
}

/** The table's columns go by their heads, because the mirrors changed their order and number. */
function hintsOf(heads: readonly string[], values: readonly string[], title: string): Hints {
  const column = (pattern: RegExp): string | null => {
    const at = heads.findIndex((head) => pattern.test(head.trim()))
    const value = at < 0 ? '' : (values[at] ?? '').replace(/\s+/g, ' ').trim()
    return value === '' ? null : value
  }
  const titled = /cable\s+([0-9]{2,4}[A-Z]{3,32}[0-9]{1,8})\s*,\s*(.+)/is.exec(title)
  const created = column(/^(?:created|date)\b/i)
  return {
    id: canonicalId(column(/^(?:reference|cable|canonical|id\b|mrn)/i) ?? titled?.[1] ?? ''),
    date: created === null ? null : readPageDate(created),
    classification: column(/^classification/i),
    origin: column(/^(?:origin|from|embassy)/i),
    subject: titled?.[2]?.replace(/\s+/g, ' ').trim() ?? null,
  }
}
