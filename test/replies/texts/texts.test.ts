import { describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.js'
import { LOCALES, localeOf, localised, type Locale } from '../../../src/replies/texts/locale.js'
import type { Phrase } from '../../../src/replies/texts/phrase.js'
import { refusal, toldIn } from '../../../src/replies/texts/refusal.js'
import { isKey, PHRASES, sentence, texts, type Say } from '../../../src/replies/texts/texts.js'
import { UserError } from '../../../src/errors.js'
import { checkedQuery } from '../../../src/retrieval/query.js'

const all = Object.entries(PHRASES).flatMap(([domain, phrases]) =>
  Object.entries(phrases as Record<string, Phrase>).map(([name, phrase]) => ({
    key: `${domain}.${name}`,
    phrase,
  })),
)

const forms = (phrase: Phrase, locale: Locale): string[] => [phrase[locale]].flat()

const slots = (text: string): string[] =>
  Array.from(text.matchAll(/\{\{(\w+)\}\}/gu), ([, name]) => name ?? '').sort()

describe('every sentence', () => {
  it('stands in every language, with the same values in the same forms', () => {
    for (const { key, phrase } of all) {
      const english = forms(phrase, 'en')
      for (const locale of LOCALES) {
        const here = forms(phrase, locale)
        expect(here.length, `${key} in ${locale}`).toBe(english.length)
        here.forEach((text, at) => {
          expect(text.trim(), `${key} in ${locale}`).not.toBe('')
          expect(slots(text), `${key} in ${locale}`).toEqual(slots(english[at] ?? ''))
        })
      }
    }
  })

  it('leaves no place for a value open when it is said', () => {
    for (const { key, phrase } of all) {
      if (!isKey(key)) throw new Error(`${key} is no key`)
      const values = Object.fromEntries(
        forms(phrase, 'en')
          .flatMap(slots)
          .map((name) => [name, 2]),
      )
      for (const locale of LOCALES) {
        const said = sentence(locale, key, { ...values, count: 2 })
        expect(said).not.toMatch(/\{\{|undefined/u)
        expect(said).not.toBe(key)
      }
    }
  })
})

/** Commands and their actions, as the English sentences name them and as Discord shows them in a language. */
function commandsIn(locale: Locale): { english: string; here: string }[] {
  return commands.flatMap(({ data }) => {
    const english = `/${data.name}`
    const here = `/${localised(locale, data.name_localizations) ?? data.name}`
    const actions = (data.options ?? []).map(({ name, name_localizations: names }) => ({
      english: `${english} ${name}`,
      here: `${here} ${localised(locale, names) ?? name}`,
    }))
    return [...actions, { english, here }]
  })
}

describe('a command', () => {
  it.each(LOCALES)('is called in every sentence what Discord calls it there: %s', (locale) => {
    let named = 0
    for (const { key, phrase } of all) {
      forms(phrase, 'en').forEach((text, at) => {
        const command = commandsIn(locale).find(({ english }) => text.includes(english))
        if (command === undefined) return
        named++
        expect(forms(phrase, locale)[at], key).toContain(command.here)
      })
    }
    expect(named).toBeGreaterThan(7)
  })
})

describe('a sentence', () => {
  it('writes numbers as its language does', () => {
    const values = { count: 251_287, page: 1_234, pages: 25_129 }
    expect(texts('en')('tools.cables', values)).toBe('251,287 cables, oldest first · page 1,234 of 25,129')
    expect(texts('de')('tools.cables', values)).toMatch(/^251\.287 Depeschen, .* 1\.234 von 25\.129$/u)
  })

  it('counts as its language does', () => {
    expect(texts('de')('answer.leftOut', { count: 1 })).toMatch(/^1 weiterer Satz/u)
    expect(texts('de')('answer.leftOut', { count: 3 })).toMatch(/^3 weitere Sätze/u)
    expect(texts('fr')('answer.leftOut', { count: 0 })).toMatch(/^0 phrase /u)
    expect(texts('es')('answer.leftOut', { count: 1_000_000 })).toMatch(/se omiten/u)
  })

  it('takes values as they are, whatever they contain', () => {
    const hostile = '{{page}} $t(reader.openCable) <b>&amp;'
    expect(texts('en')('reader.noPage', { cable: hostile, page: 2 })).toBe(
      `${hostile} no longer has a page 2. Open it again with /cable ${hostile}.`,
    )
  })

  it('is checked by the compiler: its key, and the names of its values', () => {
    const say: Say = texts('en')
    // @ts-expect-error there is no such sentence
    expect(say('reader.nonsense')).toBe('reader.nonsense')
    // @ts-expect-error the value is called `cable`
    expect(say('reader.unknownCable', { cabel: '06A1' })).toContain('{{cable')
  })
})

describe('the language', () => {
  it.each<[string, (string | null | undefined)[], Locale]>([
    ['is the one asked for', ['de'], 'de'],
    ['is the same in every region', ['es-419'], 'es'],
    ['is the next wish where the first is none of ours', ['pt-BR', 'fr'], 'fr'],
    ['is English for everyone else', [undefined, null, 'ja', ''], 'en'],
  ])('%s', (_, wishes, locale) => {
    expect(localeOf(...wishes)).toBe(locale)
  })
})

describe('an error for people', () => {
  it('is English in the log and in the reader’s language in the reply', () => {
    const error = refusal('reader.noCable', { cable: '99NOWHERE1' })
    expect(error.message).toBe('99NOWHERE1 is not in this archive; it may have been removed.')
    expect(toldIn('de', error)).toBe('99NOWHERE1 ist nicht in diesem Archiv; vielleicht wurde sie entfernt.')
  })

  it('of the rooms below is the same sentence, and is told in the reader’s language when it has a key', () => {
    for (const text of ['', 'why '.repeat(400)]) {
      const error = errorOf(() => checkedQuery({ text, filters: {}, history: [] }))
      expect(toldIn('en', error)).toBe(error.message)
      expect(toldIn('fr', error)).toMatch(/^La question /u)
    }
    expect(toldIn('fr', new UserError('The store is damaged.'))).toBe('The store is damaged.')
    expect(toldIn('fr', new UserError('As it is.', { key: 'toString.constructor' }))).toBe('As it is.')
  })
})

function errorOf(run: () => unknown): UserError {
  try {
    run()
  } catch (error) {
    if (error instanceof UserError) return error
  }
  throw new Error('no UserError was thrown')
}
