// The bot in a process of its own, over a cable and an answer that it is given: what is measured is the bot, not the stand-in.
import { pino } from 'pino'
import { startBot } from '../../dist/src/discord/client.js'
import { Records } from '../../dist/src/records/records.js'

const [, , apiUrl, token, given] = process.argv
const { cable, answer, strictServer, limit } = JSON.parse(given)

let faults = 0
const logger = pino({ level: 'error' }, { write: (line) => (faults++, process.stderr.write(line)) })
const records = Records.inMemory()
records.changeSettings(strictServer, { usesPerMinute: limit })

const bot = await startBot({
  token,
  apiUrl,
  logger,
  services: {
    records,
    ask: () => Promise.resolve(answer),
    cable: (id) => (id === cable.id ? cable : undefined),
    suggestIds: () => [],
    countCables: () => 1,
    counts: () => ({ cables: 1, paragraphs: cable.paragraphs.length }),
    origins: () => [],
    tagCounts: () => [],
    about: () => ({ protectsSources: true }),
  },
  onLost: (reason) => {
    throw reason
  },
})

/** Bytes on the heap that something still needs. */
function heap() {
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}

process.on('message', async (what) => {
  if (what === 'measure') {
    const { user, system } = process.cpuUsage()
    process.send({ heap: heap(), processorMs: (user + system) / 1000, faults })
  } else {
    await bot.stop()
    process.disconnect()
  }
})
process.send({ heap: heap(), processorMs: 0, faults })
