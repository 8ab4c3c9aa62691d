// Programs of the tests that are no tests: compiled beside the product, so that they run as it does.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * Compiles the product and one folder of test/, then runs one of its programs.
 * @param folder name below test/, with a tsconfig.json that writes to dist.FOLDER
 * @param program file name without `.ts`, from that folder
 * @returns what it exports
 */
export async function importCompiled(folder, program) {
  const node = (...args) => execFileSync(process.execPath, args, { stdio: ['ignore', 2, 2] })
  node(join(root, 'src/launch.mjs'), '--build')
  node(createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', join(root, 'test', folder))
  return import(join(root, `dist.${folder}`, 'test', folder, `${program}.js`))
}
