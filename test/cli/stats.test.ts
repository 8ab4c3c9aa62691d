import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Records } from '../../src/records/records.js'
import { lines, pilcrow } from '../support/cli.js'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pilcrow-stats-'))
})

afterEach(() => {
  rmSync(dir, { recursive: true })
})

describe('pilcrow stats', () => {
  it('prints what was used, how it went, and what readers thought', async () => {
    const records = Records.open(dir, { keepsQuestions: true })
    for (const ms of [10, 20]) records.countUse({ what: '/ask', outcome: 'answered', ms })
    records.countUse({ what: 'button para', outcome: 'limited', ms: 3 })
    records.keepFeedback({ userId: '1', answerId: '1', verdict: 'down', question: 'Who met whom?' })
    records.keepQuestion({ userId: '1', question: 'Who met whom?', outcome: 'abstained' })
    records.close()
    const { code, stdout } = await pilcrow(['stats', '--data', dir])
    expect(code).toBe(0)
    expect(lines(stdout).slice(1)).toEqual([
      '  /ask         answered          2 times, 15 ms each',
      '  button para  limited           1 times, 3 ms each',
      'Answers found good: 0, bad: 1.',
      'Questions kept: 0 answered, 1 not.',
      'Answers found bad were to:',
      '  Who met whom?',
    ])
    const json = await pilcrow(['stats', '--json', '--data', dir])
    expect(JSON.parse(json.stdout)).toMatchObject({ feedback: { up: 0, down: 1 } })
  })

  it('says so when nothing was used yet', async () => {
    expect(await pilcrow(['stats', '--data', dir])).toMatchObject({
      code: 0,
      stdout: 'Nothing was used yet.\n',
    })
  })
})
