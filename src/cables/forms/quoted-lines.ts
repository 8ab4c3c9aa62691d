/** @module Which lines of a text stand in a quotation that is marked as one. */

/** `QUOTE`, `BEGIN TEXT` on a line of their own. */
const OPENS = /^(?:BEGIN )?QUOTE ?[.:]?$|^BEGIN (?:TEXT|MESSAGE|CABLE|TELEGRAM)\b.{0,40}$/i
const CLOSES = /^(?:UNQUOTE|END (?:OF )?(?:QUOTE|TEXT|MESSAGE|CABLE|TELEGRAM|REPEAT))\b.{0,40}$/i

/** An end that has no beginning shows a quotation, too, but for `END TEXT`, which also closes letters and papers. */
const CLOSES_ALONE = /^(?:UNQUOTE|END (?:OF )?(?:QUOTE|MESSAGE|CABLE|TELEGRAM|REPEAT))\b.{0,40}$/i

/** @returns for each line whether a quotation is open there */
export function quotedLines(lines: readonly string[]): boolean[] {
  const quoted: boolean[] = []
  let open = 0
  for (const line of lines) {
    const text = line.trim()
    if (OPENS.test(text)) open++
    else if (CLOSES.test(text)) open = Math.max(0, open - 1)
    quoted.push(open > 0)
  }
  let closed = 0
  for (let at = lines.length - 1; at >= 0; at--) {
    const text = lines[at]?.trim() ?? ''
    if (CLOSES_ALONE.test(text)) closed++
    else if (OPENS.test(text)) closed = Math.max(0, closed - 1)
    quoted[at] ||= closed > 0
  }
  return quoted
}
