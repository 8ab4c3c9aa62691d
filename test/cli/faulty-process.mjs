// A process under the last guard in which something goes wrong that nothing catches.
import { pino } from 'pino'
import { lastGuard } from '../../dist/src/cli/last-guard.js'

const [, , how] = process.argv
const logger = pino({ level: 'fatal' }, { write: (line) => process.stdout.write(line) })
const running = setInterval(() => undefined, 1_000)
lastGuard(logger, ({ message }) => {
  process.stderr.write(`${message}\n`)
  clearInterval(running)
})
if (how === 'throws') {
  setImmediate(() => {
    throw new TypeError('nobody catches this')
  })
} else {
  void Promise.reject(new TypeError('nobody catches this'))
}
