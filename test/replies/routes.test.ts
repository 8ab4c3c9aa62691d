import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/errors.js'
import { openParagraph, turnPage } from '../../src/replies/reader-routes.js'
import { defineRoute, integerField, routeNameOf, textField } from '../../src/replies/routes.js'
import { nastyText } from '../support/nasty-text.js'

const GOOD = 'page.1:06TARSUND1407:2'

describe('a custom id', () => {
  it('gives back what was put in, whatever the text, or does not come to be', () => {
    const route = defineRoute('any', 1, { text: textField(100), count: integerField(0, 9_999) })
    const wellFormed = nastyText(4).filter(
      (text) => text !== '' && text.length <= 100 && !/\p{Surrogate}/u.test(text),
    )
    fc.assert(
      fc.property(wellFormed, fc.integer({ min: 0, max: 9_999 }), (text, count) => {
        const id = route.id({ text, count })
        if (id === null) return
        expect(id.length).toBeLessThanOrEqual(100)
        expect(routeNameOf(id)).toBe('any')
        expect(route.parse(id)).toEqual({ text, count })
      }),
    )
  })

  it('does not come to be when it would be longer than Discord takes', () => {
    expect(turnPage.id({ cable: 'X'.repeat(95), page: 1 })).toBeNull()
  })

  it('carries the quotes of a paragraph', () => {
    const values = {
      cable: '05LINDGARD212',
      position: 2,
      part: 0,
      quotes: [
        { start: 0, end: 34, digest: 'abc-_' },
        { start: 40, end: 1_000, digest: '01234' },
      ],
    }
    const id = openParagraph.id(values)
    expect(id).toBe('para.1:05LINDGARD212:2:0:0.y.abc-_~14.qo.01234')
    expect(openParagraph.parse(id ?? '')).toEqual(values)
  })

  it.each([
    ['of nobody', 'hello'],
    ['empty', ''],
    ['of another route', 'para.1:06TARSUND1407:2'],
    ['longer than Discord takes', `page.1:${'A'.repeat(200)}:2`],
    ['with a number out of range', 'page.1:06TARSUND1407:0'],
    ['with a number written otherwise', 'page.1:06TARSUND1407:02'],
    ['with no number', 'page.1:06TARSUND1407:x'],
    ['with an exponent', 'page.1:06TARSUND1407:1e3'],
    ['with too few fields', 'page.1:06TARSUND1407'],
    ['with too many fields', `${GOOD}:3`],
    ['with no cable', 'page.1::2'],
    ['with a cable longer than any', `page.1:${'A'.repeat(60)}:2`],
    ['with broken percent signs', 'page.1:%E0%A4:2'],
    ['with needless percent signs', 'page.1:%41:2'],
  ])('%s is refused with a sentence', (_, id) => {
    expect(() => turnPage.parse(id)).toThrow(UserError)
    expect(() => turnPage.parse(id)).toThrow(/damaged or not mine/u)
  })

  it('longer than Discord takes is refused, though its fields would allow it', () => {
    const route = defineRoute('any', 1, { text: textField(1_000) })
    expect(() => route.parse(`any.1:${'a'.repeat(200)}`)).toThrow(UserError)
  })

  it('of another version says so', () => {
    expect(() => turnPage.parse('page.2:06TARSUND1407:2')).toThrow(/another version of this bot/u)
  })

  it.each([
    ['overlapping', 'para.1:A:1:0:0.a.abcde~5.a.abcde'],
    ['empty', 'para.1:A:1:0:0.0.abcde'],
    ['too many', 'para.1:A:1:0:0.1.abcde~2.1.abcde~4.1.abcde~6.1.abcde'],
    ['without digest', 'para.1:A:1:0:0.1'],
  ])('with %s quotes is refused', (_, id) => {
    expect(() => openParagraph.parse(id)).toThrow(UserError)
  })

  it('is refused or understood, whatever it is, and nothing else happens', () => {
    const almost = fc
      .tuple(fc.constantFrom('para', 'turn', 'cable', 'page', ''), nastyText(6))
      .map((parts) => parts.join('.1:'))
    fc.assert(
      fc.property(fc.oneof(nastyText(), almost), (id) => {
        for (const route of [openParagraph, turnPage]) {
          try {
            expect(route.id(route.parse(id) as never)).toBe(id)
          } catch (error) {
            expect(error).toBeInstanceOf(UserError)
          }
        }
      }),
    )
  })
})
