import { describe, expect, expectTypeOf, it } from 'vitest'
import { commands, buttons } from '../../commands/index.js'
import { defineCommand, type CommandContext } from '../../commands/define.js'
import { complete, type Options, type RawOption } from '../../commands/options.js'
import { UserError } from '../../src/errors.js'
import { text } from '../../src/replies/components.js'
import { abstention, servicesOf } from '../support/archive.js'
import { validate } from '../support/discord-validation.js'

const CONTEXT: CommandContext = { services: servicesOf(() => Promise.resolve(abstention())) }

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
    await order.prepare(TWO_TEAS, CONTEXT).run()
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

describe('the list of commands', () => {
  it('has each name once', () => {
    for (const names of [commands.map(({ name }) => name), buttons.map(({ name }) => name)]) {
      expect(new Set(names).size).toBe(names.length)
    }
  })
})
