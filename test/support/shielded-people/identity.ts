/** @module Numbers and addresses that belong to one person, and those of an office, which anybody may know. */
import type { Dice } from './dice.js'

export interface Stated {
  readonly form: string
  readonly text: string
  readonly secrets: readonly string[]
  readonly keeps: readonly string[]
}

/** Private numbers have these digits only, numbers of offices and of the cable the others, so that none is part of another. */
const PRIVATE_DIGITS = ['3', '6', '7', '8', '9'] as const

function digits(count: number, dice: Dice): string {
  return Array.from({ length: count }, () => dice.pick(PRIVATE_DIGITS)).join('')
}

type Kind = readonly [form: string, state: (name: string, dice: Dice) => Pick<Stated, 'text' | 'secrets'>]

function numbered(number: string, text: string): Pick<Stated, 'text' | 'secrets'> {
  const groups = number.split(/[\s()-]+/u).filter((group) => group.replace(/\D/gu, '').length >= 4)
  return { text, secrets: [...new Set([number, ...groups])] }
}

const KINDS: readonly Kind[] = [
  [
    'passport number',
    (name, dice) => {
      const number = `K${digits(7, dice)}`
      return numbered(number, `${name} carries passport number ${number}.`)
    },
  ],
  [
    'passport no.',
    (name, dice) => {
      const number = digits(9, dice)
      return numbered(number, `${name} (passport no. ${number}) has applied for a visa.`)
    },
  ],
  [
    'national ID',
    (name, dice) => {
      const number = `${digits(6, dice)}-${digits(4, dice)}`
      return numbered(number, `${name} has national identity number ${number}.`)
    },
  ],
  [
    'ID card',
    (name, dice) => {
      const number = digits(8, dice)
      return numbered(number, `${name} showed an ID card, No. ${number}.`)
    },
  ],
  [
    'social security number',
    (name, dice) => {
      const number = `${digits(3, dice)}-${digits(2, dice)}-${digits(4, dice)}`
      return numbered(number, `${name} gave social security number ${number}.`)
    },
  ],
  [
    'home telephone',
    (name, dice) => {
      const number = `${digits(3, dice)}-${digits(4, dice)}`
      return numbered(number, `${name} may be reached at home (telephone: ${number}).`)
    },
  ],
  [
    'mobile phone',
    (name, dice) => {
      const number = `+${digits(3, dice)} ${digits(4, dice)} ${digits(4, dice)}`
      return numbered(number, `${name} prefers calls on a cell phone: ${number}.`)
    },
  ],
  [
    'personal e-mail',
    (name, dice) => {
      const box = `eelfarer${digits(2, dice)}`
      return { text: `${name} writes from a personal e-mail, ${box}@postbox.example.`, secrets: [box] }
    },
  ],
  [
    'bank account',
    (name, dice) => {
      const number = `${digits(4, dice)}-${digits(4, dice)}-${digits(3, dice)}`
      return numbered(number, `${name} was paid through bank account number ${number}.`)
    },
  ],
  [
    'home address',
    (name, dice) => ({
      text: `${name} lives at ${digits(2, dice)} Kvarnvik Lane, apartment 4.`,
      secrets: ['Kvarnvik'],
    }),
  ],
  [
    'home address abroad',
    (name, dice) => ({
      text: `${name}'s home address is Calle Turmalina ${digits(2, dice)}.`,
      secrets: ['Turmalina'],
    }),
  ],
]

const OFFICES: readonly Stated[] = [
  {
    form: 'embassy telephone',
    text: 'Callers may reach the Embassy switchboard at 455-0120.',
    secrets: [],
    keeps: ['455-0120'],
  },
  {
    form: 'embassy address',
    text: 'The Embassy will move to 12 Admiralty Square in 2010.',
    secrets: [],
    keeps: ['12 Admiralty Square'],
  },
  {
    form: 'ministry telephone',
    text: 'The Ministry of Ports (telephone 455-2214) has not replied.',
    secrets: [],
    keeps: ['Ministry of Ports', '455-2214'],
  },
  {
    form: 'ministry address',
    text: 'The Ministry of Ports, at 40 Lantern Street, was closed.',
    secrets: [],
    keeps: ['40 Lantern Street'],
  },
]

/** @param name of the person as the cable goes on to call them */
export function personalData(name: string, dice: Dice): Stated {
  const [form, state] = dice.pick(KINDS)
  return { form, ...state(name, dice), keeps: [] }
}

export function officialData(dice: Dice): Stated {
  return dice.pick(OFFICES)
}
