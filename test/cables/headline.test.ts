import { describe, expect, it } from 'vitest'
import { headline } from '../../src/cables/cite/headline.js'

describe('a title in capitals', () => {
  it.each([
    ['HARBOUR TALKS: THREE OFFERS AND A FERRY', 'Harbour Talks: Three Offers and a Ferry'],
    ['THE MINISTER OF TRADE ON WHAT WE FIGHT FOR', 'The Minister of Trade on What We Fight For'],
    [
      'VISIT TO PORT-OF-SPAIN AND THE HAGUE (PART 1 OF 3)',
      'Visit to Port-of-Spain and The Hague (Part 1 of 3)',
    ],
    [
      'SAN JOSE: U.S./INDIA TALKS ON AN F-16, FY09 AND THE 3RD TITLE IV',
      'San Jose: U.S./India Talks on an F-16, FY09 and the 3rd Title IV',
    ],
    ["UN, EU AND UK ON NATO'S AIMS: WHO PAYS?", "UN, EU and UK on NATO's Aims: Who Pays?"],
    ["O'HARA'S VISIT; A/S MCDOWD DOESN'T COME", "O'Hara's Visit; A/S McDowd Doesn't Come"],
    [
      'NGOS "IN THE DARK" -- FOLLOW-UP TO GRAIN-BASED IDEAS',
      'NGOs "In the Dark" -- Follow-Up to Grain-Based Ideas',
    ],
    ['TALK WITH █protected█ OF XXXXXXXX', 'Talk with █protected█ of XXXXXXXX'],
    ['', ''],
    ['LIMA', 'Lima'],
  ])('%s is %s', (printed, shown) => {
    expect(headline(printed)).toBe(shown)
  })

  it('writes a word as the cable does', () => {
    const text =
      'Mr. deVries of the KFTD met General al-Osk. REQUEST: the start of START, and of START, and START.'
    expect(headline('REQUEST BY KFTD: DEVRIES AND AL-OSK ON START', text)).toBe(
      'Request by KFTD: deVries and al-Osk on START',
    )
  })

  it('takes nothing from a text in capitals', () => {
    expect(headline('FERRY TALKS', 'FERRY TALKS WILL BEGIN. FERRY TALKS MAY END.')).toBe('Ferry Talks')
  })

  it('stays as it is where it has small letters', () => {
    expect(headline("The GOV's offer to IAEA")).toBe("The GOV's offer to IAEA")
  })

  it('takes no longer for a text that repeats itself', () => {
    const startedAt = performance.now()
    for (const piece of ['A.', ' ', "O'", '-', '(', 'ABCDE ', '"', ',S']) {
      const long = piece.repeat(20_000)
      headline(`AA ${long}`, long)
    }
    expect(performance.now() - startedAt).toBeLessThan(4_000)
  })
})
