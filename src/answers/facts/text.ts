/** @module Text made comparable before facts are read in it. */

/**
 * One form for what looks the same: full-width digits, ligatures, curly quotes, dashes; nothing that is shown as nothing.
 * Keeps letters' case and accents.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\u2044/g, '/')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/gu, ' ')
}

/** Lower case, without accents and apostrophes: `Qa'ida` and `Qaida` are one name. */
export function folded(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/'/g, '')
}

/** The text with the ranges blanked out: what was read there is not read again as something else. */
export function without(text: string, ranges: readonly { start: number; end: number }[]): string {
  let rest = ''
  let from = 0
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start < from) continue
    rest += text.slice(from, start) + ' ; '.padEnd(end - start).slice(0, end - start)
    from = end
  }
  return rest + text.slice(from)
}
