import { describe, expect, it } from 'vitest'
import { renderAnswer } from '../../src/cli/render.js'
import { abstention, answerOf, HARBOUR } from '../support/archive.js'

const ANSWER = answerOf([HARBOUR, 2, 'The ferry will run twice a day.'])
const FILTER = { origin: 'Embassy Lindgard', year: 2005 }

describe('an answer in the terminal', () => {
  it('says which cables were looked in, also when it found nothing', () => {
    for (const answer of [ANSWER, abstention()])
      expect(renderAnswer({ ...answer, filter: FILTER }).split('\n')).toContain(
        'Filters: Embassy Lindgard · 2005',
      )
  })

  it('says nothing of filters where there are none', () => {
    expect(renderAnswer(ANSWER)).not.toContain('Filters')
  })
})
