import { Document } from '@langchain/core/documents'
import type { DocumentShelf } from '../../embeddings/vector-index.js'
import { paragraphLabel } from '../cables/cable.js'
import { searchableParts } from './cable-rows.js'
import type { Library, StoredParagraph } from './library.js'
import { passageHash, passageText } from './passage.js'

/** What LangChain needs to know of a paragraph: the text that is embedded, and `metadata.paragraphId`, its key in the library. */
export function paragraphDocument({ id, cable, paragraph }: StoredParagraph): Document {
  return new Document({
    pageContent: passageText(searchableParts({ ...paragraph, subject: cable.subject })),
    metadata: {
      paragraphId: id,
      cable: cable.id,
      position: paragraph.position,
      label: paragraphLabel(cable.id, paragraph),
    },
  })
}

/** The library's paragraphs as documents for the vector index. Writing embeds stored paragraphs; it adds none. */
export function libraryShelf(library: Library): DocumentShelf {
  return {
    read(labels) {
      const paragraphOf = library.paragraphsOfLabels(labels)
      return labels.flatMap((label) => {
        const id = paragraphOf.get(label)
        const [stored] = id === undefined ? [] : library.masked.paragraphs([id])
        return stored === undefined ? [] : [Object.assign(paragraphDocument(stored), { id: String(label) })]
      })
    },
    write(documents, vectors) {
      const items = documents.map((document, at) => {
        const id: unknown = document.metadata['paragraphId']
        const [stored] = typeof id === 'number' ? library.masked.paragraphs([id]) : []
        const vector = vectors[at]
        if (stored === undefined || vector === undefined) {
          throw new TypeError(
            'only paragraphs of the library can be indexed: name one in metadata.paragraphId',
          )
        }
        const hash = passageHash(searchableParts({ ...stored.paragraph, subject: stored.cable.subject }))
        return { paragraphId: stored.id, passageHash: hash, vectors: [vector] }
      })
      return library.putVectors(items)
    },
    erase(labels) {
      library.eraseVectors(labels)
    },
  }
}
