import { describe, expect, expectTypeOf, it } from 'vitest'
import { commands, components, messageCommands } from '../../commands/index.js'
import { defineCommand, defineCommandGroup, defineSubcommand } from '../../commands/define.js'
import { complete, type AttachedFile, type Options, type RawOption } from '../../commands/options.js'
import { suggestPosts, suggestTags } from '../../commands/suggestions.js'
import { UserError } from '../../src/errors.js'
import { text } from '../../src/replies/components.js'
import { abstention, servicesOf } from '../support/archive.js'
import { contextOf } from '../support/context.js'
import { validate } from '../support/discord-validation.js'

const CONTEXT = contextOf(servicesOf(() => Promise.resolve(abstention())))

const nothing = () => Promise.resolve()
const ignore = { show: nothing, post: nothing, isPrivate: false }

const seen: unknown[] = []

const order = defineCommand({
  name: 'order',
  description: 'Orders a cup of something',
  options: {
    note: { type: 'string', description: 'Anything else', maxLength: 5, minLength: 2 },
    drink: {
      type: 'choice',
      description: 'What it is',
      required: true,
      choices: [
        { name: 'Tea', value: 'tea' },
        { name: 'Coffee', value: 'coffee' },
      ],
    },
    cups: { type: 'integer', description: 'How many', required: true, min: 1, max: 3 },
    sugar: { type: 'boolean', description: 'With sugar' },
  },
  isPrivate: ({ sugar }) => sugar ?? false,
  run: (args) => {
    expectTypeOf(args).toEqualTypeOf<{
      readonly note: string | undefined
      readonly drink: 'tea' | 'coffee'
      readonly cups: number
      readonly sugar: boolean | undefined
    }>()
    seen.push(args)
    return { components: [text('Coming.')] }
  },
})

const TWO_TEAS = [
  { name: 'drink', value: 'tea' },
  { name: 'cups', value: 2 },
]

describe('a command', () => {
  it('hands its handler the options by name, those not given as undefined', async () => {
    await order.prepare(TWO_TEAS, CONTEXT).run(ignore)
    expect(seen.at(-1)).toEqual({ drink: 'tea', cups: 2, note: undefined, sugar: undefined })
  })

  it('decides from its options who sees the reply', () => {
    expect(order.prepare(TWO_TEAS, CONTEXT).place).toBe('shared')
    expect(order.prepare([...TWO_TEAS, { name: 'sugar', value: true }], CONTEXT).place).toBe('private')
  })

  it.each<[string, RawOption[]]>([
    ['a required option missing', [{ name: 'drink', value: 'tea' }]],
    ['an option that it does not have', [...TWO_TEAS, { name: 'milk', value: true }]],
    ['an option of the prototype', [...TWO_TEAS, { name: 'constructor', value: 'x' }]],
    [
      'a choice that was not offered',
      [
        { name: 'drink', value: 'gin' },
        { name: 'cups', value: 2 },
      ],
    ],
    [
      'a number out of range',
      [
        { name: 'drink', value: 'tea' },
        { name: 'cups', value: 4 },
      ],
    ],
    [
      'a number that is not whole',
      [
        { name: 'drink', value: 'tea' },
        { name: 'cups', value: 1.5 },
      ],
    ],
    [
      'a number as text',
      [
        { name: 'drink', value: 'tea' },
        { name: 'cups', value: '2' },
      ],
    ],
    ['a text too long', [...TWO_TEAS, { name: 'note', value: 'too long' }]],
    ['a text too short', [...TWO_TEAS, { name: 'note', value: 'x' }]],
    ['a yes as text', [...TWO_TEAS, { name: 'sugar', value: 'true' }]],
  ])('refuses %s with a sentence', (_, raw) => {
    expect(() => order.prepare(raw, CONTEXT)).toThrow(UserError)
  })

  it('counts characters as Discord does: a pair of surrogates is one', () => {
    expect(() => order.prepare([...TWO_TEAS, { name: 'note', value: '👍👍👍👍👍' }], CONTEXT)).not.toThrow()
  })

  it('is described to Discord with its required options first, in a form that Discord takes', () => {
    expect(order.data.options?.map(({ name }) => name)).toEqual(['drink', 'cups', 'note', 'sugar'])
    const body = [order, ...commands].map(({ data }) => data)
    const route = '/applications/{application_id}/commands'
    expect(validate({ method: 'PUT', route, body, files: [], flags: 0 })).toEqual([])
  })
})

describe('suggestions', () => {
  const options: Options = {
    word: {
      type: 'string',
      description: 'A word',
      maxLength: 200,
      autocomplete: (typed, { other = '' }) => [
        ...Array.from({ length: 40 }, (_, at) => ({
          name: `${typed}${other}${at} ${'👍'.repeat(80)}`,
          value: String(at),
        })),
      ],
    },
    other: { type: 'string', description: 'Another', maxLength: 10 },
  }

  it('are at most twenty-five, their names at most a hundred characters, and know the other options', () => {
    const choices = complete(
      options,
      'word',
      [
        { name: 'word', value: 'ab' },
        { name: 'other', value: 'cd' },
      ],
      CONTEXT,
    )
    expect(choices).toHaveLength(25)
    for (const { name } of choices) {
      expect(name.length).toBeLessThanOrEqual(100)
      expect(name).toMatch(/^abcd\d+ .*👍…$/u)
    }
  })

  it('leave out what Discord would refuse', () => {
    const bad: Options = {
      word: {
        type: 'string',
        description: 'A word',
        maxLength: 200,
        autocomplete: () => [
          { name: '', value: 'x' },
          { name: 'x', value: '' },
          { name: 'long', value: 'x'.repeat(101) },
          { name: 'good', value: 'good' },
        ],
      },
    }
    expect(complete(bad, 'word', [], CONTEXT)).toEqual([{ name: 'good', value: 'good' }])
  })

  it('are none for options without them', () => {
    expect(complete(options, 'other', [], CONTEXT)).toEqual([])
    expect(complete(options, 'nothing', [], CONTEXT)).toEqual([])
  })
})

describe('a command with several actions', () => {
  const tea = defineCommandGroup({
    name: 'tea',
    description: 'All about tea',
    memberPermissions: 32n,
    subcommands: {
      pour: defineSubcommand({
        description: 'Pours it',
        options: {
          cups: { type: 'integer', description: 'How many', required: true, min: 1, max: 3 },
          label: { type: 'file', description: 'Picture of the label' },
        },
        isPrivate: () => true,
        run: (args) => {
          expectTypeOf(args).toEqualTypeOf<{
            readonly cups: number
            readonly label: AttachedFile | undefined
          }>()
          seen.push(args)
          return { components: [text('Poured.')] }
        },
      }),
      name: defineSubcommand({
        description: 'Names it',
        options: {
          as: {
            type: 'string',
            description: 'The name',
            maxLength: 9,
            autocomplete: (typed) => [{ name: typed, value: typed }],
          },
        },
        isPrivate: () => false,
        run: () => ({ components: [text('Named.')] }),
      }),
    },
  })

  it('hands the options to the action that was chosen', async () => {
    const label = { name: 'a.png', size: 3, contentType: null, url: 'https://example.org/a.png' }
    const options: RawOption[] = [
      { name: 'cups', value: 2 },
      { name: 'label', value: '5', attachment: label },
    ]
    const prepared = tea.prepare([{ name: 'pour', options }], CONTEXT)
    expect(prepared.place).toBe('private')
    await prepared.run(ignore)
    expect(seen.at(-1)).toEqual({ cups: 2, label })
    expect(tea.prepare([{ name: 'name', options: [] }], CONTEXT).place).toBe('shared')
  })

  it.each<[string, RawOption[]]>([
    ['none', []],
    ['one that it does not have', [{ name: 'spill', options: [] }]],
    ['one of the prototype', [{ name: 'toString', options: [] }]],
    ['one with options that do not fit', [{ name: 'pour', options: [{ name: 'cups', value: 9 }] }]],
    [
      'one with a file that did not come',
      [
        {
          name: 'pour',
          options: [
            { name: 'cups', value: 2 },
            { name: 'label', value: '5' },
          ],
        },
      ],
    ],
  ])('refuses %s', (_, raw) => {
    expect(() => tea.prepare(raw, CONTEXT)).toThrow(UserError)
  })

  it('suggests for the action that is being typed', () => {
    const raw = [{ name: 'name', options: [{ name: 'as', value: 'Earl' }] }]
    expect(tea.complete('as', raw, CONTEXT)).toEqual([{ name: 'Earl', value: 'Earl' }])
  })

  it('is described as Discord wants it, with the permission it needs', () => {
    expect(tea.data.default_member_permissions).toBe('32')
    const route = '/applications/{application_id}/commands'
    expect(validate({ method: 'PUT', route, body: [tea.data], files: [], flags: 0 })).toEqual([])
  })
})

describe('suggestions of posts and TAGS', () => {
  const services = {
    ...CONTEXT.services,
    origins: () => [
      { value: 'Embassy Mexico City', cables: 1_200 },
      { value: 'Consulate General Rio de Janeiro', cables: 40 },
      { value: 'Embassy Amman', cables: 9 },
    ],
    tagCounts: () => [
      { value: 'PREL', cables: 30 },
      { value: 'MX', cables: 9 },
      { value: 'OREP', cables: 2 },
    ],
  }
  const context = contextOf(services)

  it('are what the archive has, the most frequent first, with how many cables have it', () => {
    expect(suggestPosts('', {}, context).map(({ name }) => name)).toEqual([
      'Embassy Mexico City (1,200)',
      'Consulate General Rio de Janeiro (40)',
      'Embassy Amman (9)',
    ])
  })

  it.each([
    ['rio de', 'Consulate General Rio de Janeiro'],
    ['JANEIRO', 'Consulate General Rio de Janeiro'],
    ['brazil', 'Consulate General Rio de Janeiro'],
    ['mexico', 'Embassy Mexico City'],
    ['amm', 'Embassy Amman'],
  ])('find by any word of a post or by its country: %s', (typed, value) => {
    expect(suggestPosts(typed, {}, context)[0]?.value).toBe(value)
  })

  it('find a TAG by its letters, then by what it stands for', () => {
    expect(suggestTags('prel', {}, context)).toEqual([
      { name: 'PREL · External Political Relations (30)', value: 'PREL' },
    ])
    expect(suggestTags('mexico', {}, context).map(({ value }) => value)).toEqual(['MX'])
    expect(suggestTags('re', {}, context).map(({ value }) => value)).toEqual(['PREL', 'OREP'])
  })
})

describe('the list of commands', () => {
  it('has each name once', () => {
    for (const names of [
      commands.map(({ name }) => name),
      components.map(({ kind, name }) => `${kind} ${name}`),
      messageCommands.map(({ name }) => name),
    ]) {
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
