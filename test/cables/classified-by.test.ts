import { describe, expect, it } from 'vitest'
import { readClassifiedBy } from '../../src/cables/message/classified-by.js'
import { readMessage } from '../../src/cables/message/message.js'

const BD = '1.4(b) 1.4(d)'

/** Kind -> lines of the field (parted by `\n`), name with title, reasons. */
const FIELDS: Readonly<Record<string, readonly (readonly [string, string | null, string])[]>> = {
  plain: [
    ['AMBASSADOR JANE ROE FOR REASONS 1.4 (B) AND (D)', 'AMBASSADOR JANE ROE', BD],
    ['DCM JOHN DOE, REASON: 1.4 (B)', 'DCM JOHN DOE', '1.4(b)'],
    ['DCM John Doe. Reasons: 1.4 (b) and (d).', 'DCM John Doe', BD],
    ['Political Counselor Jane Roe; reasons 1.4(b,d)', 'Political Counselor Jane Roe', BD],
    [
      'John Doe, DCM, EXEC, Embassy Nairobi. REASON: 1.4 (b), (d)',
      'John Doe, DCM, EXEC, Embassy Nairobi',
      BD,
    ],
    ['CDA JOHN Q. DOE JR. FOR REASONS 1.5 (B)', 'CDA JOHN Q. DOE JR.', '1.5(b)'],
    ["Charge d'Affaires, a.i., Ida Quill, reasons 1.4 b/d", "Charge d'Affaires, a.i., Ida Quill", BD],
    ['DCM John Doe (reasons 1.4 (b) and (d))', 'DCM John Doe', BD],
    ['DCM John Doe - Reason 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['(DCM John Doe), for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe', 'DCM John Doe', ''],
    ['AMB J. ROE. REASON 1.4 (B).', 'AMB J. ROE', '1.4(b)'],
    [
      'Deputy Assistant Secretary for African Affairs Jane Roe for reasons 1.4 (b)',
      'Deputy Assistant Secretary for African Affairs Jane Roe',
      '1.4(b)',
    ],
    ['DCM John Doe, Jr. Reasons 1.4 (b)', 'DCM John Doe, Jr.', '1.4(b)'],
    ['John Doe, Consulate Kisumu, US DoS. REASON: 1.4 (b)', 'John Doe, Consulate Kisumu, US DoS', '1.4(b)'],
    ['John Doe, CG.\nREASON: 1.4 (b)', 'John Doe, CG', '1.4(b)'],
    ['J Doe, Charge, state, FO; REASON: 1.4 (b)', 'J Doe, Charge, state, FO', '1.4(b)'],
    ["Ida Quill, Charge d'Affaires, a.i.; REASON: 1.4(D)", "Ida Quill, Charge d'Affaires, a.i.", '1.4(d)'],
    ['Per Roe, Consul, for reasons 1.4 (b)', 'Per Roe, Consul', '1.4(b)'],
  ],
  'a section in the title': [
    ['Political Section Chief John Doe for reasons 1.4 (b) and (d)', 'Political Section Chief John Doe', BD],
    [
      'Acting Economic Section Head Ida Quill, reason 1.4 (b)',
      'Acting Economic Section Head Ida Quill',
      '1.4(b)',
    ],
    [
      'Jane Roe, Chief of the Political Section, for reasons 1.4 (b)',
      'Jane Roe, Chief of the Political Section',
      '1.4(b)',
    ],
    ['CHIEF OF SECTION JOHN DOE SECTION 1.4 (B)', 'CHIEF OF SECTION JOHN DOE', '1.4(b)'],
    ['DCM John Doe under section 1.4 (b) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe, Sec. 1.4 (b)', 'DCM John Doe', '1.4(b)'],
  ],
  'the label again': [
    ['Classified by DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['Classified By: DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['CLASSIFIED BY: CLASSIFIED BY DCM JOHN DOE FOR REASONS 1.4 (B)', 'DCM JOHN DOE', '1.4(b)'],
    ['(U) CLASSIFIED BY DCM JOHN DOE, REASON 1.4 (B) AND (D)', 'DCM JOHN DOE', BD],
    ['(C) Classified by: DCM John Doe, reason 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['CLASSIFIED: BY DCM JOHN DOE, REASON 1.4 (B)', 'DCM JOHN DOE', '1.4(b)'],
    ['by DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe Classified by: DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['Clasified by DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['This message was classified by DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
  ],
  'a number or marking before it': [
    ['1. DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['1. (C) Classified by DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['¶1. (U) Classified by DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['(U) DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    [': DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['*** DCM John Doe for reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
  ],
  'broken over lines': [
    ['Ambassador Jane Ro\ne for reasons 1.4 (b)', 'Ambassador Jane Roe', '1.4(b)'],
    ['Ambassador Jane Ro e for reasons 1.4 (b)', 'Ambassador Jane Roe', '1.4(b)'],
    ['Ambassador Jane Roe for re\nasons 1.4 (b)', 'Ambassador Jane Roe', '1.4(b)'],
    ['Ambassador Jane Roe. Re asons: 1.4 (b)', 'Ambassador Jane Roe', '1.4(b)'],
    ['Ambassador Jane Roe for reaso ns 1.4 (b)', 'Ambassador Jane Roe', '1.4(b)'],
    ['Ambassador\nJane Roe\nfor reasons 1.4 (b)', 'Ambassador Jane Roe', '1.4(b)'],
    ['Political Coun\nselor Jane Roe for reasons 1.4 (b)', 'Political Counselor Jane Roe', '1.4(b)'],
    ['Ambas sador Jane Roe for reasons 1.4 (b)', 'Ambassador Jane Roe', '1.4(b)'],
    ['DEPUTY CHIEF OF MIS\nSION JANE ROE FOR REASONS 1.4 (B)', 'DEPUTY CHIEF OF MISSION JANE ROE', '1.4(b)'],
    ['DCM Jane Roe fo\nr reasons 1.4 (b)', 'DCM Jane Roe', '1.4(b)'],
    ['DCM Jane Roe f or reasons 1.4 (b)', 'DCM Jane Roe', '1.4(b)'],
    ['DCM Ida de\nla Quill for reasons 1.4 (b)', 'DCM Ida de la Quill', '1.4(b)'],
  ],
  'reasons broken': [
    ['DCM John Doe for reasons 1.4 (b)\nand (d)', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.4 (b\n) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1\n.4 (b) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.\n4 (b) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe for reasons\n1.4 (b) an\nd (d)', 'DCM John Doe', BD],
    ['DCM John Doe, Reasons 1.4 (b', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe for reasons 1/4 (b) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 14 (b) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1,4 (b)', 'DCM John Doe', '1.4(b)'],
  ],
  'forms of reasons': [
    ['DCM John Doe, Reasons 1.5 B and D', 'DCM John Doe', '1.5(b) 1.5(d)'],
    ['DCM John Doe, E.O. 12958, 1.4 (b/d)', 'DCM John Doe', BD],
    ['DCM John Doe for E.O. 12958 reasons 1.4 (b) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe per 1.4 (b) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe. Per 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe for reason 1.4 (b) & (d)', 'DCM John Doe', BD],
    ['DCM John Doe for 1.4 (b) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe 1.4 (b,d)', 'DCM John Doe', BD],
    ['DCM John Doe under E.O. 12958 for reasons 1.4 (b) and (d)', 'DCM John Doe', BD],
    ['DCM John Doe due to reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe for the following reasons: 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe for reasons of 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe for ressons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe for reaons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe by reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe for reasons 1.4 (BD)', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.4(B)(D)', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.4 (b) and 1.4 (d)', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.5 (b), 1.6 (d)', 'DCM John Doe', '1.5(b) 1.6(d)'],
    ['DCM John Doe for reasons 1.4 paragraphs (b) and (d)', 'DCM John Doe', BD],
    ['DCM JOHN DOE FOR REASONS', 'DCM JOHN DOE', ''],
    ['DCM John Doe for reasons b, d', 'DCM John Doe', ''],
  ],
  'text behind': [
    ['DCM John Doe for reasons 1.4 (b) and (d). 1. (SBU)', 'DCM John Doe', BD],
    ['DCM John Doe; REASON: 1.4 (b), (d) 1. (C) Summary: the bridge', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.4 (b) and (d). (C) Summary: the bridge', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.4 (b) and (d). A bridge was built.', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.4 (b) and (d) OSCE', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.4 (b), (d) Summary', 'DCM John Doe', BD],
    ['DCM John Doe for reasons 1.4 (b) (C) Summary', 'DCM John Doe', '1.4(b)'],
    ['DANA DOE, SENIOR WATCH OF...', 'DANA DOE, SENIOR WATCH OF...', ''],
    ['DCM John Doe, reason 1.4 (d). DECL: 01/02/2014', 'DCM John Doe', '1.4(d)'],
    ['DCM John Doe DECL: 01/02/2014', 'DCM John Doe', ''],
    ['DCM John Doe Derived from: multiple sources', 'DCM John Doe', ''],
    ['Derived from multiple sources', null, ''],
    ['Political... \nC O N F I D E N T I A L NAIROBI 000101 SIPDIS', 'Political...', ''],
    ['DCM John Doe for re...\nC O N F I D E N T I A L NAIROBI 000101', 'DCM John Doe', ''],
    ['DCM John Doe fo...\nS E C R E T SECTION 01 OF 02 NAIROBI 000101', 'DCM John Doe', ''],
    ['DCM John...\nid: 1234\ndate: 1/2/2009 12:00\nrefid: 09NAIROBI101', 'DCM John...', ''],
    ['DCM John Doe\nNAIROBI 00000101 002 OF 003\nfor reasons 1.4 (b)', 'DCM John Doe', '1.4(b)'],
    ['DCM John Doe, REF: NAIROBI 101', 'DCM John Doe', ''],
    ['LINE ADDED', null, ''],
    ['BLOCK CORRECTED', null, ''],
    ['', null, ''],
  ],
}

describe('Classified By', () => {
  for (const [kind, rows] of Object.entries(FIELDS)) {
    it.each(rows)(`${kind}: %j`, (field, name, reasons) => {
      const read = readClassifiedBy(field.split('\n'))
      expect([read.name, read.reasons.join(' ')]).toEqual([name, reasons])
    })
  }

  it('reads a long hostile field in little time', () => {
    for (const part of [
      'r e a ',
      'Classified by ',
      '1 ',
      '(',
      'for ',
      'C O N ',
      'a b ',
      '1.4 ( ',
      ', ',
      'REF ',
    ]) {
      const began = performance.now()
      readClassifiedBy([part.repeat(5_000)])
      expect(performance.now() - began, part).toBeLessThan(1500)
    }
  })
})

describe('the label on a line of the head', () => {
  it.each([
    ['Classified By: Classified By: DCM John Doe', 'DCM John Doe'],
    ['Classified By: CLASSIFIED BY DCM JOHN DOE', 'DCM JOHN DOE'],
    ['Classified By: (U) CLASSIFIED BY DCM JOHN DOE', 'DCM JOHN DOE'],
    ['- - C O R R E C T E D  C O P Y - - CLASSIFIED BY LINE ADDED', null],
    ['TAGS: PREL CLASSIFIED BY: DCM JOHN DOE', 'DCM JOHN DOE'],
  ])('%j', (line, name) => {
    const message = `C O N F I D E N T I A L NAIROBI 000101\n\n${line}\nSUBJECT: TIDES\n\n1. (C) The tide rose.\n`
    const outcome = readMessage(message, { id: '08NAIROBI101', source: { path: 'x', format: 'message' } })
    expect(outcome.kind === 'cable' && outcome.cable.classifiedBy).toBe(name)
  })
})
