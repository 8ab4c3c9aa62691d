/**
 * The same archive twice, with other people in the cables that shield them. Readers of the one must get what readers of the other get,
 * whatever they ask: then nothing that is masked has any influence.
 */
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { App } from '../../src/app.js'
import { ask, found, told } from './answers.js'
import { expectSame, fullName, TRIOS } from './asking.js'
import * as cables from './cables.js'
import { Archive } from './rooms.js'

const { MESSAGES, SMELTER } = cables

describe('the same archive in which other people are shielded', () => {
  const OTHERS: readonly (readonly [string, string])[] = [
    ['Ko-\nvalenko', 'Hryt-\nsenko'],
    ['KOVALENKO', 'HRYTSENKO'],
    ['Kovalenko', 'Hrytsenko'],
    ['Petro', 'Pavlo'],
    ['Tariq', 'Luthfi'],
    ['l-Majid', 'l-Zubari'],
    ['Ilse Brandvold', 'Gerda Lauritsen'],
    ['Sunniva Ferrow', 'Snezana Gennaro'],
    ['Ferrow', 'Gennaro'],
    ['PT5530917', 'QX8841203'],
    ['+41 79 555 0143', '+43 66 222 9786'],
    ['sunniva.ferrow@webpost', 'snezana.gennaro@netpost'],
    ['17 Quarry Lane', '38 Cooper Lane'],
  ]
  const isShielding = new Set([SMELTER, cables.CANAL, cables.COD, cables.VISA])
  const change = (message: string, pairs: readonly (readonly [string, string])[]): string =>
    pairs.reduce((text, [from, to]) => text.replaceAll(from, to), message)
  let twin: Archive
  let archive: Archive
  let other: App
  let ours: App

  beforeAll(async () => {
    twin = new Archive()
    other = await twin.open()
    const messages = Object.entries(MESSAGES).map(([id, message]) => {
      if (id === cables.LOAN)
        return [
          id,
          change(message, [
            ['Casimir Orlune', 'Bertil Ravn'],
            ['Orlune', 'Ravn'],
          ]),
        ]
      return [id, isShielding.has(id) ? change(message, OTHERS) : message]
    })
    await twin.fill(other, Object.fromEntries(messages) as Record<string, string>)
    archive = new Archive()
    ours = await archive.open()
    await archive.fill(ours)
  })
  afterAll(async () => {
    await twin.close()
    await archive.close()
  })

  /** Names of both, in every wording; whatever is asked must be answered alike by both. */
  const NAMES = [
    ...TRIOS.flatMap((trio) =>
      trio
        .slice(0, 2)
        .flatMap((who) => [fullName(who), who.family, fullName(who).toLowerCase(), who.family.toUpperCase()]),
    ),
    ...[
      'Casimir Orlune',
      'Orlune',
      'orlune',
      'Bertil Ravn',
      'Ko- valenko',
      'Koval enko',
      'Коваленко',
      'majid',
      'PT5530917',
      '5530917',
      '+41 79 555 0143',
      '17 Quarry Lane',
      'sunniva.ferrow@webpost.example',
      'protected',
      '█',
    ],
  ]

  it('gives the same answers to what is asked with the names of either', async () => {
    for (const name of NAMES)
      for (const text of [
        `What did ${name} tell the Ambassador?`,
        `Who is ${name}?`,
        `is ${name} the source on the smelter, the cod, the canal, the loan or the visas`,
      ])
        expectSame(told(await ask(ours, text)), told(await ask(other, text)), text)
  })

  it('gives the same answers in a talk about them', async () => {
    for (const name of NAMES) {
      const history = [`What did ${name} tell the Ambassador?`, `Does ${name} keep the accounts?`]
      expectSame(
        told(await ask(ours, 'And what did he say of the price?', history)),
        told(await ask(other, 'And what did he say of the price?', history)),
        name,
      )
    }
  })

  it('finds the same passages, in the same order, with the same scores', async () => {
    for (const name of NAMES)
      for (const text of [name, `"${name}"`, `${name} smelter tariff`, `${name.slice(0, 5)} cod scales`])
        expectSame(await found(ours, text), await found(other, text), text)
  })

  it('holds the same masked cables, messages, lists and similar passages', async () => {
    for (const id of Object.keys(MESSAGES)) {
      const read = async (of: App): Promise<string> => {
        const { masked } = of.library
        const similar = await Promise.all([null, 1, 2].map((position) => of.masked.similar(id, position, 10)))
        const all = [
          masked.cable(id),
          masked.message(id),
          masked.citedBy(id),
          masked.list({}, 0, 50),
          masked.suggestIds(id.slice(0, 5), 10),
          similar,
        ]
        return all.map((each) => JSON.stringify(each).replace(/"path":"[^"]*"/gu, '')).join('\n')
      }
      expectSame(await read(ours), await read(other), id)
    }
  })
})
