import { describe, expect, it } from 'vitest'
import type { Cable } from '../../src/cables/cable.js'
import { readMessage } from '../../src/cables/message/message.js'

function read(message: string, name: string | null = '08PORTLUMINA42'): Cable {
  const outcome = readMessage(message, { nameId: name, source: { path: 'x', format: 'message' } })
  if (outcome.kind !== 'cable') throw new Error(outcome.reason)
  return outcome.cable
}

describe('classification, captions and E.O. line', () => {
  it.each([
    [
      'S E C R E T//NOFORN PORT LUMINA 000042\n\nSUBJECT: X',
      { classification: 'SECRET', captions: ['NOFORN'] },
    ],
    [
      'S E C R E T NOFORN SECTION 01 OF 03 PORT LUMINA 000042\n\nSUBJECT: X',
      { classification: 'SECRET', captions: ['NOFORN'] },
    ],
    [
      'CONFIDENTIAL//NOFORN SECTION 01 OF 03 PORT LUMINA 000042\n\nSUBJECT: X',
      { classification: 'CONFIDENTIAL', captions: ['NOFORN'] },
    ],
    [
      'UNCLAS E F T O SECTION 01 OF 03 PORT LUMINA 000042\n\nSUBJECT: X',
      { classification: 'UNCLASSIFIED', captions: ['EFTO'] },
    ],
    [
      'UNCLASSIFIED//FOR OFFICIAL USE ONLY PORT LUMINA 000042\n\nSUBJECT: X',
      { classification: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY' },
    ],
    [
      'UNCLAS PORT LUMINA 000042\n\nSIPDIS SENSITIVE\n\nSUBJECT: X',
      { classification: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY', captions: ['SIPDIS', 'SENSITIVE'] },
    ],
    ['T O P S E C R E T PORT LUMINA 000042\n\nSUBJECT: X', { classification: 'TOP SECRET' }],
    [
      'L I M I T E D O F F I C I A L U S E PORT LUMINA 000042\n\nSUBJECT: X',
      { classification: 'LIMITED OFFICIAL USE' },
    ],
    [
      'UNCLAS SECTION 01 OF 02 PORT LUMINA 000042 \n\nC O R R E C T E D COPY (PARA 3)\n\nSUBJECT: X',
      { classification: 'UNCLASSIFIED', subject: 'X' },
    ],
    [
      'C O N F I D E N T I A L PORT LUMINA 000042\n\nLIMDIS\nNOFORN\nSIPDIS\n\nSUBJECT: X',
      { captions: ['LIMDIS', 'NOFORN', 'SIPDIS'] },
    ],
    [
      'S E C R E T PORT LUMINA 000042\n\nNODIS\n\nE.O. 13526: DECL: 2020/02/04\nSUBJECT: X',
      { captions: ['NODIS'], declassifyOn: '2020-02-04' },
    ],
    [
      'S E C R E T PORT LUMINA 000042\n\nE.O. 12958: DECL: 25X1-HUMAN\nSUBJECT: X',
      { declassifyOn: '25X1-HUMAN' },
    ],
    [
      'S E C R E T PORT LUMINA 000042\n\nE.O. 12958: DECL: UPON CLOSURE OF MISSION\nSUBJECT: X',
      { declassifyOn: 'UPON CLOSURE OF MISSION' },
    ],
    [
      'S E C R E T PORT LUMINA 000042\n\nE.O. 12958: DECL:  5/1/18\nSUBJECT: X',
      { declassifyOn: '2018-05-01' },
    ],
    [
      'S E C R E T PORT LUMINA 000042\n\nE.O.12958:DECL:04/06/2018\nSUBJECT: X',
      { declassifyOn: '2018-04-06' },
    ],
    [
      'S E C R E T PORT LUMINA 000042\n\nE.O. 12958: DECL: 04 JUN 2018\nSUBJECT: X',
      { declassifyOn: '2018-06-04' },
    ],
    [
      'S E C R E T PORT LUMINA 000042\n\nEO 12958 DECL: 2018-06-04\nSUBJECT: X',
      { declassifyOn: '2018-06-04' },
    ],
    ['S E C R E T PORT LUMINA 000042\n\nE.O. 12356:  DECL:OADR\nSUBJECT: X', { declassifyOn: 'OADR' }],
    ['UNCLAS PORT LUMINA 000042\n\nE.O. 12958: N/A\nSUBJECT: X', { declassifyOn: null }],
    [
      'UNCLAS PORT LUMINA 000042\n\nE.O. 11652: GDS\nTAGS: PFOR\nSUBJECT: X',
      { declassifyOn: 'GDS', tags: ['PFOR'] },
    ],
    [
      'UNCLAS PORT LUMINA 000042\n\n¶E. O. 11652: N/A\nTAGS: PFOR\nSUBJECT: X',
      { declassifyOn: null, tags: ['PFOR'] },
    ],
    [
      'UNCLAS PORT LUMINA 000042\n\nCLASSIFIED BY: AMB. IDA QUILL; REASONS 1.4 (B) AND (D)\nE.O. 12958: DECL: 03/03/2018\nTAGS: PFOR\nSUBJECT: X\nREF: STATE 12',
      { classifiedBy: 'AMB. IDA QUILL', tags: ['PFOR'], subject: 'X', references: ['08STATE12'] },
    ],
  ])('%j', (head, expected) => {
    expect(read(`${head}\n\n¶1. (C) One.\n`)).toMatchObject(expected)
  })
})

describe('Classified By', () => {
  it.each([
    [
      'Classified By: Acting Deputy Chief of Mission Ida Quill for Reasons 1.4\n (b) and (d)',
      'Acting Deputy Chief of Mission Ida Quill',
      ['1.4(b)', '1.4(d)'],
    ],
    [
      'REF: 08 GENEVA 231 (SFO-GVA-VIII-088) CLASSIFIED BY: Ida M. Quill, Assistant Secretary, Department of State, VCI; REASON: 1.4(B), (D) ',
      'Ida M. Quill, Assistant Secretary, Department of State, VCI',
      ['1.4(b)', '1.4(d)'],
    ],
    [
      'Classified By: Ambassador Odo T. Brandt for reasons 1.4 b and d ',
      'Ambassador Odo T. Brandt',
      ['1.4(b)', '1.4(d)'],
    ],
    [
      'CLASSIFIED BY: CHRISTOPHER W.S. BRANDT, AMBASSADOR. REASON: 1.5 (D) . ',
      'CHRISTOPHER W.S. BRANDT, AMBASSADOR',
      ['1.5(d)'],
    ],
    [
      'CLASSIFIED BY: AIT ACTING DIRECTOR IDA M. QUILL REASON(S): 1.5(B) AND (D)',
      'AIT ACTING DIRECTOR IDA M. QUILL',
      ['1.5(b)', '1.5(d)'],
    ],
    ['Classified by Odo G. Brandt, DCM, reasons 1.5 b and d.', 'Odo G. Brandt, DCM', ['1.5(b)', '1.5(d)']],
    [
      '(U) Classified by Ambassador Ida Quill, Reasons 1.4 (b) and (d).',
      'Ambassador Ida Quill',
      ['1.4(b)', '1.4(d)'],
    ],
    [
      'Classified By: Ambassador Ida Quill, EO 12958, 1.4, (b),(d)',
      'Ambassador Ida Quill',
      ['1.4(b)', '1.4(d)'],
    ],
    [
      'Classified By: Classifed by POL M/C Ida Quill for reasons 1.4 \n(B) AND (D).',
      'POL M/C Ida Quill',
      ['1.4(b)', '1.4(d)'],
    ],
    ['Classified By: DCM Quill, per E.O. 12958, reasons 1.4 (b).', 'DCM Quill', ['1.4(b)']],
    [
      'Classified By: Minister-Counselor for Harbor and Light Affairs Ida Quil\nl for reasons 1.4 (b, d).',
      'Minister-Counselor for Harbor and Light Affairs Ida Quill',
      ['1.4(b)', '1.4(d)'],
    ],
    [
      'Classified By: Ida Quill, Political Minister-Counselor, 1.4 (b \n/d).',
      'Ida Quill, Political Minister-Counselor',
      ['1.4(b)', '1.4(d)'],
    ],
    ['Classified By: AMBASSADOR IDA QUILL, FOR REASON \n\n1.4(C).', 'AMBASSADOR IDA QUILL', ['1.4(c)']],
    ['Classified By: CHARGE IDA QUILL FOR REASONS 1.4 (B) & (D)', 'CHARGE IDA QUILL', ['1.4(b)', '1.4(d)']],
    [
      'CLASSIFIED BY: Ambassador Quill. Reason(s): 1.4 (A,C,D)',
      'Ambassador Quill',
      ['1.4(a)', '1.4(c)', '1.4(d)'],
    ],
    ['Classified By: Charge Ida Quill for reasons 1.4 (b+d)', 'Charge Ida Quill', ['1.4(b)', '1.4(d)']],
    ['Classified By: Ambassador Ida Quill.\nReason: 1.4 (b,d)', 'Ambassador Ida Quill', ['1.4(b)', '1.4(d)']],
  ])('%j', (field, classifiedBy, reasons) => {
    expect(read(`SUBJECT: LAMPS\n\n${field}\n\n¶1. (C) One.\n`)).toMatchObject({
      classifiedBy,
      reasons,
      subject: 'LAMPS',
    })
  })

  it('may be the first paragraph, and stays one', () => {
    const cable = read(
      'SUBJECT: LAMPS\n\n1.  (U)  CLASSIFIED BY IDA QUILL, DEPUTY CHIEF OF MISSION. REASON 1.5 (C) AND (D) \n\n2. (C) One.\n',
    )
    expect(cable).toMatchObject({
      classifiedBy: 'IDA QUILL, DEPUTY CHIEF OF MISSION',
      reasons: ['1.5(c)', '1.5(d)'],
    })
    expect(cable.paragraphs.map(({ number }) => number)).toEqual([1, 2])
  })
})
