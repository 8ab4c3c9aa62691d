import { describe, expect, it } from 'vitest'
import { readTags } from '../../src/cables/message/tags.js'
import { explainTag } from '../../src/cables/vocabulary/tag-explanations.js'
import { nearestTag, splitGluedTags } from '../../src/cables/vocabulary/tags.js'

/** Kind of field -> lines of the field (parted by `\n`) and the tags, parted by `|`. */
const FIELDS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'names of persons': [
    ['OVIP ROE JANE PREL', 'OVIP|ROE, JANE|PREL'],
    ['OVIP ROE JANE PREL KE', 'OVIP|ROE, JANE|PREL|KE'],
    ['PREL OVIP ROE JANE', 'PREL|OVIP|ROE, JANE'],
    ['OVIP (ROE, JANE), PGOV', 'OVIP|ROE, JANE|PGOV'],
    ['OVIP (ROE JANE), PGOV', 'OVIP|ROE, JANE|PGOV'],
    ['OVIP (ROE,JANE) PGOV', 'OVIP|ROE, JANE|PGOV'],
    ['OVIP(ROE, JANE),PGOV,KE', 'OVIP|ROE, JANE|PGOV|KE'],
    ['ovip (roe, jane b.), prel, ke', 'OVIP|ROE, JANE B.|PREL|KE'],
    ['OVIP (Roe, Jane), PREL', 'OVIP|ROE, JANE|PREL'],
    ['OVIP ROE, JANE, PREL', 'OVIP|ROE, JANE|PREL'],
    ['OVIP, ROE, JANE, PREL', 'OVIP|ROE, JANE|PREL'],
    ['OVIP ROE, JANE PREL KE', 'OVIP|ROE, JANE|PREL|KE'],
    ['OVIP: ROE, JANE; PREL', 'OVIP|ROE, JANE|PREL'],
    ['OVIP ROE JANE B. PREL', 'OVIP|ROE, JANE B.|PREL'],
    ['OVIP ROE JANE B PREL', 'OVIP|ROE, JANE B|PREL'],
    ['OVIP ROE JANE DOE JOHN PREL', 'OVIP|ROE, JANE|DOE, JOHN|PREL'],
    ['OVIP (ROE, JANE) (DOE, JOHN) PREL', 'OVIP|ROE, JANE|DOE, JOHN|PREL'],
    ['OVIP (ROE, JANE; DOE, JOHN) PREL', 'OVIP|ROE, JANE|DOE, JOHN|PREL'],
    ['OVIP (ROE, JANE, DOE, JOHN), PREL', 'OVIP|ROE, JANE|DOE, JOHN|PREL'],
    ['OVIP (ROE, JANE AND DOE, JOHN), PREL', 'OVIP|ROE, JANE|DOE, JOHN|PREL'],
    ['OVIP (ROE, JANE)/(DOE, JOHN), PREL', 'OVIP|ROE, JANE|DOE, JOHN|PREL'],
    ['OVIP ROE, JANE, DOE, JOHN, PREL', 'OVIP|ROE, JANE|DOE, JOHN|PREL'],
    ['OVIP ROE JANE, DOE JOHN, PREL', 'OVIP|ROE, JANE|DOE, JOHN|PREL'],
    ['OVIP (ROE, JANE, PREL, KE', 'OVIP|ROE, JANE|PREL|KE'],
    ['OVIP ROE, JANE), PREL, KE', 'OVIP|ROE, JANE|PREL|KE'],
    ['OVIP [ROE, JANE] PREL', 'OVIP|ROE, JANE|PREL'],
    ['OVIP (ROE,\nJANE), PREL', 'OVIP|ROE, JANE|PREL'],
    ['OVIP ROE\nJANE PREL', 'OVIP|ROE, JANE|PREL'],
    ['OREP ROE JANE PREL', 'OREP|ROE, JANE|PREL'],
    ['OREP (ROE, JANE), PGOV', 'OREP|ROE, JANE|PGOV'],
    ['OTRA DOE JOHN, KE', 'OTRA|DOE, JOHN|KE'],
    ['CODEL ROE, PREL', 'CODEL|ROE|PREL'],
    ['OVIP QUILL PREL', 'OVIP|QUILL|PREL'],
    ['OVIP OREP ROE JANE PREL', 'OVIP|OREP|ROE, JANE|PREL'],
    ["OVIP (O'QUILL, IDA), PREL", "OVIP|O'QUILL, IDA|PREL"],
    ['OVIP (QUILL-ROE, IDA), PREL', 'OVIP|QUILL-ROE, IDA|PREL'],
    ['CASC (ROE, JANE), KE', 'CASC|ROE, JANE|KE'],
    ['OVIP (ROE, JANE), OVIP (ROE, JANE), PREL', 'OVIP|ROE, JANE|PREL'],
    ['OVIP (SECRETARY ROE), PREL', 'OVIP|SECRETARY ROE|PREL'],
    ['OVIP\nPREL', 'OVIP|PREL'],
    ['OREP (CODEL ROE), PREL', 'OREP|CODEL ROE|PREL'],
    ['PREL NATO (Lamp Group)', 'PREL|NATO|LAMP GROUP'],
    ['OVIP (VAN DER ROE, JANE), PREL', 'OVIP|VAN DER ROE, JANE|PREL'],
  ],
  'words that belong together': [
    ['PHUM HUMAN RIGHTS KE', 'PHUM|HUMAN RIGHTS|KE'],
    ['ECON, ECONOMIC AFFAIRS, KE', 'ECON|ECONOMIC AFFAIRS|KE'],
    ['PGOV INTERNAL POLITICS PREL', 'PGOV|INTERNAL POLITICS|PREL'],
    [
      'PGOV IT ITALIAN POLITICS ITALY NATIONAL ELECTIONS',
      'PGOV|IT|ITALIAN POLITICS|ITALY NATIONAL ELECTIONS',
    ],
    ['PREL IZ IRAQI FREEDOM', 'PREL|IZ|IRAQI FREEDOM'],
    ['PTER COUNTER TERRORISM YM', 'PTER|COUNTER TERRORISM|YM'],
    ['PREL, Human Rights, KE', 'PREL|HUMAN RIGHTS|KE'],
    ['PREL KWBG ISRAELI PALESTINIAN AFFAIRS', 'PREL|KWBG|ISRAELI PALESTINIAN AFFAIRS'],
    ['OTRA COUNTRY CLEARANCE KE', 'OTRA|COUNTRY CLEARANCE|KE'],
    ['KE, Organized Crime; SNAR', 'KE|ORGANIZED CRIME|SNAR'],
    ['PHUM HUMAN\nRIGHTS PREL', 'PHUM|HUMAN RIGHTS|PREL'],
  ],
  'codes glued': [
    ['KEPREL', 'KE|PREL'],
    ['PTERMARR KE', 'PTER|MARR|KE'],
    ['ECONOMIC AFFAIRSPOL KE', 'ECONOMIC AFFAIRS|POL|KE'],
    ['PHUM, HUMAN RIGHTSPREL', 'PHUM|HUMAN RIGHTS|PREL'],
    ['PRELPGOVKE', 'PREL|PGOV|KE'],
    ['ECONSENVCSJA', 'ECON|SENV|CS|JA'],
    ['KEPRELPGOV, XA', 'KE|PREL|PGOV|XA'],
    ['PRELEUN PGOV', 'PREL|EUN|PGOV'],
    ['EUNPREL', 'EUN|PREL'],
    ['PREL-PGOV-KE', 'PREL|PGOV|KE'],
    ['PREL.PGOV.KE', 'PREL|PGOV|KE'],
    ['PREL/PGOV/KE', 'PREL|PGOV|KE'],
    ['PREL/KE/XYZZY', 'PREL|KE|XYZZY'],
    ['PREL NATO-RUSSIA', 'PREL|NATO-RUSSIA'],
    ['PREL,PGOV,KE', 'PREL|PGOV|KE'],
    ['PREL&PGOV', 'PREL|PGOV'],
    ['PREL_PGOV', 'PREL|PGOV'],
    ['prelpgov', 'PREL|PGOV'],
  ],
  'codes doubled': [
    ['PREL PREL PREL', 'PREL'],
    [`${'KPAO '.repeat(100)}PREL`, 'KPAO|PREL'],
    ['PREL, prel, Prel, KE', 'PREL|KE'],
    ['KEPREL KEPREL KE', 'KE|PREL'],
  ],
  'captions and markings among them': [
    ['SIPDIS PREL KE', 'PREL|KE'],
    ['PREL KE SIPDIS', 'PREL|KE'],
    ['PREL, SIPDIS, NOFORN, KE', 'PREL|KE'],
    ['PREL (C) KE', 'PREL|KE'],
    ['(U) PREL KE', 'PREL|KE'],
    ['PREL (SBU) KE', 'PREL|KE'],
    ['PREL\nSIPDIS\nKE', 'PREL|KE'],
    ['Sipdis prel', 'PREL'],
  ],
  'page breaks': [
    ['PREL PGOV CONFIDENTIAL PAGE 02 NAIROBI 00101 101200Z KE', 'PREL|PGOV|KE'],
    ['PREL PGOV\nCONFIDENTIAL\nPAGE 02 NAIROBI 00101 01 OF 02 101200Z\nKE', 'PREL|PGOV|KE'],
    ['PREL\nNAIROBI 00000101 001.2 OF 004\nKE', 'PREL|KE'],
    ['PREL DAR ES SALAAM 00000101 002 OF 004 KE', 'PREL|KE'],
    ['PREL\nC O N F I D E N T I A L NAIROBI 000101', 'PREL'],
    ['PREL UNCLAS NAIROBI 000101 SIPDIS KE', 'PREL|KE'],
    ['PREL C O N F I D E N T I A L SECTION 01 OF 02 NAIROBI 000101 KE', 'PREL|KE'],
    ['PREL PAGE 02 RUEHNR0101 C O N F I D E N T I A L KE', 'PREL|KE'],
  ],
  'one letter wrong': [
    ['PGOVV', 'PGOV'],
    ['EAGGR KE', 'EAGR|KE'],
    ['PRGOV', 'PGOV'],
    ['PGOC', 'PGOV'],
    ['PERL', 'PREL'],
    ['PTERE', 'PTER'],
    ['EEPET', 'EPET'],
    ['KFTFN', 'KTFN'],
    ['PRL, KE', 'PREL|KE'],
    ['PINL', 'PINL'],
    ['MAPS', 'MAPS'],
    ['KZZQ', 'KZZQ'],
    ['XYZZY PREL', 'XYZZY|PREL'],
  ],
  'letters spaced out': [
    ['P G O V', 'PGOV'],
    ['P G O V, P R E L', 'PGOV|PREL'],
    ['P G O V P R E L K E', 'PGOV|PREL|KE'],
    ['PREL, PGOV, K E', 'PREL|PGOV|KE'],
    ['PREL P G O V KE', 'PREL|PGOV|KE'],
  ],
  'other signs': [
    ['PREL; PGOV; KE;', 'PREL|PGOV|KE'],
    ['PREL. PGOV. KE.', 'PREL|PGOV|KE'],
    ['PREL PGOV KE\\', 'PREL|PGOV|KE'],
    ['"PREL" "PGOV" KE', 'PREL|PGOV|KE'],
    ['“PREL”, ‘PGOV’, KE', 'PREL|PGOV|KE'],
    ["'PREL', 'PGOV'", 'PREL|PGOV'],
    ['PREL & PGOV AND KE', 'PREL|PGOV|KE'],
    ['PREL, , PGOV,, KE,', 'PREL|PGOV|KE'],
    ['PREL - PGOV -- KE', 'PREL|PGOV|KE'],
    ['*PREL* | PGOV', 'PREL|PGOV'],
    [': PREL, PGOV', 'PREL|PGOV'],
    ['PREL\tPGOV\u00a0KE', 'PREL|PGOV|KE'],
    ['PR-\nEL, KE', 'PREL|KE'],
    ['PREL, KD\nEM', 'PREL|KDEM'],
    ['POL-MIL, KE', 'POL-MIL|KE'],
    ['N/A', ''],
    ['', ''],
    ['  \\  ', ''],
  ],
  'other fields glued behind': [
    ['TAGS: PREL, KE', 'PREL|KE'],
    ['PREL KE SUBJECT: THE LAMPS OF THE PORT', 'PREL|KE'],
    ['PREL KE\nUBJECT: THE LAMPS OF THE PORT', 'PREL|KE'],
    ['PREL KESUBJECT: THE LAMPS', 'PREL|KE'],
    ['PREL KE SUBJ: LAMPS', 'PREL|KE'],
    ['PREL KE REF: NAIROBI 101', 'PREL|KE'],
    ['PREL, KE CLASSIFIED BY: AMBASSADOR JANE ROE', 'PREL|KE'],
    ['PREL, KE E.O. 12958: DECL: 01/02/2014', 'PREL|KE'],
    ['PREL KE\n(B) Nairobi 215;\n(C) 05 Nairobi 975', 'PREL|KE'],
    ['PREL KE\nMAYOR WILL KEEP THE LAMPS OF THE HARBOR', 'PREL|KE'],
    ['PREL, KE 1. (C) Summary: the lamps', 'PREL|KE'],
  ],
}

describe('TAGS', () => {
  for (const [kind, rows] of Object.entries(FIELDS)) {
    it.each(rows)(`${kind}: %j`, (field, tags) => {
      expect(readTags(field.split('\n')).join('|')).toBe(tags)
    })
  }

  it('reads a long hostile field in little time', () => {
    for (const part of [
      'OVIP (',
      'ROE, ',
      'A ',
      'KEPREL',
      'PAGE 02 ',
      'C O N F ',
      '(B) ',
      "'",
      'X-',
      'NAIROBI 0',
    ]) {
      const began = performance.now()
      readTags([part.repeat(20_000)])
      expect(performance.now() - began, part).toBeLessThan(1500)
    }
  })
})

describe('what explains a tag', () => {
  it.each([
    ['PREL', 'code'],
    ['KZZQ', 'program form'],
    ['HUMAN RIGHTS', 'phrase'],
    ['ROE, JANE', 'person'],
    ['ITALY', 'country'],
    ['NAIROBI', 'post'],
    ['DCM', 'acronym'],
    ['XYZZY', null],
  ])('%s', (tag, explanation) => {
    expect(explainTag(tag)).toBe(explanation)
  })
})

describe('one letter wrong', () => {
  it.each([
    ['PGOVV', 'PGOV'],
    ['ECNO', 'ECON'],
    ['PINL', null],
    ['PREL', null],
    ['KDDG', null],
    ['IPX', null],
  ])('%s is near to %s', (word, code) => {
    expect(nearestTag(word)).toBe(code)
  })
})

describe('codes glued', () => {
  it.each([
    ['KEPREL', ['KE', 'PREL']],
    ['ECONSENVCSJA', ['ECON', 'SENV', 'CS', 'JA']],
    ['ELECTIONS', null],
    ['AFFAIRS', null],
    ['PRELQQ', null],
  ])('%s', (word, parts) => {
    expect(splitGluedTags(word)).toEqual(parts)
  })
})
