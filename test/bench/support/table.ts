import { availableParallelism, cpus, loadavg } from 'node:os'

/** A table in markdown, to be pasted into docs/performance.md. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  for (const row of [header, header.map(() => '---'), ...rows]) {
    process.stdout.write(`| ${row.join(' | ')} |\n`)
  }
  process.stdout.write('\n')
}

/** What the figures were taken on; the load tells whether other work ran beside. */
export function printMachine(what: string): void {
  const processor = cpus()[0]?.model ?? 'unknown processor'
  const [load = 0] = loadavg()
  process.stdout.write(
    `${what}; ${processor}, ${availableParallelism()} cores, Node ${process.version}, load ${load.toFixed(1)} at the end\n\n`,
  )
}

/** @param share 0.5 for the median, 0.95 for what all but one in twenty stay below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}
