import { describe, expect, it } from 'vitest'
import { subjectEnd } from '../../src/cables/message/subject-end.js'
import { readSubject } from '../../src/cables/message/subject.js'

/** What follows -> text of the field and the subject in it. */
const ENDED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  ref: [
    ['A VISIT TO BAKURef: BAKU 12', 'A VISIT TO BAKU'],
    ['A VISIT TO BAKUREF: BAKU 12', 'A VISIT TO BAKU'],
    ['A VISIT TO BAKU REF: BAKU 12', 'A VISIT TO BAKU'],
    ['A VISIT TO BAKU REFS: A. BAKU 12 B. BAKU 14', 'A VISIT TO BAKU'],
    ['A visit to Baku Ref(s): A) BAKU 12', 'A visit to Baku'],
    ['DIALOGUE, DECEMBER 11-13REF: A. BAKU 12', 'DIALOGUE, DECEMBER 11-13'],
    ['A VISIT TO BAKU (U) REF: BAKU 12', 'A VISIT TO BAKU'],
    ['A VISIT TO BAKU - REFTEL: BAKU 12', 'A VISIT TO BAKU'],
    ['A VISIT TO BAKU REF A. BAKU 12', 'A VISIT TO BAKU'],
    ['A VISIT TO BAKU REF BAKU 1234', 'A VISIT TO BAKU'],
    ['A VISIT TO BAKU REF : BAKU 12', 'A VISIT TO BAKU'],
    ['A VISIT TO BAKU REFERENCE: A. BAKU 12', 'A VISIT TO BAKU'],
  ],
  classifiedBy: [
    ['LAMPS OF THE SOUTHClassified By: DCM John Doe', 'LAMPS OF THE SOUTH'],
    ['LAMPS OF THE SOUTH Classified By: DCM John Doe', 'LAMPS OF THE SOUTH'],
    ['LAMPS OF THE SOUTH CLASSIFIED BY: DCM JOHN DOE', 'LAMPS OF THE SOUTH'],
    ['LAMPS OF THE SOUTH CLASSIFIED BY DCM JOHN DOE FOR REASONS 1.4 (B)', 'LAMPS OF THE SOUTH'],
  ],
  tags: [['LAMPS OF THE SOUTH TAGS: PREL, KE', 'LAMPS OF THE SOUTH']],
  eo: [
    ['LAMPS OF THE SOUTH E.O. 12958: DECL: 01/02/2014', 'LAMPS OF THE SOUTH'],
    ['LAMPS OF THE SOUTH E.o. 12958 decl: 01/02/2014', 'LAMPS OF THE SOUTH'],
  ],
  handling: [
    ['A TITLE Sensitive But Unclassified - please handle accordingly.', 'A TITLE'],
    ['A TITLE SENSITIVE BUT UNCLASSIFIED; PLEASE PROTECT ACCORDINGLY', 'A TITLE'],
    ['A TITLE Sensitive but Unclassified. Please handle accordingly. (SBU) On Monday', 'A TITLE'],
    ['A TITLE (SBU) PLEASE PROTECT ACCORDINGLY', 'A TITLE'],
    ['A TITLE - PLEASE HANDLE ACCORDINGLY', 'A TITLE'],
    ['A TITLE This message is sensitive but unclassified', 'A TITLE'],
    ['A TITLE THIS CABLE CONTAINS PROPRIETARY INFORMATION', 'A TITLE'],
    ['A TITLE NOT FOR INTERNET DISTRIBUTION', 'A TITLE'],
    ['A TITLE - NOT FOR INTERNET PUBLICATION OR DISTRIBUTION OUTSIDE THE USG', 'A TITLE'],
    ['A TITLE SENSITIVE BUT UNCLASSIFIED', 'A TITLE'],
    ['A TITLE (SENSITIVE BUT UNCLASSIFIED)', 'A TITLE'],
    ['A TITLE SBU - PROTECT ACCORDINGLY', 'A TITLE'],
    ['A TITLE PLEASE DO NOT POST ON THE INTERNET', 'A TITLE'],
  ],
  request: [
    ['A TITLE This is an action request. Please see para 2.', 'A TITLE'],
    ['A TITLE THIS IS AN ACTION REQUEST', 'A TITLE'],
    ['A TITLE (This is an urgent action request.)', 'A TITLE'],
    ['A TITLE - ACTION REQUEST: SEE PARA 3', 'A TITLE'],
    ['A TITLE Please see action request in para 4', 'A TITLE'],
  ],
  classification: [
    ['A TITLE OF TWO... C O N F I D E N T I A L NAIROBI 000101 SIPDIS', 'A TITLE OF TWO...'],
    ['A TITLE UNCLAS SECTION 01 OF 03 NAIROBI 000101', 'A TITLE'],
    ['A TITLE CONFIDENTIAL NAIROBI 000101', 'A TITLE'],
    ['A TITLE SIPDIS', 'A TITLE'],
    ['A title S e c r e t section 01 of 02 nairobi 000101', 'A title'],
    ['A title Sipdis', 'A title'],
    ['A TITLE NAIROBI 000101 NOFORN SIPDIS STATE FOR AF', 'A TITLE'],
    ['A TITLE... 14:25 UNCLAS SECTION 01 OF 03 NAIROBI 000101', 'A TITLE...'],
  ],
  pageBreak: [
    ['A TITLE NAIROBI 00000101 001.2 OF 004', 'A TITLE'],
    ['A TITLE DAR ES SALAAM 00000101 002 OF 004', 'A TITLE'],
    ['A TITLE CONFIDENTIAL PAGE 02 NAIROBI 00101 101200Z', 'A TITLE'],
  ],
  body: [
    ['A TITLE 1. (C) The lamp is old.', 'A TITLE'],
    ['A TITLE 1.(SBU): The lamp is old.', 'A TITLE'],
    ['A TITLE ¶1. The lamp is old.', 'A TITLE'],
    ['A TITLE (SBU) Summary: the lamp is old.', 'A TITLE'],
    ['A TITLE Summary', 'A TITLE'],
    ['A TITLE Summary -------- 1. The lamp is old.', 'A TITLE'],
    ['A TITLE ------- Summary -------', 'A TITLE'],
    ['A TITLE Summary: The lamp is old.', 'A TITLE'],
    ['A TITLE 1. Summary: The lamp is old.', 'A TITLE'],
    ['A TITLE 1. The lamp of the harbor is old.', 'A TITLE'],
    [
      'A TITLE (C) The mayor of the town told the ambassador on Monday that the lamp of the harbor is old.',
      'A TITLE',
    ],
  ],
}

const WHOLE: readonly string[] = [
  'REFUGEES IN THE NORTH',
  'REFERENDUM: A LAMP FOR ALL',
  'TERMS OF REFERENCE: THE LAMP COMMISSION',
  'SUMMARY OF THE TALKS',
  'FRAUD SUMMARY - NAIROBI',
  'DAILY SUMMARY: LAMPS AND HARBORS',
  'DOCUMENTS CLASSIFIED BY THE MAYOR',
  'LAMP FIRMS UNDER E.O. 13382',
  'SECRET TALKS ON THE HARBOR',
  'UNCLASSIFIED PAPERS ON SECRET TALKS',
  'PERSONAL PROTECTION REQUEST FOR A JUDGE',
  'RESPONSE TO ACTION REQUEST REGARDING LAMPS',
  'ACTION REQUEST: LAMPS FOR THE HARBOR',
  'A SENSITIVE ISSUE REMAINS',
  'HOW SENSITIVE BUT UNCLASSIFIED MARKINGS CONFUSE THE MAYOR',
  'INTERNET SURVEY PROJECT',
  'A WEB PAGE FOR THE HARBOR',
  'THE MAYOR 1. HIS LAMPS 2. HIS BRIDGE',
  'PROCUREMENT OF SIX (6) LAMPS (BLOCK II) FOR THE PORT',
  'LAMPS (PART TWO OF THREE)',
  'DEBRIEF: THE MAYOR ON LAMPS',
  'LAMP LIST (CORRECTED COPY)',
  'FOO - - BAR',
  'SECRET TALKS IN MAY 2009',
  'GUIDANCE ON SBU',
  'Secret meetings of 2005',
  'HANDLE WITH CARE: LAMPS',
  'Weekly Summary: lamps',
  'SECTION 565 WAIVER FOR LAMPS',
  'TAGS AND LABELS FOR EXPORT',
]

describe('the end of a subject', () => {
  for (const [follows, rows] of Object.entries(ENDED)) {
    it.each(rows)(`${follows}: %j`, (field, subject) => {
      expect(readSubject([field])).toBe(subject)
      expect(subjectEnd(field)?.follows).toBe(follows)
    })
  }

  it.each(WHOLE)('%j is whole', (subject) => {
    expect(subjectEnd(subject)).toBeNull()
    expect(readSubject([subject])).toBe(subject)
  })

  it('takes the form that names number and date off', () => {
    expect(readSubject(['NAIROBI 00000126 R UN 18-FEB-08 LAMPS OF THE PORT [7039621]'])).toBe(
      'LAMPS OF THE PORT',
    )
  })

  it('is found over two lines', () => {
    expect(readSubject(['A TITLE OF', 'TWO LINES Ref:', 'BAKU 12'])).toBe('A TITLE OF TWO LINES')
    expect(readSubject(['A TITLE SENSITIVE BUT', 'UNCLASSIFIED - PLEASE PROTECT'])).toBe('A TITLE')
  })

  it('is searched in little time in a long hostile text', () => {
    for (const part of [
      'REF ',
      'E.O. ',
      'A ',
      '(C) ',
      'SUMMARY ',
      '- ',
      'NAIROBI 0',
      'this is an ',
      'SBU ',
      'PAGE ',
    ]) {
      const began = performance.now()
      subjectEnd(part.repeat(20_000))
      expect(performance.now() - began, part).toBeLessThan(1500)
    }
  })
})
