/** @module Records in the layout of cables.csv, made of the sample archive with varied text; about as long as the real ones (6 KB). */
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../../embeddings/package-root.js'
import type { ReadOutcome } from '../../../src/cables/outcome.js'
import { readPaths } from '../../../src/cables/read.js'
import { seededRandom } from '../../support/invented-cables.js'

export const SAMPLE_CABLES = join(PACKAGE_ROOT, 'samples/cables')

type ReadCable = Extract<ReadOutcome, { kind: 'cable' }>

/** Lines of the dump, each a record with a number of its own. */
export async function* variedRecords(total: number, seed = 1): AsyncGenerator<string> {
  const cables: ReadCable[] = []
  for await (const outcome of readPaths([SAMPLE_CABLES])) if (outcome.kind === 'cable') cables.push(outcome)
  const variation = new Variation(cables, seed)
  for (let row = 1; row <= total; row++) yield variation.record(row)
}

class Variation {
  readonly #cables: readonly ReadCable[]
  /** Words of the archive itself, so that varied text has its vocabulary. */
  readonly #vocabulary: readonly string[]
  readonly #random: () => number

  constructor(cables: readonly ReadCable[], seed: number) {
    this.#cables = cables
    this.#vocabulary = [...new Set(cables.flatMap(({ message }) => message.match(/\b[a-z]{4,12}\b/g) ?? []))]
    this.#random = seededRandom(seed)
  }

  record(row: number): string {
    const { cable, message } = this.#pick(this.#cables)
    const [, year = '06', post = 'EASTPORT'] = /^(\d\d)([A-Z]+)/.exec(cable.id) ?? []
    const text = this.#varied(message.replaceAll('\r\n', '\n'))
    const at = Math.max(0, text.search(/^(?:C O N F|S E C R|UNCLAS|U N C L|CONFIDENTIAL|SECRET|LIMITED)/m))
    const [day = '', hour = '12:00:00Z'] = (cable.date ?? `20${year}-01-01`).split('T')
    const [y, m, d] = day.split('-').map(Number)
    const fields = [
      row,
      `${m}/${d}/${y} ${hour.slice(0, 5)}`,
      `${year}${post}${row}`,
      cable.origin ?? '',
      cable.classification ?? '',
      cable.references.join('|'),
      text.slice(0, at).trimEnd(),
      this.#lengthened(text.slice(at).trimEnd()),
    ]
    return `${fields.map((field) => `"${String(field).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}\n`
  }

  /** One word in eight is another one. */
  #varied(text: string): string {
    return text.replace(/\b[a-z]{4,12}\b/g, (word) =>
      this.#random() < 0.125 ? this.#pick(this.#vocabulary) : word,
    )
  }

  /** Paragraphs before the last are repeated with other words and the next numbers until the length is that of a real cable. */
  #lengthened(body: string): string {
    const paragraphs = [...body.matchAll(/^¶? ?\d{1,2}\. .*(?:\n(?!¶? ?\d{1,2}\. ).*)*/gm)]
    const last = paragraphs.at(-1)
    if (!last || paragraphs.length < 3) return body
    let number = Number(/\d+/.exec(last[0])?.[0] ?? 1)
    const wanted = 2500 + Math.floor(this.#random() * 7001)
    let more = ''
    for (let length = body.length; length < wanted;) {
      number++
      const [source] = this.#pick(paragraphs.slice(0, -1))
      const added = `${this.#varied(source).trimEnd().replace(/\d+/, String(number))}\n\n`
      more += added
      length += added.length
    }
    const start = last[0].trimEnd().split('\n').slice(0, -1).join('\n') || last[0]
    return `${body.slice(0, last.index)}${start}\n\n${more}${body.slice(last.index + last[0].length)}`.trimEnd()
  }

  #pick<T>(list: readonly T[]): T {
    const picked = list[Math.floor(this.#random() * list.length)]
    if (picked === undefined) throw new Error('the sample archive is empty')
    return picked
  }
}
