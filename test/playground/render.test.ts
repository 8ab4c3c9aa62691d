import { describe, expect, it } from 'vitest'
import { renderMessage, renderModal } from '../../src/playground/render.js'
import type { Component, Message } from '../../src/playground/wire.js'

function message(more: Partial<Message>): Message {
  return {
    id: '1',
    type: 0,
    channel_id: '2',
    author: {
      id: '3',
      username: 'p',
      discriminator: '0',
      global_name: 'P',
      avatar: null,
      primary_guild: null,
      bot: true,
      public_flags: 0,
      flags: 0,
    },
    content: '',
    timestamp: '2026-01-01T00:00:00.000Z',
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    ...more,
  }
}

const text = (content: string): Component => ({ type: 10, content })

describe('a message as text', () => {
  it('shows every component in its place', () => {
    const components: Component[] = [
      {
        type: 17,
        components: [
          text('# Title\nand more'),
          { type: 14 },
          {
            type: 9,
            components: [text('a passage')],
            accessory: { type: 2, style: 2, label: 'Open', custom_id: 'o' },
          },
          { type: 14, divider: false },
          { type: 12, items: [{ media: { url: 'x' }, description: 'a map' }] },
          { type: 13, file: { url: 'http://host/attachments/1/2/a%20b.txt' } },
        ],
      },
      {
        type: 1,
        components: [
          { type: 2, style: 1, label: 'Go', emoji: { name: '👍' }, custom_id: 'g' },
          { type: 2, style: 5, label: 'Page', url: 'https://example.org' },
          { type: 2, style: 2, label: 'Off', custom_id: 'x', disabled: true },
        ],
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'm',
            placeholder: 'Pick',
            options: [
              { label: 'A', value: 'a' },
              { label: 'B', value: 'b', default: true },
            ],
          },
        ],
      },
    ]
    expect(renderMessage(message({ components, flags: 64 | (1 << 15) }))).toBe(
      [
        '(private)',
        '│ # Title',
        '│ and more',
        '│ ---',
        '│ a passage',
        '│ [Open]',
        '│',
        '│ {picture: a map}',
        '│ {a b.txt}',
        '[👍 Go] [Page](https://example.org) [Off ✗]',
        '<Pick: A | *B>',
      ].join('\n'),
    )
  })

  it('shows content, embeds and that the bot thinks', () => {
    const embeds = [
      { title: 'T', description: 'D', fields: [{ name: 'n', value: 'v' }], footer: { text: 'F' } },
    ]
    expect(renderMessage(message({ content: 'C', embeds }))).toBe('C\nT\nD\nn: v\nF')
    expect(renderMessage(message({ flags: 128 }))).toBe('… is thinking')
  })

  it('shows a modal with its fields', () => {
    const components: Component[] = [
      text('Be brief.'),
      { type: 18, label: 'Question', component: { type: 4, custom_id: 'q', style: 1, value: 'so far' } },
      {
        type: 18,
        label: 'Post',
        component: { type: 3, custom_id: 'p', options: [{ label: 'Paris', value: '1' }] },
      },
      { type: 1, components: [{ type: 4, custom_id: 'n', style: 1, label: 'Note', required: false }] },
    ]
    expect(renderModal({ custom_id: 'm', title: 'Ask', components })).toBe(
      ['# Ask', 'Be brief.', 'Question (required): so far', 'Post: <Paris>', 'Note: '].join('\n'),
    )
  })
})
