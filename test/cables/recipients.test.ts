import { describe, expect, it } from 'vitest'
import { originName, readAddressees } from '../../src/cables/message/recipients.js'

const names = (...lines: string[]): string[] => readAddressees(lines, []).recipients

describe('addressees', () => {
  it.each<readonly [why: string, lines: string[], right: string[]]>([
    [
      'route, precedence and count are taken off',
      ['RUEHXX/AMEMBASSY NAIROBI IMMEDIATE 1234'],
      ['AMEMBASSY NAIROBI'],
    ],
    [
      'the precedence stands behind the count',
      ['RUEHXX/AMEMBASSY NAIROBI 1234 PRIORITY'],
      ['AMEMBASSY NAIROBI'],
    ],
    ['NIACT stands before it', ['ZEN/AMEMBASSY NAIROBI NIACT IMMEDIATE 2276-2279'], ['AMEMBASSY NAIROBI']],
    ['first and last count', ['AMEMBASSY NAIROBI PRIORITY 8726-8727'], ['AMEMBASSY NAIROBI']],
    ['the count is glued', ['RUEHC/SECSTATE WASHDC0000'], ['SECSTATE WASHDC']],
    [
      'a number of the name stays',
      ['RHMFISS/39ABG INCIRLIK AB TU', 'RUEPCJT/CJTF-101 C2X BAGRAM AF'],
      ['39ABG INCIRLIK AB TU', 'CJTF-101 C2X BAGRAM AF'],
    ],
    ['each once', ['RUEHXX/AMEMBASSY NAIROBI', 'AMEMBASSY NAIROBI PRIORITY'], ['AMEMBASSY NAIROBI']],
    ['a page break', ['PAGE 02 POST 015113 182333Z'], []],
    [
      'a page break between',
      ['AMEMBASSY NAIROBI', 'PAGE 02        STATE   023763  071504Z', 'AMEMBASSY KAMPALA'],
      ['AMEMBASSY NAIROBI', 'AMEMBASSY KAMPALA'],
    ],
    ['a page break behind a name', ['AMEMBASSY NAIROBI 0012 PAGE 02 STATE 023763'], ['AMEMBASSY NAIROBI']],
    [
      'XMT leaves out',
      ['RUEHXX/AFRICAN POSTS COLLECTIVE', 'XMT/AMEMBASSY KAMPALA'],
      ['AFRICAN POSTS COLLECTIVE'],
    ],
    [
      'XMT leaves out all behind it',
      ['AFRICAN POSTS COLLECTIVE', 'XMT AMEMBASSY KAMPALA', 'AMEMBASSY HARARE'],
      ['AFRICAN POSTS COLLECTIVE'],
    ],
    [
      'XMT on the line',
      ['RUEHXX/AFRICAN POSTS COLLECTIVE XMT AMEMBASSY KAMPALA'],
      ['AFRICAN POSTS COLLECTIVE'],
    ],
    [
      'a wrapped name',
      ['RUEHXX/AMEMBASSY PORT', 'OF SPAIN 0012', 'AMEMBASSY NAIROBI'],
      ['AMEMBASSY PORT OF SPAIN', 'AMEMBASSY NAIROBI'],
    ],
    [
      'a wrapped name of a department',
      ['RUEHXX/DEPARTMENT OF', 'JUSTICE WASHDC'],
      ['DEPARTMENT OF JUSTICE WASHDC'],
    ],
    [
      'a wrapped precedence',
      ['AMEMBASSY NAIROBI', 'PRIORITY 0012', 'AMEMBASSY KAMPALA'],
      ['AMEMBASSY NAIROBI', 'AMEMBASSY KAMPALA'],
    ],
    [
      'whole names are not joined',
      ['CIA WASHDC', 'AMEMBASSY NAIROBI', 'NSC WASHDC'],
      ['CIA WASHDC', 'AMEMBASSY NAIROBI', 'NSC WASHDC'],
    ],
    [
      'small letters',
      ['ruehc/secstate washdc immediate 1234', 'ruehxx/amembassy kampala'],
      ['SECSTATE WASHDC', 'AMEMBASSY KAMPALA'],
    ],
    [
      'several on a line',
      ['RUEHC/SECSTATE WASHDC 2703RUEHXX/AMEMBASSY KAMPALA PRIORITYRUEHYY/AMEMBASSY HARARE'],
      ['SECSTATE WASHDC', 'AMEMBASSY KAMPALA', 'AMEMBASSY HARARE'],
    ],
    [
      'several without routes',
      ['SECSTATE WASHDC 12 AMEMBASSY KAMPALA PRIORITY AMEMBASSY HARARE 3'],
      ['SECSTATE WASHDC', 'AMEMBASSY KAMPALA', 'AMEMBASSY HARARE'],
    ],
    [
      'the classification line behind',
      ['RUEHXX/AMEMBASSY KAMPALA 0095 C O N F I D E N T I A L SECTION 01 OF 02 NAIROBI 000101'],
      ['AMEMBASSY KAMPALA'],
    ],
    [
      'the classification line below',
      ['AMEMBASSY KAMPALA', 'UNCLAS NAIROBI 000101 SIPDIS'],
      ['AMEMBASSY KAMPALA'],
    ],
    ['a service with the word in its name', ['US SECRET SERVICE WASHDC'], ['US SECRET SERVICE WASHDC']],
    [
      'attention lines',
      ['AMEMBASSY KAMPALA', 'STATE FOR AF/E, INR/AA', 'EUR, L, AND P', 'STATE PASS USAID'],
      ['AMEMBASSY KAMPALA'],
    ],
    ['copies for offices', ['AMEMBASSY KAMPALA', 'COME-00  CTME-00  INL-00'], ['AMEMBASSY KAMPALA']],
    [
      'lines of a web page',
      [
        'AMEMBASSY KAMPALA',
        '----------------- header ends ----------------',
        '08NAIROBI101',
        'classification: SECRET',
        'Embassy Nairobi',
        '2008-04-10 12:00:00',
      ],
      ['AMEMBASSY KAMPALA'],
    ],
    ['who pays', ['STATE GRNC', 'AMEMBASSY KAMPALA'], ['AMEMBASSY KAMPALA']],
  ])('%s', (_why, lines, right) => {
    expect(names(...lines)).toEqual(right)
  })

  it('behind INFO on the line of TO get a copy', () => {
    expect(
      readAddressees(['SECSTATE WASHDC 2703INFO RUEHXX/AMEMBASSY KAMPALA'], ['AMEMBASSY HARARE']),
    ).toEqual({
      recipients: ['SECSTATE WASHDC'],
      infoRecipients: ['AMEMBASSY KAMPALA', 'AMEMBASSY HARARE'],
    })
    expect(readAddressees(['SECSTATE WASHDC INFO AMEMBASSY KAMPALA'], [])).toEqual({
      recipients: ['SECSTATE WASHDC'],
      infoRecipients: ['AMEMBASSY KAMPALA'],
    })
  })
})

describe('the sender', () => {
  it.each([
    ['USEU BRUSSELS', 'BRUSSELS', 'USEU Brussels'],
    ['USMISSION USEU BRUSSELS', 'BRUSSELS', 'USEU Brussels'],
    ['AMEMBASSY BRUSSELS', 'BRUSSELS', 'Embassy Brussels'],
    [null, 'BRUSSELS', 'Embassy Brussels'],
    ['USMISSION UNVIE VIENNA', 'VIENNA', 'UNVIE'],
    ['USMISSION GENEVA', 'GENEVA', 'Mission Geneva'],
    ['AMCONSUL DUBAI', 'DUBAI', 'Consulate Dubai'],
    ['RPO DUBAI', 'DUBAI', 'Iran RPO Dubai'],
    ['USEU BRUSSELS', 'NAIROBI', 'Embassy Nairobi'],
  ])('%s of a number of %s is %s', (from, post, origin) => {
    expect(originName(from, post)).toBe(origin)
  })
})
