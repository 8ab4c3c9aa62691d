import type { Census, SignCount } from './census.js'

/** @returns the table in markdown, a line each */
export function table({ records, counts }: Census): string[] {
  const rows = counts.map(({ name, finds, cables, values }) => [
    name,
    grouped(finds),
    grouped(cables.size),
    values.size === 0 ? '' : grouped(values.size),
  ])
  return [
    `${grouped(records)} records read`,
    '',
    '| sign | finds | cables | different values |',
    '|---|---:|---:|---:|',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ]
}

/** @returns what each sign means and where to look, for signs that were found */
export function examples({ counts }: Census): string[] {
  return counts
    .filter(({ finds }) => finds > 0)
    .flatMap((count) => ['', `${count.name} (${grouped(count.finds)}): ${count.means}`, ...finds(count)])
}

function finds({ examples: found, values }: SignCount): string[] {
  return found.map(({ cable, snippet, value }) => {
    const times = value === undefined ? '' : `  ×${values.get(value) ?? 0}`
    return `  ${cable}  ${snippet}${times}`
  })
}

/** @returns the census as one JSON object */
export function censusJson({ records, counts }: Census): string {
  const signs = counts.map(({ name, means, finds: count, cables, values, examples: found }) => ({
    name,
    means,
    finds: count,
    cables: cables.size,
    values: Object.fromEntries(values),
    examples: found,
  }))
  return JSON.stringify({ records, signs })
}

function grouped(count: number): string {
  return count.toLocaleString('en')
}
