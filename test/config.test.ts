import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'dotenv'
import { describe, expect, it } from 'vitest'
import { PACKAGE_ROOT } from '../embeddings/package-root.js'
import { readSettings } from '../src/config.js'
import { UserError } from '../src/errors.js'

describe('settings', () => {
  it('have defaults that .env.example states line by line', () => {
    const example = parse(readFileSync(join(PACKAGE_ROOT, '.env.example')))
    expect(readSettings(example)).toEqual(readSettings({}))
    expect(Object.keys(example)).toContain('EMBEDDING_PRECISION')
  })

  it('treat an empty variable as one that is not set', () => {
    expect(readSettings({ DATA_DIR: ' ', DISCORD_TOKEN: '' })).toEqual(readSettings({}))
  })

  it.each([
    ['EMBEDDING_PRECISION', 'fp16', /^EMBEDDING_PRECISION must be fp32 or int8\.$/],
    ['EMBEDDING_THREADS', '0', /^EMBEDDING_THREADS must be a whole number from 1 to 64\.$/],
    ['EMBEDDING_THREADS', 'many', /^EMBEDDING_THREADS must be a whole number from 1 to 64\.$/],
    ['DISCORD_API_URL', 'discord', /^DISCORD_API_URL must be an address/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be fatal, error/],
  ])('name %s=%s and what would be right', (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(UserError)
    expect(() => readSettings({ [name]: value })).toThrow(message)
  })
})
