import { describe, expect, it } from 'vitest'
import { readMessage } from '../../src/cables/message/message.js'

const AAD = `CONFIDENTIAL

PAGE 01        STATE  150591
ORIGIN EUR-25

INFO  OCT-01  ISO-00  SS-20  NSC-07  /053 R

DRAFTED BY EUR/RPM:IQUILL:FOO
APPROVED BY EUR/RPM:OBRANDT
NEA/GRK - MR. OSLO
--------------------- 056789
P R 111843Z JUL 74
FM SECSTATE WASHDC
TO USMISSION NATO PRIORITY
INFO AMEMBASSY ATHENS
AMEMBASSY ANKARA

C O N F I D E N T I A L STATE 150591

E.O. 11652: GDS
TAGS: PFOR, NATO, GR, (VARDO, ANTON)
SUBJECT: LAMP INTEGRATION INTO
HARBOR COMMANDS

REF: A. NATO 3789; B. ATHENS 4567; C. STATE 145678 (NOTAL)

1. SUMMARY: DEPARTMENT BELIEVES THAT THE
QUESTION IS OPEN. END SUMMARY.

2. WE HAVE NOTED POINTS IN REF A, ESPECIALLY
CONFIDENTIAL

CONFIDENTIAL

PAGE 02        STATE  150591

PARA 3, AND THE FOLLOWING:
A) FIRST; B) SECOND.

3. ACTION REQUESTED: YOU SHOULD TELL THEM SO BY JULY
15. THIS IS ALL.
QUILL

CONFIDENTIAL

NNN
`
const AAD2 = `Original Classification: LIMITED OFFICIAL USE
Current Classification: UNCLASSIFIED
LIMITED OFFICIAL USE

PAGE 01 AMMAN 02345 121530Z

11
ACTION NEA-12

INFO OCT-01 ISO-00 /055 W
--------------------- 012345
R 121415Z MAY 75
FM AMEMBASSY AMMAN
TO SECSTATE WASHDC 5321
INFO AMEMBASSY BEIRUT

LIMITED OFFICIAL USE AMMAN 2345

E.O. 11652: N/A
TAGS: EAID, JO
SUBJ: LAMP SALES

REF: STATE 98765

SUMMARY: PORT WANTS LAMPS. END SUMMARY

1. MINISTER SAID THAT OIL IS SHORT.

2. WE RECOMMEND APPROVAL.
BRANDT

LIMITED OFFICIAL USE

NNNN
`
const S75 = `R 111843Z JUL 74
FM AMEMBASSY LONDON
TO SECSTATE WASHDC 4567

S E C R E T LONDON 8812

EXDIS

E.O. 11652: XGDS-1
TAGS: PFOR, UK
SUBJECT: TALKS

1. OSLO SAID NO.

2. HE ADDED:
   (A) FIRST
   (B) SECOND

3. COMMENT: WE AGREE. END COMMENT.
VARDO
`
const S86 = `O 231629Z FEB 86
FM AMEMBASSY MANILA
TO SECSTATE WASHDC IMMEDIATE 1234
BT
S E C R E T SECTION 01 OF 02 MANILA 05999

EXDIS

E.O. 12356: DECL: OADR
TAGS: PREL, PGOV, RP
SUBJECT: FOO

REF: (A) 85 MANILA 123, (B) STATE 44

1. (S - ENTIRE TEXT).

2. SUMMARY: BAR. END SUMMARY.

3. BAZ IS HERE.
LINDE
BT
#5999
NNNN
`
const SPC = `VZCZCXYZ0000
OO RUEHWEB
DE RUEHKL #1376 2530936
ZNR UUUUU ZZH
O 100936Z SEP 07 ZDK CTG RUEHXX
FM AMEMBASSY KUALA LUMPUR
TO RUEHC/SECSTATE WASHDC NIACT IMMEDIATE 9927
RHEHNSC/NSC WASHDC
PRIORITY
INFO RUCNDT/USMISSION USUN NEW YORK PRIORITY 1029
RUEKJCS/SECDEF WASHINGTON DC//USDP/ISA//
XMT AMEMBASSY FOO
AMEMBASSY BAR

UNCLAS KUALA LUMPUR 001376

SENSITIVE
SIPDIS

FOR IO/EDA (KOTOK), S/CPR (LITTLE) AND EAP/MTS
PLEASE PASS TO USAID

E.O. 12958: N/A
TAGS: PREL SOCI TSPL UNGA MY
SUBJECT: LAMPS

1. (SBU) Foo.
QUILL
`

/** Message, what must be read, and words that must stand together in a paragraph. */
const CASES: readonly (readonly [string, string, object, readonly (number | null)[], RegExp])[] = [
  [
    'a record of the 1970s with its page breaks',
    AAD,
    {
      id: '74STATE150591',
      date: '1974-07-11T18:43:00Z',
      origin: 'Secretary of State',
      classification: 'CONFIDENTIAL',
      precedence: 'PRIORITY',
      subject: 'LAMP INTEGRATION INTO HARBOR COMMANDS',
      tags: ['PFOR', 'NATO', 'GR', 'VARDO, ANTON'],
      references: ['74NATO3789', '74ATHENS4567', '74STATE145678'],
      recipients: ['USMISSION NATO'],
      infoRecipients: ['AMEMBASSY ATHENS', 'AMEMBASSY ANKARA'],
      signer: 'QUILL',
      declassifyOn: 'GDS',
      summary: 'DEPARTMENT BELIEVES THAT THE QUESTION IS OPEN.',
    },
    [1, 2, 3],
    /IN REF A, ESPECIALLY PARA 3, AND THE FOLLOWING/,
  ],
  [
    'limited official use',
    AAD2,
    {
      id: '75AMMAN2345',
      classification: 'LIMITED OFFICIAL USE',
      signer: 'BRANDT',
      subject: 'LAMP SALES',
      references: ['75STATE98765'],
      summary: 'PORT WANTS LAMPS.',
      recipients: ['SECSTATE WASHDC'],
    },
    [null, 1, 2],
    /OIL IS SHORT/,
  ],
  [
    'lettered items in capitals',
    S75,
    { id: '74LONDON8812', captions: ['EXDIS'], signer: 'VARDO', declassifyOn: 'XGDS-1' },
    [1, 2, 3],
    /HE ADDED:\n\(A\) FIRST\n\(B\) SECOND/,
  ],
  [
    'marks of transmission',
    S86,
    {
      id: '86MANILA5999',
      captions: ['EXDIS'],
      classification: 'SECRET',
      signer: 'LINDE',
      declassifyOn: 'OADR',
      references: ['85MANILA123', '86STATE44'],
      summary: 'BAR.',
    },
    [1, 2, 3],
    /ENTIRE TEXT/,
  ],
  [
    'addressees in every writing',
    SPC,
    {
      id: '07KUALALUMPUR1376',
      recipients: ['SECSTATE WASHDC', 'NSC WASHDC'],
      infoRecipients: ['USMISSION USUN NEW YORK', 'SECDEF WASHINGTON DC//USDP/ISA//'],
      classification: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY',
      precedence: 'IMMEDIATE',
    },
    [1],
    /Foo/,
  ],
]

describe('messages of other times', () => {
  it.each(CASES)('%s', (_, message, expected, numbers, words) => {
    const outcome = readMessage(message, { source: { path: 'x', format: 'message' } })
    if (outcome.kind !== 'cable') throw new Error(outcome.reason)
    expect(outcome.cable).toMatchObject(expected)
    expect(outcome.cable.paragraphs.map(({ number }) => number)).toEqual(numbers)
    expect(outcome.cable.paragraphs.map(({ text }) => text).join('\n\n')).toMatch(words)
  })
})
