import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Worker threads load compiled files from `dist/`, so the tests build first, with the product's own launcher. */
export default function setup(): void {
  const launcher = fileURLToPath(new URL('../../src/launch.mjs', import.meta.url))
  execFileSync(process.execPath, [launcher, '--build'], { stdio: ['ignore', 'inherit', 'inherit'] })
}
