import { downloadReply } from '../src/replies/download-reply.js'
import { download } from '../src/replies/reader-routes.js'
import { refusal } from '../src/replies/texts/refusal.js'
import { defineButton } from './define-components.js'

/** The original message as a file, for who asks. */
export const downloadButton = defineButton(download, 'private', ({ cable: id }, { services, say }) => {
  const message = services.message(id)
  if (message === undefined) throw refusal('reader.noMessage', { cable: id })
  return downloadReply(say, id, message)
})
