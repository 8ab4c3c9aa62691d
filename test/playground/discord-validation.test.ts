import { describe, expect, it } from 'vitest'
import { validate } from '../support/discord-validation.js'

const V2 = 1 << 15
const MESSAGE = { method: 'POST', route: '/channels/{channel_id}/messages' }
const EDIT = { method: 'PATCH', route: '/webhooks/{webhook_id}/{webhook_token}/messages/@original' }
const CALLBACK = { method: 'POST', route: '/interactions/{interaction_id}/{interaction_token}/callback' }
const COMMANDS = { method: 'PUT', route: '/applications/{application_id}/commands' }

function check(request: { method: string; route: string }, body: unknown, flags = 0): string[] {
  return validate({ ...request, body, files: [], flags }).map(({ path, message }) => `${path}: ${message}`)
}

const text = (length: number): object => ({ type: 10, content: 'x'.repeat(length) })
const button = (id: string, more: object = {}): object => ({
  type: 2,
  style: 2,
  label: id,
  custom_id: id,
  ...more,
})
const row = (...components: object[]): object => ({ type: 1, components })
const option = (name: string, more: object = {}): object => ({ type: 3, name, description: 'What', ...more })
const ask = (more: object = {}): object[] => [
  { name: 'ask', description: 'Ask', options: [option('question')], ...more },
]
const menu = (more: object): object => ({
  type: 3,
  custom_id: 'm',
  options: [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ],
  ...more,
})

describe('good payloads pass', () => {
  it.each([
    ['2000 characters', MESSAGE, { content: 'x'.repeat(2_000), tts: false, nonce: '1' }, 0],
    ['4000 characters in a V2 message', EDIT, { flags: V2, components: [text(3_999), text(1)] }, 0],
    ['40 components', EDIT, { flags: V2, components: Array.from({ length: 40 }, () => text(1)) }, 0],
    ['a V2 edit of a V2 message without the flag', EDIT, { components: [text(5)] }, V2],
    ['five rows of five', MESSAGE, { components: fiveRows() }, 0],
    [
      '6000 characters of embeds',
      MESSAGE,
      { embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_000) }] },
      0,
    ],
    [
      'a section with a button',
      EDIT,
      { flags: V2, components: [{ type: 9, components: [text(1)], accessory: button('a') }] },
      0,
    ],
    ['a deferred private answer', CALLBACK, { type: 5, data: { flags: 64 } }, 0],
    ['choices', CALLBACK, { type: 8, data: { choices: [{ name: 'One', value: '1' }] } }, 0],
    ['a modal', CALLBACK, { type: 9, data: { custom_id: 'm', title: 'M', components: [field()] } }, 0],
    [
      'a command',
      COMMANDS,
      ask({ default_member_permissions: '32', contexts: [0], integration_types: [0, 1] }),
      0,
    ],
    ['a name in another script', COMMANDS, ask({ name: 'chercher', name_localizations: { hi: 'पूछें' } }), 0],
  ])('%s', (_name, request, body, flags) => {
    expect(check(request, body, flags)).toEqual([])
  })
})

describe('bad payloads are refused, with the place', () => {
  it.each([
    ['2001 characters', MESSAGE, { content: 'x'.repeat(2_001) }, 'content: 2001 characters'],
    [
      '6001 characters of embeds',
      MESSAGE,
      { embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }] },
      'embeds: more than 6000',
    ],
    [
      '4097 characters in one embed',
      MESSAGE,
      { embeds: [{ description: 'x'.repeat(4_097) }] },
      'embeds.0.description',
    ],
    ['six rows', MESSAGE, { components: [...fiveRows(), row(button('z'))] }, 'components: 6 rows'],
    ['a custom id twice', MESSAGE, { components: [row(button('a'), button('a'))] }, '"a" is used twice'],
    [
      'a custom id twice, far apart',
      EDIT,
      { flags: V2, components: [row(button('a')), { type: 17, components: [row(button('a'))] }] },
      '"a" is used twice',
    ],
    ['content beside V2', EDIT, { flags: V2, content: 'x', components: [text(1)] }, 'content: cannot stand'],
    [
      'embeds beside V2',
      EDIT,
      { flags: V2, embeds: [{ title: 'x' }], components: [text(1)] },
      'embeds: cannot stand',
    ],
    ['V2 components without the flag', EDIT, { components: [text(1)] }, 'components.0.type'],
    [
      '4001 characters in a V2 message',
      EDIT,
      { flags: V2, components: [text(4_000), text(1)] },
      '4001 characters',
    ],
    [
      '41 components, nested',
      EDIT,
      { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text(1)) }] },
      '41 components',
    ],
    ['an empty text', EDIT, { flags: V2, components: [text(0)] }, 'components.0.content'],
    ['an unknown key', MESSAGE, { contnt: 'x' }, 'contnt: unknown key'],
    [
      'an unknown key deep inside',
      MESSAGE,
      { components: [row(button('a', { lable: 'x' }))] },
      'components.0.components.0.lable',
    ],
    [
      'a label of 81',
      MESSAGE,
      { components: [row(button('a', { label: 'x'.repeat(81) }))] },
      'components.0.components.0.label: too big, at most 80',
    ],
    [
      'a custom id of 101',
      MESSAGE,
      { components: [row(button('a', { custom_id: 'x'.repeat(101) }))] },
      'custom_id: too big',
    ],
    [
      'a button that opens nothing',
      MESSAGE,
      { components: [row({ type: 2, style: 5, label: 'x' })] },
      'does not fit its style',
    ],
    [
      'a button with nothing on it',
      MESSAGE,
      { components: [row(button('a', { label: '' }))] },
      'neither label nor emoji',
    ],
    [
      'a container in a container',
      EDIT,
      { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [text(1)] }] }] },
      'no such component',
    ],
    [
      '26 options in a menu',
      MESSAGE,
      {
        components: [
          row(menu({ options: Array.from({ length: 26 }, (_, n) => ({ label: 'x', value: `${n}` })) })),
        ],
      },
      'options: too big, at most 25',
    ],
    [
      'two options with one value',
      MESSAGE,
      {
        components: [
          row(
            menu({
              options: [
                { label: 'a', value: '1' },
                { label: 'b', value: '1' },
              ],
            }),
          ),
        ],
      },
      'same value',
    ],
    [
      'a menu that wants more than it has',
      MESSAGE,
      { components: [row(menu({ max_values: 3 }))] },
      'more values than it has',
    ],
    [
      'a menu beside a button',
      MESSAGE,
      { components: [row(button('a'), menu({}))] },
      'five buttons or one menu',
    ],
    ['a flag that bots cannot set', MESSAGE, { content: 'x', flags: 128 }, 'flags 128'],
    [
      'a deferred answer with the V2 flag',
      CALLBACK,
      { type: 5, data: { flags: V2 } },
      'only the ephemeral flag',
    ],
    ['an unknown callback', CALLBACK, { type: 3 }, 'unknown callback type 3'],
    ['content of a callback', CALLBACK, { type: 4, data: { content: 'x'.repeat(2_001) } }, 'data.content'],
    [
      '26 choices',
      CALLBACK,
      { type: 8, data: { choices: Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })) } },
      'data',
    ],
    [
      'a choice of 101',
      CALLBACK,
      { type: 8, data: { choices: [{ name: 'x', value: 'x'.repeat(101) }] } },
      'data.choices.0.value',
    ],
    [
      'a modal title of 46',
      CALLBACK,
      { type: 9, data: { custom_id: 'm', title: 'x'.repeat(46), components: [field()] } },
      'data.title',
    ],
    ['a name in capitals', COMMANDS, ask({ name: 'Ask' }), '0.name'],
    ['a name with a space', COMMANDS, ask({ name: 'ask me' }), '0.name'],
    [
      'a translated name with a dot',
      COMMANDS,
      ask({ name_localizations: { fr: 'ask.fr' } }),
      '0.name_localizations.fr',
    ],
    ['no description', COMMANDS, ask({ description: '' }), '0.description'],
    [
      'a described message command',
      COMMANDS,
      [{ name: 'Ask about this', type: 3, description: 'x' }],
      'only a slash command',
    ],
    [
      'a required option behind an optional one',
      COMMANDS,
      ask({ options: [option('a'), option('b', { required: true })] }),
      'behind an optional one',
    ],
    [
      '26 options',
      COMMANDS,
      ask({ options: Array.from({ length: 26 }, (_, n) => option(`o${n}`)) }),
      '0.options: too big',
    ],
    [
      '101 commands',
      COMMANDS,
      Array.from({ length: 101 }, (_, n) => ({ name: `c${n}`, description: 'x' })),
      '101 commands of type 1',
    ],
    ['a route that is not known', { method: 'POST', route: '/new' }, {}, 'no schema is known'],
  ])('%s', (_name, request, body, expected) => {
    expect(check(request, body).join('\n')).toContain(expected)
  })
})

function fiveRows(): object[] {
  return [1, 2, 3, 4, 5].map((r) => row(...[1, 2, 3, 4, 5].map((b) => button(`${r}.${b}`))))
}

function field(): object {
  return row({ type: 4, custom_id: 'q', style: 1, label: 'Question' })
}
