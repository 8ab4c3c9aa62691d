// The real worker, except that it ends when it is given a text with the word DIE.
import '../../dist/embeddings/worker.js'

process.prependListener('message', (message) => {
  if (message.texts?.some((text) => text.includes('DIE'))) process.exit(1)
})
