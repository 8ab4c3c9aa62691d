import { describe, expect, it } from 'vitest'
import type { Cable } from '../../src/cables/cable.js'
import { readBodyText } from './reading.js'

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
      { numbers: [1, 2, null, 4] },
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
    [
      'prose in capitals that begins with a level',
      '1. (C) SHE SAID THE\nSECRET BALLOT OF 1974\nWAS NOT FAIR.\n\n2. (C) TWO.',
      { numbers: [1, 2], texts: ['SHE SAID THE SECRET BALLOT OF 1974 WAS NOT FAIR.', 'TWO.'] },
    ],
    [
      'numbers with a small L, a dash, or parentheses',
      'l. (C) One.\n\n2.- (C) Two.\n\n3.) (C) Three.\n\n(4) (C) Four.',
      { numbers: [1, 2, 3, 4] },
    ],
    [
      'the whole head again before the next section',
      '1. (C) One goes\n\nC O N F I D E N T I A L SECTION 02 OF 02 PORT LUMINA 000042\n\nSIPDIS\n\nE.O. 12958: DECL: 03/03/2018\nTAGS: PREL\nSUBJECT: FOO\n\nClassified By: X, reasons 1.4 (b).\n\non here.\n\n2. (C) Two.',
      { numbers: [1, 2], texts: ['One goes on here.', 'Two.'] },
    ],
    [
      'a ¶ before the number of a part',
      '¶I. POLITICAL\n-----------\n\n¶1. (C) One.\n\n¶II. ECONOMIC\n\n¶2. (C) Two.',
      { numbers: [1, 2], headings: ['I. POLITICAL', 'II. ECONOMIC'] },
    ],
    [
      'a heading with a marking',
      '1. (C) One.\n\n(SBU) Heading With Marking\n\n2. (C) Two.',
      { numbers: [1, 2], headings: [null, 'Heading With Marking'] },
    ],
    [
      'a list of names',
      '1. (C) Participants:\n\nU.S.\nAmbassador Quill\nPol Off Brandt\n\nPORT LUMINA\nMayor Vardo\nHarbor Master Oslo\n\n2. (C) Two.',
      { numbers: [1, 2] },
    ],
    [
      'a line that begins with a word and a number',
      '1. (C) One.\n\nNumber 2 in the list is Brandt.\n\n2. (C) Two.',
      { numbers: [1, 2], texts: ['One.\nNumber 2 in the list is Brandt.', 'Two.'] },
    ],
    [
      'a figure with a marking at the start of a line',
      '1. (C) Brandt said that he had\n3. (C) lamps.\n\n2. (C) Two.\n\n3. (C) Three.',
      { numbers: [1, 2, 3] },
    ],
    [
      'plain headings of one word',
      '1. (U) Foo. End Summary.\n\nBackground\n\n2. (U) Two.\n\nWhat Now?\n\n3. (U) Three.\n\nComment\n\n4. (SBU) Four.\n\nQUILL',
      { headings: [null, 'Background', 'What Now?', 'Comment'], signer: 'QUILL' },
    ],
    [
      'a text with numbered clauses',
      '1. (U) Foo.\n\n2. (U) Text of note:\n\nBEGIN TEXT:\n\nThe Embassy presents\nits compliments.\n\n1. First clause.\n\n2. Second clause.\n\nEND TEXT.\n\n3. (U) Three.\nQUILL',
      { numbers: [1, 2, 3], signer: 'QUILL' },
    ],
    [
      'sub-items with letters, indented',
      '1. Foo is here and long enough.\n\n2. Two is here.\n\n  a. Sub one.\n\n  b. Sub two.\n\n3. Three is here.\n\nQUILL',
      {
        numbers: [1, 2, 3],
        texts: ['Foo is here and long enough.', 'Two is here.\na. Sub one.\nb. Sub two.', 'Three is here.'],
      },
    ],
    [
      'a table of figures',
      '1. (C) Rates:\n\n   2003    2004    2005\n   1.4     2.3     5.1\n\n2. (C) Two.',
      { numbers: [1, 2], texts: ['Rates:\n2003 2004 2005\n1.4 2.3 5.1', 'Two.'] },
    ],
    [
      'a jump behind damage',
      '1. (C) One.\n\n10. (C) Ten after damage.\n\n11. (C) Eleven.',
      { numbers: [1, 10, 11] },
    ],
    [
      'a duplicate and a gap',
      '1. (C) A.\n\n2. (C) B.\n\n2. (C) B again.\n\n4. (C) D.',
      { numbers: [1, 2, 2, 4] },
    ],
    [
      'numbers inside a sentence',
      '1. (C) He noted (a) this; (b) that; and (c) more.\n\n2. (C) Two 3. (U) Three in line.',
      { numbers: [1, 2] },
    ],
    ['paragraphs on one line', '¶1. (C) One.¶2. (C) Two.¶3. (C) Three.', { numbers: [1, 2, 3] }],
    [
      'spaces of any length',
      '1.   (C)   One.\n\n\n\n2.   (C)Two.\n\n3.(C)Three.',
      { numbers: [1, 2, 3], texts: ['One.', 'Two.', 'Three.'] },
    ],
    [
      'text on the next line',
      '1. (C)\nOne on the next line.\n\n2. (C)\n\nTwo behind a gap.',
      { numbers: [1, 2], texts: ['One on the next line.', 'Two behind a gap.'] },
    ],
    ['three short paragraphs', '1. One\n\n2. Two\n\n3. Three\n', { numbers: [1, 2, 3] }],
    [
      'capitals with summary and comment',
      'SUMMARY. THE PORT IS DARK. END SUMMARY.\n\n1. ONE IS SO.\n\n2. TWO IS SO.\n\nCOMMENT: IT IS SO.\nQUILL',
      { numbers: [null, 1, 2, null], signer: 'QUILL' },
    ],
    [
      'headings and items without numbers',
      'Paragraph one has\ntwo lines.\n\nHEADING\n-------\n\nParagraph two.\n\n-- item\n\n-- item two\n\nParagraph three.\n\nQUILL',
      { numbers: [null, null, null], headings: [null, 'HEADING', null], signer: 'QUILL' },
    ],
  ])('knows %s', (_, body, expected) => {
    expect(column(readBodyText(body))).toMatchObject(expected)
  })
})
