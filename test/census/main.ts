import { parseArgs } from 'node:util'
import { readPaths } from '../../src/cables/read.js'
import { allSigns, takeCensus } from './census.js'
import { censusJson, examples, table } from './report.js'

/**
 * @module `npm run census -- PATH… [--examples 3] [--sign NAME] [--json]`: reads files, folders, dumps and archives as `parse` does
 * and counts every sign that a reading may be wrong, with examples to open. A sign is a doubt, not a fault.
 */

const HELP = `usage: npm run census -- PATH… [OPTIONS]

Reads cables as \`pilcrow parse\` does and counts every sign that a reading may be wrong. A sign is a doubt, not a fault:
some cables are printed so. The table gives places, different cables, and different values where these count.

  --examples N  cables to open for each sign (default 3; 0 for the table only)
  --sign NAME   one sign only, with all its finds
  --json        one JSON object
  --help        this text and the list of signs
`

/** Between two lines of progress (ms). */
const PROGRESS_INTERVAL = 2_000

const { values: options, positionals: paths } = readArguments()
if (options.help) {
  const list = allSigns().map(({ name, means }) => `  ${name}: ${means}\n`)
  process.stdout.write(`${HELP}\nSigns:\n${list.join('')}`)
} else if (paths.length === 0) {
  stop(HELP)
} else {
  await run()
}

async function run(): Promise<void> {
  const signs = allSigns().filter(({ name }) => options.sign === undefined || name === options.sign)
  if (signs.length === 0) stop(`no sign is called "${options.sign ?? ''}"; --help lists them\n`)
  const wanted = Number(options.examples)
  if (!Number.isInteger(wanted) || wanted < 0) stop('--examples takes a whole number\n')
  const census = await takeCensus(readPaths(paths), {
    signs,
    examples: options.sign === undefined ? wanted : Infinity,
    onRecord: progress(),
  })
  const lines = options.json
    ? [censusJson(census)]
    : [...table(census), ...(wanted === 0 ? [] : examples(census))]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        examples: { type: 'string', default: '3' },
        sign: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    stop(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`)
  }
}

/** Says now and then on stderr how many records were read. */
function progress(): (records: number) => void {
  let nextAt = performance.now() + PROGRESS_INTERVAL
  return (records) => {
    if (performance.now() < nextAt) return
    nextAt = performance.now() + PROGRESS_INTERVAL
    process.stderr.write(`${records.toLocaleString('en')} records read\n`)
  }
}

function stop(text: string): never {
  process.stderr.write(text)
  process.exit(2)
}
