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
    expect(topicOf('And who paid for it?', history)).toBe(topic)
  })

  it.each([
    'Did he close the harbour?',
    'And what did Anna Kell say?',
    'What about Anna Kell?',
    'What was his opinion of Anna Kell?',
    'What did Oskar Lindgren close?',
    'Which officials were involved?',
    'How long did the strike in the harbour go on, according to the paper?',
  ])('is still that for: %s', (question) => {
    const history = ['Why did Oskar Lindgren close the harbour?']
    expect(topicOf(question, history)).toBe(history[0])
  })

  it.each([
    'Who is Anna Kell?',
    'What did Anna Kell say when they asked her?',
    'How many boats did Corvessa ask for?',
    'Why would soldiers refuse to shoot at striking miners?',
  ])('is another with: %s', (question) => {
    expect(topicOf(question, ['Why did Oskar Lindgren close the harbour?'])).toBeNull()
  })
})
