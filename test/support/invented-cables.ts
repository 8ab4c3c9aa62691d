import type { EmbeddedParts } from '../../embeddings/embedder.js'
import { packVectors } from '../../embeddings/packed-vectors.js'
import { packSigns } from '../../embeddings/token-signs.js'
import type { Cable, Paragraph } from '../../src/cables/cable.js'

/** A cable of no archive, with one paragraph for each text. */
export function inventedCable(id: string, texts: readonly string[], more: Partial<Cable> = {}): Cable {
  return {
    id,
    date: '2006-04-10T19:22:00Z',
    origin: 'Embassy Eastport',
    classification: 'CONFIDENTIAL',
    captions: ['SIPDIS'],
    precedence: 'ROUTINE',
    subject: `Report of ${id}`,
    tags: ['PREL', 'XX'],
    references: [],
    classifiedBy: null,
    reasons: ['1.4(b)'],
    declassifyOn: null,
    recipients: [],
    infoRecipients: [],
    signer: null,
    summary: null,
    source: { path: `${id}.txt`, format: 'message' },
    paragraphs: texts.map((text, at) => inventedParagraph(at + 1, text)),
    ...more,
  }
}

export function inventedParagraph(position: number, text: string, more: Partial<Paragraph> = {}): Paragraph {
  return { position, number: position, marking: 'C', heading: null, text, ...more }
}

/** Pseudo-random numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A vector of length 1 that depends on the text alone. */
export function inventedVector(text: string, dimension: number): Float32Array {
  let seed = 7
  for (const character of text) seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) | 0
  const random = seededRandom(seed)
  const vector = Float32Array.from({ length: dimension }, () => random() - 0.5)
  const norm = Math.hypot(...vector)
  return vector.map((value) => value / norm)
}

/** The text of a passage that is given in parts, the first of which is its head. */
export function textOfParts([head = '', ...rest]: readonly string[]): string {
  return [head, rest.join(' ')].filter((part) => part !== '').join('\n')
}

/** As the embedder makes it of a passage in parts, with vectors that depend on the texts alone. */
export function inventedParts(parts: readonly string[], dimension: number): EmbeddedParts {
  const [, ...rest] = parts
  return {
    vector: inventedVector(textOfParts(parts), dimension),
    parts: packVectors(
      rest.map((part) => inventedVector(part, dimension)),
      dimension,
    ),
    tokens: inventedTokens(parts.join(' ')),
  }
}

const knownTokens = new Map<string, Uint8Array>()

/** One token for each word, which depends on the word alone. */
export function inventedTokens(text: string): Uint8Array {
  const words = text.split(/\s+/).filter((word) => word !== '')
  return Buffer.concat(words.map(inventedToken))
}

function inventedToken(word: string): Uint8Array {
  const known = knownTokens.get(word)
  if (known) return known
  const made = packSigns(inventedVector(word, 256), 256, 0, 1)
  knownTokens.set(word, made)
  return made
}
