import { describe, expect, it } from 'vitest'
import { originName } from '../../src/cables/message/recipients.js'
import { recipientOf, senderInSentence, senderOf } from '../../src/cables/cite/parties.js'
import { posts } from '../../src/cables/vocabulary/posts.js'
import { header } from '../support/passages.js'

/** Post of a cable's number, what the cable says of its origin, and the two names. */
const SENDERS: readonly (readonly [id: string, origin: string | null, note: string, sentence: string])[] = [
  ['06MEXICO1', 'Embassy Mexico', 'US Embassy Mexico City', 'the Embassy in Mexico City'],
  ['06MEXICO1', null, 'US Embassy Mexico City', 'the Embassy in Mexico City'],
  ['06DARESSALAAM1', 'Embassy Dar Es Salaam', 'US Embassy Dar es Salaam', 'the Embassy in Dar es Salaam'],
  ['06VATICAN1', 'Embassy Vatican', 'US Embassy to the Holy See', 'the Embassy to the Holy See'],
  ['06MUNICH1', 'Consulate Munich', 'US Consulate General Munich', 'the Consulate General in Munich'],
  ['86LAGOS1', 'Embassy Lagos', 'US Embassy Lagos', 'the Embassy in Lagos'],
  [
    '76BOMBAY1',
    'Consulate Bombay (Mumbai)',
    'US Consulate General Bombay',
    'the Consulate General in Bombay',
  ],
  [
    '06HAVANA1',
    'US Interests Section Havana',
    'US Interests Section Havana',
    'the Interests Section in Havana',
  ],
  [
    '06UNVIEVIENNA1',
    'UNVIE',
    'US Mission to International Organizations in Vienna',
    'the Mission to International Organizations in Vienna',
  ],
  [
    '09BRUSSELS1',
    'USEU Brussels',
    'US Mission to the European Union in Brussels',
    'the Mission to the European Union in Brussels',
  ],
  ['06USNATO1', 'Mission USNATO', 'US Mission to NATO in Brussels', 'the Mission to NATO in Brussels'],
  ['06GENEVA1', 'US Mission Geneva', 'US Mission Geneva', 'the Mission in Geneva'],
  ['06BASRAH1', 'REO Basrah', 'US Regional Embassy Office Basrah', 'the Regional Embassy Office in Basrah'],
  ['06STATE1', 'Secretary of State', 'US Department of State', 'the Department of State'],
  ['06ALMATY1', 'US Office Almaty', 'US Office Almaty', 'the Office in Almaty'],
  ['86USBERLIN1', 'U.S. Mission Berlin', 'US Mission Berlin', 'the Mission in Berlin'],
  ['06VESKAHOLM1', 'Embassy Veskaholm', 'US Embassy Veskaholm', 'the Embassy in Veskaholm'],
  ['06VESKAHOLM1', 'Mission UNXYZ', 'US Mission to UNXYZ', 'the Mission to UNXYZ'],
]

describe('the sender of a cable', () => {
  it.each(SENDERS)('of %s, "%s", is %s and %s', (id, origin, note, sentence) => {
    const cable = header({ id, origin, date: null })
    expect([senderOf(cable), senderInSentence(cable)]).toEqual([note, sentence])
  })

  it('is what the post was on the day', () => {
    const taipei = header({
      id: '76TAIPEI1',
      origin: 'American Institute Taiwan, Taipei',
      date: '1976-01-02',
    })
    expect(senderOf(taipei)).toBe('US Embassy Taipei')
    expect(senderOf({ ...taipei, date: '2006-01-02' })).toBe('American Institute in Taiwan')
  })

  it('has a name for every post of the table that reads as one, whatever the cable says of it', () => {
    for (const { key, display } of posts()) {
      for (const origin of [null, display, originName(null, key)]) {
        const cable = header({ id: `05${key}1`, origin })
        expect(senderOf(cable)).toMatch(
          /^(?:US (?!U\.S\.|US\b)|White|American Institute|Kaohsiung Branch)[\p{L} .'-]+$/u,
        )
        expect(senderInSentence(cable)).toMatch(/^(?:the (?!U\.S\.)|U\.S\. Customs)[\p{L} .'-]+$/u)
        expect(senderInSentence(cable)).not.toMatch(/ in (?:UN|US|EC|OECD)/u)
      }
    }
  })
})

describe('the addressee of a cable', () => {
  it.each([
    ['RUEHC/SECSTATE WASHDC', 'the Department of State'],
    ['SECDEF WASHINGTON DC', 'the Secretary of Defense'],
    ['DEPT OF TREASURY WASHDC', 'the Department of the Treasury'],
    ['CIA WASHDC', 'the Central Intelligence Agency'],
    ['AMCONSUL MUNICH', 'the Consulate General in Munich'],
    ['ALL US CONSULATES IN MEXICO COLLECTIVE', 'All US Consulates in Mexico Collective'],
  ])('%s is %s', (printed, name) => {
    expect(recipientOf(header({ recipients: [printed] }))).toBe(name)
  })
})
