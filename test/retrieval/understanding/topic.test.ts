import { describe, expect, it } from 'vitest'
import { topicOf } from '../../../src/retrieval/understanding/topic.js'

describe('what a conversation is about', () => {
  it.each([
    [[], null],
    [['Who closed the harbour?'], 'Who closed the harbour?'],
    [['Who is Oskar Lindgren?', 'Who closed the harbour?'], 'Who closed the harbour?'],
    [
      ['How many boats did Corvessa ask for?', 'Where would they be put?'],
      'How many boats did Corvessa ask for? Where would they be put?',
    ],
    [
      ['Who closed the harbour?', 'Why did he do so?', 'And when?'],
      'Who closed the harbour? Why did he do so? And when?',
    ],
    [
      ['Who is Oskar Lindgren?', 'Who closed the harbour?', 'When was that?'],
      'Who closed the harbour? When was that?',
    ],
    [['Why did they go there?', 'And when?'], 'Why did they go there? And when?'],
  ])('%j: %j', (history, topic) => {
    expect(topicOf(history)).toBe(topic)
  })
})
