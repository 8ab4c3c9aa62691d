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
    ['SOURCE_PROTECTION', 'maybe', /^SOURCE_PROTECTION must be on, archive or off\.$/],
    ['LLM_BASE_URL', 'ollama', /^LLM_BASE_URL must be an address/],
    ['LLM_BASE_URL', 'http://127.0.0.1:11434/v1', /^LLM_BASE_URL is set, so LLM_MODEL must/],
    ['LLM_MODEL', 'llama3.2', /^LLM_MODEL is set, so LLM_BASE_URL must/],
    ['RERANK_TIMEOUT_MS', '5', /^RERANK_TIMEOUT_MS must be a whole number/],
    ['LLM_TIMEOUT_MS', '5', /^LLM_TIMEOUT_MS must be a whole number/],
    ['SOURCE_URL_TEMPLATE', 'archive/{id}', /^SOURCE_URL_TEMPLATE must be an address/],
    ['SOURCE_URL_TEMPLATE', 'https://archive.example/', /^SOURCE_URL_TEMPLATE must hold \{id\}/],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be fatal, error/],
  ])('name %s=%s and what would be right', (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(UserError)
    expect(() => readSettings({ [name]: value })).toThrow(message)
  })

  it('take the address of a language model up to where the path of a chat follows', () => {
    const read = (LLM_BASE_URL: string) =>
      readSettings({ LLM_BASE_URL, LLM_MODEL: 'm', LLM_API_KEY: 'k' }).languageModel
    const expected = {
      baseUrl: 'http://127.0.0.1:1/v1',
      model: 'm',
      apiKey: 'k',
      timeoutMs: 20_000,
      seesSources: true,
    }
    for (const end of ['', '/', '/chat/completions', '/chat/completions/'])
      expect(read(`http://127.0.0.1:1/v1${end}`)).toEqual(expected)
  })
})
