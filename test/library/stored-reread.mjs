// A process to be killed: reads what is stored in a library again, and says so after every batch.
import { Library } from '../../dist/src/library/library.js'
import { reread } from '../../dist/src/library/reading-change.js'

const [, , dataDir] = process.argv
const library = Library.open(dataDir)
const result = await reread({
  library,
  onProgress: ({ read, renewed }) => process.stdout.write(`${read} ${renewed}\n`),
})
library.close()
process.stdout.write(`${JSON.stringify(result)}\n`)
