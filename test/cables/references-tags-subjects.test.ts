import { describe, expect, it } from 'vitest'
import type { Cable } from '../../src/cables/cable.js'
import { readMessage } from '../../src/cables/message/message.js'

/** A message whose head is given, with one paragraph; the number comes from the file's name. */
function read(head: string, name = '09PORTLUMINA42'): Cable {
  const outcome = readMessage(`${head}\n\n¶1. (C) The lamp is old.\n`, {
    nameId: name,
    source: { path: name, format: 'message' },
  })
  if (outcome.kind !== 'cable') throw new Error(outcome.reason)
  return outcome.cable
}

describe('references', () => {
  it.each([
    [
      'REF: A. STATE 40721\n CONFIDENTIAL\nPAGE 02 ROME 01196 01 OF 02 082030Z  B. ROME 1098  C. ROME 894  D. SEVERAL E-MAILS FROM 10/01-02/02  E. ROME 348\nCLASSIFIED BY: POL',
      '02',
      ['02STATE40721', '02ROME1098', '02ROME894', '02ROME348'],
    ],
    [
      'REF: A. (A) PARIS 7682 AND PREVIOUS ¶B. (B) EMBASSY PARIS HARBOR NEWS FOR OCTOBER 3 - NOVEMBER 5 (PARIS WEB SITE) ¶C. (C) PARIS 7527',
      '05',
      ['05PARIS7682', '05PARIS7527'],
    ],
    [
      'REF: A. A. BRASILIA 000075  ¶B. B. RIO DE JANEIRO 000091  ¶C. C. SAO PAULO 000199',
      '08',
      ['08BRASILIA75', '08RIODEJANEIRO91', '08SAOPAULO199'],
    ],
    [
      'REF: REF A) 06 TOKYO 4025 B) TOKYO 1162 C) 05 OSAKA-KOBE 123',
      '07',
      ['06TOKYO4025', '07TOKYO1162', '05OSAKAKOBE123'],
    ],
    [
      'REF: (A) 08 STATE 15220 (B) KABUL 12 (C) 2007 ISLAMABAD 33 (NOTAL)',
      '09',
      ['08STATE15220', '09KABUL12', '07ISLAMABAD33'],
    ],
    [
      'REF: A. BERLIN 1045 (NOTAL)\nB. (96) BRUSSELS 4588\nC. 96 BRUSSELS 4526',
      '09',
      ['09BERLIN1045', '96BRUSSELS4588', '96BRUSSELS4526'],
    ],
    ['REF: KABUL 1165, 1166 AND 1170', '09', ['09KABUL1165', '09KABUL1166', '09KABUL1170']],
    ['REF: A. STATE 302165 (2003)\n     B. TEL AVIV 5123 (04)', '09', ['03STATE302165', '04TELAVIV5123']],
    ['REF: CAIRO 2871 AND PREVIOUS', '09', ['09CAIRO2871']],
    ['REFS: (A) 09BEIJING1234, (B) 08SHANGHAI00056', '09', ['09BEIJING1234', '08SHANGHAI56']],
    ['REFTELS: A. Beijing 1234\nB. 08 Guangzhou 55', '09', ['09BEIJING1234', '08GUANGZHOU55']],
    [
      'REF: USUN NEW YORK 512; UNVIE 77; USNATO 12, USEU BRUSSELS 3',
      '09',
      ['09USUNNEWYORK512', '09UNVIEVIENNA77', '09USNATO12', '09USEUBRUSSELS3'],
    ],
    [
      'Ref: (A) State 45, (B) Ho Chi Minh City 667, (C) Port-au-Prince 88, (D) Port of Spain 3',
      '09',
      ['09STATE45', '09HOCHIMINHCITY667', '09PORTAUPRINCE88', '09PORTOFSPAIN3'],
    ],
    ['REF: STATE 5034 -- FOO MEETING OF DECEMBER 12', '09', ['09STATE5034']],
    [
      'REF: A) SECSTATE 12345\n     B) 07 SECSTATE 555\n     C) QUILL/BRANDT E-MAIL OF 3/5/09\n     D) TD-314/085221-09',
      '09',
      ['09STATE12345', '07STATE555'],
    ],
    [
      'REF: TEHRAN 4789; STATE 150591, PARA 3; AMMAN A-55; GENEVA 1234 (EXDIS)',
      '75',
      ['75TEHRAN4789', '75STATE150591', '75GENEVA1234'],
    ],
    [
      'REF: A. 08 KABUL 3240\n¶B. 08 KABUL 3177\n\n¶C. KABUL 55\n\n¶D. PRT SHARANA 12',
      '09',
      ['08KABUL3240', '08KABUL3177', '09KABUL55', '09PRTSHARANA12'],
    ],
    ['REF: A. STATE 99125  B. B. SOFIA 1046', '09', ['09STATE99125', '09SOFIA1046']],
    ['REF: A: VATICAN 249\nB: ANKARA 6593, ET AL.', '09', ['09VATICAN249', '09ANKARA6593']],
    [
      'REF: STATE 1045 (SBU)\nB. 2008 SEOUL 1234 C. SEOUL 5; D. SEOUL 6',
      '09',
      ['09STATE1045', '08SEOUL1234', '09SEOUL5', '09SEOUL6'],
    ],
    [
      'REF A: BAGHDAD 123\nREF B: BAGHDAD 124\nREF C: 08 BAGHDAD 4001',
      '09',
      ['09BAGHDAD123', '09BAGHDAD124', '08BAGHDAD4001'],
    ],
    ['REF: THE HAGUE 55, A.  LONDON 4-B', '09', ['09THEHAGUE55']],
    [
      'REF: A. MOSCOW 1234 AND 1235; B. 08 MOSCOW 3300; AND C. MOSCOW 3',
      '09',
      ['09MOSCOW1234', '09MOSCOW1235', '08MOSCOW3300', '09MOSCOW3'],
    ],
    ['REF: 09-KABUL-1234', '09', ['09KABUL1234']],
    [
      'REF: 08SANJOSE 44 (B) SAN JOSE 0055 (C) SANSALVADOR 123',
      '09',
      ['08SANJOSE44', '09SANJOSE55', '09SANSALVADOR123'],
    ],
    ['REF: A. 4 FAM 123 B. UNSCR 1701 C. LONDON 12', '09', ['09LONDON12']],
    ['REFERENCE: A. RABAT 44\nB. RABAT 45', '09', ['09RABAT44', '09RABAT45']],
    ['REF:  (A) RIO 55 (B) SAO PAULO 66 - 67', '09', ['09RIODEJANEIRO55', '09SAOPAULO66']],
    ['REF: BUENOS AIRES 1026; BUENOS AIRES 301', '09', ['09BUENOSAIRES1026', '09BUENOSAIRES301']],
    [
      'REF: (A) STATE 112643, (B) RIYADH 1557, (C) RIYADH 1558 \n(D) 08 RIYADH 1649, (E) RIYADH 447',
      '09',
      ['09STATE112643', '09RIYADH1557', '09RIYADH1558', '08RIYADH1649', '09RIYADH447'],
    ],
    ['REF: A. ASTANA 1234\n     B. IIR 6 939 0012 09\n     C. DIA REPORT 77', '09', ['09ASTANA1234']],
    [
      'REF: 05 AMEMBASSY BANGKOK 7197 B. 2004 AMCONSUL CHIANG MAI 55',
      '06',
      ['05BANGKOK7197', '04CHIANGMAI55'],
    ],
    ['REF: (A) STATE 77, (B) 85 STATE 387654', '86', ['86STATE77', '85STATE387654']],
    ['REF: A) A. STATE 12 B) SECDEF WASHDC 121212Z JAN 06 C. CDR USCENTCOM 123', '06', ['06STATE12']],
    ['REF: KABUL 1165, 2008', '09', ['09KABUL1165']],
  ])('%j', (field, year, references) => {
    expect(read(`SUBJECT: LAMPS\n\n${field}`, `${year}PORTLUMINA42`).references).toEqual(references)
  })
})

describe('TAGS', () => {
  it.each([
    [
      'TAGS: OVIP (QUILL, IDA), PGOV, PREL, KDEM, ECON, \nUNGA, CO\nSUBJECT: LAMPS',
      ['OVIP', 'QUILL, IDA', 'PGOV', 'PREL', 'KDEM', 'ECON', 'UNGA', 'CO'],
    ],
    [
      'TAGS: OVIP (BRANDT, ODO B.), PREL, MARR, PGOV, ECON, ETRD, JA\nSUBJECT: LAMPS',
      ['OVIP', 'BRANDT, ODO B.', 'PREL', 'MARR', 'PGOV', 'ECON', 'ETRD', 'JA'],
    ],
    ['TAGS: PGOV, BR, Domestic Politics\nSUBJECT: LAMPS', ['PGOV', 'BR', 'DOMESTIC POLITICS']],
    [
      'TAGS: ECON PREL EFIN EAID PGOV\nKCRM SNAR\nSUBJECT: LAMPS',
      ['ECON', 'PREL', 'EFIN', 'EAID', 'PGOV', 'KCRM', 'SNAR'],
    ],
    ['TAGS PTER MARR, MOPPS, PREL\nSUBJECT: LAMPS', ['PTER', 'MARR', 'MOPPS', 'PREL']],
    ['TAGS: PRELPGOVMX\nSUBJECT: LAMPS', ['PREL', 'PGOV', 'MX']],
    ['TAGS: ELTN, EINVECON, SENV, CS\nSUBJECT: LAMPS', ['ELTN', 'EINV', 'ECON', 'SENV', 'CS']],
    ['TAGS: EIND, ETRD, ENRG: KU\nSUBJECT: LAMPS', ['EIND', 'ETRD', 'ENRG', 'KU']],
    ['TAGS: PHUM PREL (SBU) KDEM\nSUBJECT: LAMPS', ['PHUM', 'PREL', 'KDEM']],
    ['TAGS: CVIS, US (OSLO, JOHN)\nSUBJECT: LAMPS', ['CVIS', 'US', 'OSLO, JOHN']],
    ['TAGS: PGOV/PREL/KDEM\nSUBJECT: LAMPS', ['PGOV', 'PREL', 'KDEM']],
    ['TAGS: AORC, ECON, PREL, UN,\n\nSUBJECT: LAMPS', ['AORC', 'ECON', 'PREL', 'UN']],
    ['TAGS: PREL, PGOV,\nKISL, LE SUBJECT: LAMPS BAR', ['PREL', 'PGOV', 'KISL', 'LE']],
    ['E.O. 12958: N/A TAGS: PREL PGOV\nSUBJECT: LAMPS', ['PREL', 'PGOV']],
    ['E.O. 12958: DECL: 01/01/2019\nTAGS. PREL PGOV FR\nSUBJECT: LAMPS', ['PREL', 'PGOV', 'FR']],
    ['E.O. 12958: DECL: 01/01/2019\nTAG: PREL PGOV FR\nSUBJECT: LAMPS', ['PREL', 'PGOV', 'FR']],
    ['TAGS: SENV, KSCA, BR, Tropical Forest\nSUBJECT: LAMPS', ['SENV', 'KSCA', 'BR', 'TROPICAL FOREST']],
    ['TAGS: ZANU-PF, PGOV, ZI\nSUBJECT: LAMPS', ['ZANU-PF', 'PGOV', 'ZI']],
    ['TAGS:PREL,PGOV,MARR\nSUBJECT: LAMPS', ['PREL', 'PGOV', 'MARR']],
    ['TAGS: PREL, PINR; PGOV . KDEM\nSUBJECT: LAMPS', ['PREL', 'PINR', 'PGOV', 'KDEM']],
    ["TAGS: ELTN'ETTC PREL\nSUBJECT: LAMPS", ['ELTN', 'ETTC', 'PREL']],
    ['TAGS: pgov, prel, kdem, TH\nSUBJECT: LAMPS', ['PGOV', 'PREL', 'KDEM', 'TH']],
    [
      'TAGS: PREL PGOV KNNP MNUC IR\n     IZ RS\nSUBJECT: LAMPS',
      ['PREL', 'PGOV', 'KNNP', 'MNUC', 'IR', 'IZ', 'RS'],
    ],
    [
      'TAGS:  PREL, UNGA, UNSC, XF, KPKO, KU, IRAQI FREEDOM\nSUBJECT: LAMPS',
      ['PREL', 'UNGA', 'UNSC', 'XF', 'KPKO', 'KU', 'IRAQI FREEDOM'],
    ],
    ['TAGS: PREL AF PK - AFGHANISTAN\nSUBJECT: LAMPS', ['PREL', 'AF', 'PK', 'AFGHANISTAN']],
    ['TAGS: CASC, AMGT, CPAS (OSLO, John)\nSUBJECT: LAMPS', ['CASC', 'AMGT', 'CPAS', 'OSLO, JOHN']],
    ['TAGS: PGOV PREL EAID\nE.O. 12958: N/A\nSUBJECT: LAMPS', ['PGOV', 'PREL', 'EAID']],
    ['TAGS: PREL\nREF: STATE 12\nSUBJECT: LAMPS', ['PREL']],
    ['TAGS: PFOR, PINT, XF, (VARDO, ANTON)\nSUBJECT: LAMPS', ['PFOR', 'PINT', 'XF', 'VARDO, ANTON']],
    [
      'TAGS: EAIR ECON PGOV PHUM SOCI ETRD\nELAB PINR IN SUBJ: LAMPS',
      ['EAIR', 'ECON', 'PGOV', 'PHUM', 'SOCI', 'ETRD', 'ELAB', 'PINR', 'IN'],
    ],
  ])('%j', (head, tags) => {
    expect(read(head).tags).toEqual(tags)
  })
})

describe('subjects', () => {
  it.each([
    ['SUBJECT: NEW DOMAIN\nREGIME\n\nREF: STATE 1', 'NEW DOMAIN REGIME'],
    ['SUBJ: FOO BAR\nCLASSIFIED BY: X, REASON 1.4 (b)', 'FOO BAR'],
    ['TAGS: PREL\nSUBJECT:\nFOO BAR BAZ\n\nREF: X', 'FOO BAR BAZ'],
    ['SUBJECT: (C/NF) FOO BAR', 'FOO BAR'],
    ['SUBJECT: FOO BAR (U)', 'FOO BAR'],
    ['SUBJECT: FOO: (BAR) BAZ (TWO)', 'FOO: (BAR) BAZ (TWO)'],
    ['SUBJECT: FOO BAR --\nBAZ REF: STATE 12', 'FOO BAR -- BAZ'],
    ['SUBJECT: CODEL FOO\nINFO SESSION\n\n', 'CODEL FOO INFO SESSION'],
    ['SUBJECT: IRAN: FOO\n    BAR\n    REF: A. B', 'IRAN: FOO BAR'],
    ['SUBJECT:  FOO -\n- BAR\n\n', 'FOO - - BAR'],
    ['TAGS: PREL\nSUJECT: FOO', 'FOO'],
    ['TAGS: PREL\nSUBJECT. FOO', 'FOO'],
    ['TAGS: PREL\nSUBJECT FOO BAR', 'FOO BAR'],
    ['TAGS: PREL\nSUBJECT: FOO BAR\n-------\n\nSummary\n-------', 'FOO BAR'],
    ['TAGS: PREL\nSUBJECT: FOO &#8220;BAR&#8221;', 'FOO “BAR”'],
    ['TAGS: PREL\nSUBJECT - FOO BAR', 'FOO BAR'],
    [
      "TAGS: PREL\nSUBJECT: SECRETARY'S MEETING WITH\nFROM THE EU\n\nREF: X",
      "SECRETARY'S MEETING WITH FROM THE EU",
    ],
    ['TAGS: PREL\nSUBJECT: REFERENDUM IN FOO\nREFORM CONTINUES\n\n', 'REFERENDUM IN FOO REFORM CONTINUES'],
    ['TAGS: PREL\nSUBJECT: FOO\nREF STATE 12\n\n', 'FOO'],
    ['TAGS: PREL\nSUBJECT: VISIT OF FOO\nTAGS AND BAR\n\n', 'VISIT OF FOO TAGS AND BAR'],
    ['TAGS: PREL\nSUBJECT: UNCLASSIFIED PAPERS ON\nSECRET TALKS\n\n', 'UNCLASSIFIED PAPERS ON SECRET TALKS'],
    ['TAGS: PREL\nSUBJECT: FOO BAR\nNOFORN\n\n', 'FOO BAR'],
  ])('%j', (head, subject) => {
    expect(read(head).subject).toBe(subject)
  })
})
