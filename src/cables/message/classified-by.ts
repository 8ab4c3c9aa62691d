/** @module Classified By: who classified the message and for which reasons. */

const LABEL_AGAIN = /^(?:classif\w*|clasif\w*)(?:\s*:\s*|\s+)by\b\s*[:;.]?\s*/i

/** Where the name and title end. */
const REASONS =
  /[\s,;:.(-]*(?:\b(?:for|per|under|in accordance with|based on|pursuant to|due to)\b[\s,:]*)?(?:\b(?:the )?(?:following )?(?:E\.?\s?O\.?\s?\d{5},?\s*)?\b(?:reasons?|reas\.|ressons?|reson|section|sec\.)(?![a-z])|(?<![\d.])1[.,]\s?[3-8](?!\d)|\bDECL(?:ASSIFY)?\b|\bDERIVED\b|\bE\.?\s?O\.?\s?\d{5}).*$/is

export interface ClassifiedBy {
  readonly name: string | null
  /** `1.4(b)`, in order, once each. */
  readonly reasons: readonly string[]
}

/** @param lines of the field, label taken off */
export function readClassifiedBy(lines: readonly string[]): ClassifiedBy {
  const text = joinWrapped(lines)
  const bare = text.replace(LABEL_AGAIN, '').replace(LABEL_AGAIN, '')
  const name = bare
    .replace(REASONS, '')
    .replace(/^[\s:;,.-]+/, '')
    .replace(/[\s,;:(-]+$/, '')
    .replace(/(?<=[a-z]{2}|[A-Z]{3})\.$/, '')
  return { name: name === '' ? null : name, reasons: readReasons(bare) }
}

/** These lines were cut hard at the line's end, also inside words: `Michae` / `l Corbin`, `an` / `d (D)`. */
function joinWrapped(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) {
    const next = line.trim()
    const cut =
      /[a-z]$/.test(text) &&
      /^[a-z]{1,2}(?![a-z])/.test(next) &&
      !/^(?:of|to|in|by|at|on|or|a|b|c|d|e|f|g|h)\b/.test(next)
    text += text === '' || cut ? next : ` ${next}`
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** `1.4 (b,d)`, `1.4 (b) and (d)`, `1.5 b/d`, `1.4 (B)(D)`, `1.4 (b+d)`: a section, then single letters. */
export function readReasons(text: string): string[] {
  const found = new Set<string>()
  let section: string | null = null
  const from = /(?<![\d.])1[.,]\s?[3-8](?!\d)/.exec(text)?.index
  if (from === undefined) return []
  const tokens = text
    .slice(from, from + 200)
    .matchAll(/(?<![\d.])1[.,]\s?([3-8])(?!\d)|(?<![A-Za-z])([A-Ha-h])(?![A-Za-z])|([A-Za-z]{2,})/g)
  for (const [, sectionDigit, letter, word] of tokens) {
    if (sectionDigit !== undefined) section = `1.${sectionDigit}`
    else if (letter !== undefined && section !== null) found.add(`${section}(${letter.toLowerCase()})`)
    else if (word !== undefined && !/^(?:and|or|an|reasons?|section)$/i.test(word)) break
  }
  return [...found]
}
