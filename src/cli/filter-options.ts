import { type Command, InvalidArgumentError } from 'commander'
import type { CableFilter } from '../library/filter.js'

/** The filter options that `ask` and `search` share, as commander hands them over. */
export interface FilterOptions {
  readonly from?: string
  readonly after?: string
  readonly before?: string
  readonly classification?: string
  readonly tag?: string
}

export function withFilterOptions(command: Command): Command {
  return command
    .option('--from <post>', 'only cables from this post ("Embassy Paris", "Paris")')
    .option('--after <day>', 'only cables of this day or later (2006-04-10)', isoDay)
    .option('--before <day>', 'only cables of this day or earlier', isoDay)
    .option('--classification <level>', 'only cables of this classification (SECRET, CONFIDENTIAL, …)')
    .option('--tag <tag>', 'only cables with this TAG (PREL, MARR, …)')
}

export function filterOf(options: FilterOptions): CableFilter {
  const { from, after, before, classification, tag } = options
  return {
    ...(from !== undefined && { origin: from }),
    ...(after !== undefined && { after }),
    ...(before !== undefined && { before }),
    ...(classification !== undefined && { classification }),
    ...(tag !== undefined && { tag }),
  }
}

/** A day that exists, as `2006-04-10`. */
function isoDay(value: string): string {
  const date = new Date(`${value}T00:00:00Z`)
  if (
    !/^\d{4}-\d\d-\d\d$/.test(value) ||
    Number.isNaN(date.getTime()) ||
    date.toISOString().slice(0, 10) !== value
  ) {
    throw new InvalidArgumentError('Give a day as 2006-04-10.')
  }
  return value
}
