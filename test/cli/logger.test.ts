import { describe, expect, it } from 'vitest'
import { safeLogger } from '../../src/cli/logger.js'

const KEY = 'sk-"quoted"-1234567890'
const TOKEN = 'MTIz.abc.def-token'

function logged(write: (logger: ReturnType<typeof safeLogger>) => void): string {
  const lines: string[] = []
  const languageModel = {
    baseUrl: 'http://127.0.0.1:1/v1',
    model: 'm',
    apiKey: KEY,
    timeoutMs: 1,
    seesSources: false,
  }
  write(
    safeLogger('trace', { discordToken: TOKEN, languageModel }, { write: (line) => void lines.push(line) }),
  )
  return lines.join('')
}

describe('a line of the log', () => {
  it.each<[string, (logger: ReturnType<typeof safeLogger>) => void]>([
    [
      'under its name',
      (logger) => {
        logger.info({ apiKey: KEY, settings: { discordToken: TOKEN } }, 'x')
      },
    ],
    [
      'in a header',
      (logger) => {
        logger.info({ headers: { authorization: `Bearer ${KEY}` } }, 'x')
      },
    ],
    [
      'in the words of an error',
      (logger) => {
        logger.error({ err: new Error(`bad key ${KEY} or ${TOKEN}`) }, 'x')
      },
    ],
    [
      'in the cause of an error',
      (logger) => {
        logger.error({ err: new Error('x', { cause: new Error(KEY) }) }, 'x')
      },
    ],
    [
      'in the message',
      (logger) => {
        logger.warn(`the key is ${KEY}, the token ${TOKEN}`)
      },
    ],
    [
      'as the name of a field',
      (logger) => {
        logger.warn({ [KEY]: 1 }, 'x')
      },
    ],
    [
      'from a child',
      (logger) => {
        logger.child({ key: KEY }).warn('x')
      },
    ],
  ])('shows no secret %s', (_, write) => {
    const text = logged(write)
    expect(text).toMatch(/"msg":/)
    expect(text).not.toContain(KEY)
    expect(text).not.toContain('1234567890')
    expect(text).not.toContain(TOKEN)
    expect(
      () =>
        void text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown),
    ).not.toThrow()
  })
})
