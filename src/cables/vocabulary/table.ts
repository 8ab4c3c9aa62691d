import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../../../embeddings/package-root.js'

/**
 * Rows of a table of this folder: tab-separated, one header line. Read from the sources, because the build
 * copies no data; an error here is a broken installation.
 * @param name file name without `.tsv`
 */
export function readTable(name: string): readonly (readonly string[])[] {
  const path = join(PACKAGE_ROOT, 'src', 'cables', 'vocabulary', `${name}.tsv`)
  const [, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n')
  return rows.map((row) => row.split('\t'))
}
