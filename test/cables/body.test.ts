import { describe, expect, it } from 'vitest'
import type { Cable } from '../../src/cables/cable.js'
import { readMessage } from '../../src/cables/message/message.js'

const HEAD = `C O N F I D E N T I A L PORT LUMINA 000042

SIPDIS

E.O. 12958: DECL: 03/03/2018
TAGS: PREL
SUBJECT: FOO

Classified By: X, reasons 1.4 (b).

`

/** A message with a head and the body that is given. */
function read(body: string): Cable {
  const outcome = readMessage(HEAD + body, {
    nameId: '08PORTLUMINA42',
    source: { path: 'x', format: 'message' },
  })
  if (outcome.kind !== 'cable') throw new Error(outcome.reason)
  return outcome.cable
}

const column = (cable: Cable) => ({
  numbers: cable.paragraphs.map(({ number }) => number),
  markings: cable.paragraphs.map(({ marking }) => marking),
  headings: cable.paragraphs.map(({ heading }) => heading),
  texts: cable.paragraphs.map(({ text }) => text),
  signer: cable.signer,
  summary: cable.summary,
})

describe('the body', () => {
  it.each([
    [
      'bare numbers',
      '1. (C) One is here.\n\n2. (C) Two is here.\n\n3. (C) Three.\nQUILL\n',
      { numbers: [1, 2, 3], signer: 'QUILL' },
    ],
    [
      '¶ and numbers that begin no paragraph',
      '¶1. (C) One was signed in\n¶2003. Despite this, there were\n¶24 Brandt people, and section\n1.4 (b) applies to 2.3 billion.\n\n¶2. (C) Two.\n',
      {
        numbers: [1, 2],
        texts: [
          'One was signed in 2003. Despite this, there were 24 Brandt people, and section 1.4 (b) applies to 2.3 billion.',
          'Two.',
        ],
      },
    ],
    [
      'a day of the month at the start of a line',
      '¶1. (C) The vote on November\n¶12. In each of these it was so.\n\n¶2. (C) Two.\n',
      { numbers: [1, 2] },
    ],
    [
      'a figure at the start of a line',
      '¶1. (C) The rate was\n¶5. 1 per million was lost.\n\n¶2. (C) Two.\n',
      { numbers: [1, 2] },
    ],
    [
      'numbers in every writing',
      '1.(S) One.\n\n(C) 2. Two.\n\n3.Request three.\n\n4. (u) Four.\n\n5) (SBU) Five.\n\n6 (C) Six.\n',
      { numbers: [1, 2, 3, 4, 5, 6], markings: ['S', 'C', null, 'U', 'SBU', 'C'] },
    ],
    [
      'numbers inside a line',
      '¶1. (C) One. 2. (C) Two in mid-line. 3. (U) Three.\n\n¶4. (C) Four.\n',
      { numbers: [1, 2, 3, 4] },
    ],
    [
      'duplicates and gaps, as printed',
      '¶1. (C) One.\n\n¶2. (C) Two.\n\n¶6. (C) Six.\n\n¶6. (C) Six again.\n\n¶7. (C) Seven.\n',
      { numbers: [1, 2, 6, 6, 7] },
    ],
    [
      'an extract that begins later',
      '¶23. (C) Twenty-three.\n\n¶24. (C) More.\n\n¶25. (C) Last.\n',
      { numbers: [23, 24, 25] },
    ],
    [
      'a list with numbers of its own',
      '¶1. (C) One.\n\n¶2. (C) The points:\n\n1. First point.\n\n2. Second point.\n\n3. Third point.\n\n¶3. (C) Three.\n',
      { numbers: [1, 2, 3] },
    ],
    [
      'a list with a ¶ before its numbers',
      '¶1. (C) One.\n\n¶2. (C) The points:\n\n¶1. First point.\n\n¶2. Second point.\n\n¶3. Third point.\n\n¶3. (C) Three.\n',
      { numbers: [1, 2, 3] },
    ],
    [
      'a list in a cable without markings',
      '1. ONE IS HERE.\n\n2. THE POINTS ARE:\n\n  1. FIRST POINT.\n\n  2. SECOND POINT.\n\n3. THREE IS HERE.\n\n4. FOUR IS HERE.\nQUILL\n',
      { numbers: [1, 2, 3, 4] },
    ],
    [
      'paragraphs without blank lines',
      '1. ONE IS HERE.\n2. TWO IS HERE AND GOES\nON.\n3. THREE.\nQUILL\n',
      { numbers: [1, 2, 3], signer: 'QUILL' },
    ],
    [
      'markings in every writing',
      '¶1. (S//NF) One.\n\n¶2. (S/REL UK) Two.\n\n¶3. (C/REL TO USA, FVEY) Three.\n\n¶4. (LOU) Four.\n\n¶5. (SBU/NOFORN) Five.\n\n¶6. (C-NF) Six.\n\n¶7. (S NF) Seven\n',
      {
        numbers: [1, 2, 3, 4, 5, 6, 7],
        markings: ['S//NF', 'S/REL UK', 'C/REL TO USA, FVEY', 'LOU', 'SBU/NOFORN', 'C-NF', 'S NF'],
      },
    ],
    [
      'headings in every writing',
      '=======\nSUMMARY\n=======\n\n1. (C) One.\n\nA Heading\n=========\n2. (C) Two.\n\n- - - - - - -\nBoxed One\n- - - - - - -\n\n3. (C) Three.\n\nPLAIN CAPITALS\n\n4. (C) Four.\n\nOn its line: ----------\n\n5. (C) Five.\n',
      {
        numbers: [1, 2, 3, 4, 5],
        headings: ['SUMMARY', 'A Heading', 'Boxed One', 'PLAIN CAPITALS', 'On its line:'],
      },
    ],
    [
      'a heading over two lines',
      'Summary\n_______\n\n1. (C) One.\n\nTwo line heading that is very long and\nwraps to another line\n-----------------------------------------\n\n2. (C) Two.\n',
      { headings: ['Summary', 'Two line heading that is very long and wraps to another line'] },
    ],
    [
      'page breaks and the head of the next section',
      '¶1. (C) One goes on and\n\nKUALA LUMP 00000042  002 OF 003\n\n\non behind it. It is\n\nSIPDIS\nlong.\n\nPAGE 02 RUEHFRA2440 C O N F I D E N T I A L\n\n¶2. (C) Two.\n\nC O N F I D E N T I A L SECTION 02 OF 03 PORT LUMINA 000042\n\nSIPDIS\n\nE.O. 12958: DECL: 03/03/2018\nTAGS: PREL\nSUBJECT: FOO\n\n¶3. (C) Three.\n',
      { numbers: [1, 2, 3], texts: ['One goes on and on behind it. It is long.', 'Two.', 'Three.'] },
    ],
    [
      'paragraphs without numbers',
      'Embassy saw the harbor. It was dark.\n\nWe will report.\nQUILL\n',
      { numbers: [null, null], signer: 'QUILL' },
    ],
    [
      'summary and comment without numbers',
      'SUMMARY: The harbor is dark. End summary.\n\n1. It is so.\n\n2. It was so.\n\nCOMMENT: We agree. END COMMENT.\nQUILL',
      { numbers: [null, 1, 2, null], summary: 'The harbor is dark.' },
    ],
    [
      'summary and comment under headings without numbers',
      'SUMMARY\n-------\n\nThe harbor is dark.\n\nBACKGROUND\n----------\n\n1. It is so.\n\n2. It was so.\n\nCOMMENT\n-------\n\nWe agree.\nQUILL',
      {
        numbers: [null, 1, 2, null],
        headings: ['SUMMARY', 'BACKGROUND', null, 'COMMENT'],
        summary: 'The harbor is dark.',
      },
    ],
    [
      'a signature behind the last sentence',
      '¶1. (C) One. End comment. QUILL\n',
      { numbers: [1], texts: ['One. End comment.'], signer: 'QUILL' },
    ],
    [
      'a note on web pages',
      "¶1. (C) One.\n\nVisit Embassy Foo's Classified Web Site at\nhttp://www.state.sgov.gov/p/foo/\n\nQUILL\n\nNNNN\n",
      { numbers: [1], texts: ['One.'], signer: 'QUILL' },
    ],
    [
      'marks of transmission behind the signature',
      '¶1. (C) One.\nQUILL\nBT\n#0042\nNNNN\n',
      { texts: ['One.'], signer: 'QUILL' },
    ],
    [
      'a name of several words',
      '¶1. (C) One.\n\nDE LA CRUZ-SMITH\n\n\n',
      { texts: ['One.'], signer: 'DE LA CRUZ-SMITH' },
    ],
    [
      'a name with an apostrophe',
      "¶1. (C) One.\nO'QUILL\n\nCONFIDENTIAL\n",
      { texts: ['One.'], signer: "O'QUILL" },
    ],
    [
      'a line that says that the cable ends',
      '¶1. (C) One.\nQUILL\n=======================CABLE ENDS============================\n',
      { texts: ['One.'], signer: 'QUILL' },
    ],
    [
      'a signature in mixed case',
      '¶1. (C) One.  End Summary and Comment.\n\n              Quill\n',
      { texts: ['One. End Summary and Comment.'], signer: 'QUILL' },
    ],
    [
      'a table',
      '¶1. (C) He said no.\n\n¶2. (C) Table:\n\nRice      12    13\nBeans     14    15\n\nQUILL\n',
      { numbers: [1, 2], texts: ['He said no.', 'Table:\nRice 12 13\nBeans 14 15'], signer: 'QUILL' },
    ],
    [
      'sub-items',
      '¶1. (C) One:\n\na. first;\nb. second; and\nc. third.\n\n(d) fourth\n\n1) fifth\n\n-- sixth goes\non\n* seventh\n\n¶2. (C) Two.\n',
      {
        numbers: [1, 2],
        texts: [
          'One:\na. first;\nb. second; and\nc. third.\n(d) fourth\n1) fifth\n-- sixth goes on\n* seventh',
          'Two.',
        ],
      },
    ],
    [
      'redactions',
      '¶1. (C) One: XXXXXXXXXXXX\n\nXXXXXXXXXXXX2. (C) Two.\n\nXXXXXXXXXXXX\n\n¶4. (C) Four.\n',
      { numbers: [1, 2, 4] },
    ],
    [
      'markings without numbers',
      '(C) One without number.\n\n(C) Two without number.\n\nQUILL',
      { numbers: [null, null], markings: ['C', 'C'] },
    ],
    [
      'a number that was lost',
      '¶1. (C) One.\n\n(C) Lost its number.\n\n¶3. (C) Three.\n',
      { numbers: [1, null, 3] },
    ],
    [
      'parts that number anew under headings',
      'POLITICAL\n---------\n1. (C) One.\n\n2. (C) Two.\n\nECONOMIC\n--------\n1. (C) One.\n\n2. (C) Two.\n',
      { numbers: [1, 2, 1, 2], headings: ['POLITICAL', null, 'ECONOMIC', null] },
    ],
  ])('knows %s', (_, body, expected) => {
    expect(column(read(body))).toMatchObject(expected)
  })
})

describe('signatures', () => {
  it.each([
    ['1. (C) One.\n//QUILL//\n', 'QUILL'],
    ['1. (C) One.\nQUILL NNNN\n', 'QUILL'],
    ['1. (C) One.\nVARDO         VARDO\n', 'VARDO'],
    ['1. (C) One.\nBRANDT##\n', 'BRANDT'],
    ['1. (C) One.\nMcBrandt\n', 'MCBRANDT'],
    ['1. (C) One.\nVON VARDO\n\n', 'VON VARDO'],
    ['1. (C) One.\nQUILL-SMITH \n\nNNNN\n\n', 'QUILL-SMITH'],
    ['1. (C) One. We will report. Brandt\n', 'BRANDT'],
    ['1. (C) He went to see\nhttp://www.foo.org.\nQUILL\n', 'QUILL'],
    ['1. (C) One.\n\nMINIMIZE CONSIDERED\nQUILL\n', 'QUILL'],
    ['1. (C) One.\nQUILL\n\n\n\n2007PORTLU00042 - Classification: CONFIDENTIAL\n', 'QUILL'],
    ['1. (C) One.\nOSLO\n', 'OSLO'],
    ['1. (C) One.\nLAMP\n', 'LAMP'],
    ['1. (C) One.\n(SIGNED) QUILL\n', 'QUILL'],
    ['1. (C) One.\n\nEND TEXT\n\nQUILL\n', 'QUILL'],
  ])('%j', (body, signer) => {
    expect(read(body).signer).toBe(signer)
  })
})

describe('summaries', () => {
  it.each([
    ['1. (C) Summary: Foo bar. End Summary.\n\n2. (C) Two.', 'Foo bar.'],
    [
      '1. (C) SUMMARY AND ACTION REQUEST: Foo bar. END SUMMARY AND ACTION REQUEST.\n\n2. (C) Two.',
      'Foo bar.',
    ],
    [
      '1. (C) Summary. Foo bar.\n\n2. (C) Summary continued: baz. End Summary.\n\n3. (C) Three.',
      'Foo bar.\nbaz.',
    ],
    [
      '1. (U) This is an action request; see para 9.\n\n2. (C) Begin Summary: Foo bar. End Summary.\n\n3. (C) Three.',
      'Foo bar.',
    ],
    [
      'SUMMARY\n-------\n\n1. (C) Foo one.\n\n2. (C) Foo two.\n\nBACKGROUND\n----------\n\n3. (C) Three.',
      'Foo one.\nFoo two.',
    ],
    ['-------\nSUMMARY\n-------\n\n1. (C) Foo one. End summary.\n\n3. (C) Three.', 'Foo one.'],
    ['1. (SBU) (Summary) Foo bar. (End Summary)\n\n2. (C) Two.', 'Foo bar.'],
    ['1. (C) SUMMARY/COMMENT: Foo bar. END SUMMARY/COMMENT.\n\n2. (C) Two.', 'Foo bar.'],
    ['1. (C) Summary -- Foo bar. END OF SUMMARY.\n\n2. (C) Two.', 'Foo bar.'],
    ['1. (C) Summary and Introduction: Foo bar. End summary and introduction.\n\n2. (C) Two.', 'Foo bar.'],
    ['1. (C) The Summary of foo is bar.\n\n2. (C) Two.', null],
    ['1. (C) Summary Foo bar. End Summary.\n\n2. (C) Two.', 'Foo bar.'],
  ])('%j', (body, summary) => {
    expect(read(body).summary).toBe(summary)
  })
})
