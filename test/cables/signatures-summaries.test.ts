import { describe, expect, it } from 'vitest'
import { readBodyText } from './reading.js'

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
    expect(readBodyText(body).signer).toBe(signer)
  })
})

/** What stands behind the paragraph `1. (C) One.`, the signer, and the words that are left of the last paragraph. */
describe('the end of a message', () => {
  it.each<[string, string | null, string]>([
    // Marks behind the name, on its line and below.
    ['\nQUILL-/', 'QUILL', 'One.'],
    ['\nQUILL 2005-05-06', 'QUILL', 'One.'],
    ['\nQUILL\n05/06/2005', 'QUILL', 'One.'],
    ['\nQUILL\n...', 'QUILL', 'One.'],
    ['\nQUILL\n>\n2002OSLO00196 - Classification: CONFIDENTIAL\n"', 'QUILL', 'One.'],
    ['\nQUILL\n\n======CABLE ENDS======\n"', 'QUILL', 'One.'],
    ['\nQUILL\n\nNNNN\n\nEnd Cable Text', 'QUILL', 'One.'],
    ['\nQUILL\n\nEnd Cable Text\nXXXXXXXXXXXX', 'QUILL', 'One.'],
    ['\nQuill\nNnnn', 'QUILL', 'One.'],
    ['\nQUILL \\v', 'QUILL', 'One.'],
    ['\nQUILL\n/\n/\n/', 'QUILL', 'One.'],
    ['\nQUILL\n1\nSENSITIVE BUT UNCLASSIFIED', 'QUILL', 'One.'],
    ['\nQUILL\n\nNOTE: NOT PASSED TO ABOVE ADDRESSEE(S)', 'QUILL', 'One.'],
    ['\nQUILL\n\nNOTE BY OC/T: DELAYED', 'QUILL', 'One.'],
    ['\nQUILL\n\nDeclassified/Released US Department of State\n01 MAY 2007', 'QUILL', 'One.'],
    ['\nQUILL\nVZCZCXRO1423\nOO RUEHFL RUEHKW\nFM AMEMBASSY OSLO\nTO RUEHC/SECSTATE', 'QUILL', 'One.'],
    ['\nQuill\n\nA VISIT TO THE HARB...', 'QUILL', 'One.'],
    [' QUILL 0 11/07/2007 6212 PGOV,LY A VISIT TO THE HARBOUR', 'QUILL', 'One.'],
    [' QUILL NNNN 2005-10-20 A VISIT: THE MAYOR\nThe mayor again.', 'QUILL', 'One.'],
    // The name in its forms.
    ['\nvan Brandt', 'VAN BRANDT', 'One.'],
    ['\nVAN BRANDT\nvan Brandt', 'VAN BRANDT', 'One.'],
    ['\nQUILL\nQUILL', 'QUILL', 'One.'],
    ['\nquill', 'QUILL', 'One.'],
    ["\nO'QUILL", "O'QUILL", 'One.'],
    ['\nQUILL, JR.', 'QUILL JR', 'One.'],
    [' LA QUILL', 'LA QUILL', 'One.'],
    // Behind other words of the last line.
    [' END COMMENT QUILL', 'QUILL', 'One. END COMMENT'],
    [' End Comment.QUILL', 'QUILL', 'One. End Comment.'],
    [' END PROPOSED TEXT. QUILL', 'QUILL', 'One. END PROPOSED TEXT.'],
    [' QUOTE Two. UNQUOTE QUILL', 'QUILL', 'One. QUOTE Two. UNQUOTE'],
    [' MINIMIZE CONSIDERED QUILL .', 'QUILL', 'One. MINIMIZE CONSIDERED'],
    [' . .QUILL', 'QUILL', 'One.'],
    [' #QUILL', 'QUILL', 'One.'],
    [' It was seen in Consulate Oslo. Quill', 'QUILL', 'One. It was seen in Consulate Oslo.'],
    [' Read by desk officer John Doe QUILL', 'QUILL', 'One. Read by desk officer John Doe'],
    [' It came from the press office, EUR/NB QUILL', 'QUILL', 'One. It came from the press office, EUR/NB'],
    [' XXXXXXXXXXXX Quill', 'QUILL', 'One. XXXXXXXXXXXX'],
    [' It will be aired in\nthe local media\nQuill', 'QUILL', 'One. It will be aired in the local media'],
    // The post's pages.
    [" Visit Oslo's Classified Website: http://example.invalid/ ed_Kingdom QUILL", 'QUILL', 'One.'],
    ["\nVisit Oslo's Classified Website: XXXXXXXXXXXXQUILL", 'QUILL', 'One.'],
    [" QUILL Please visit Oslo's Website at: xxxxxxxxxxxx fm\nQUILL", 'QUILL', 'One.'],
    // No name.
    [' It cost 40 percent. The', null, 'One. It cost 40 percent. The'],
    [
      ' The Assembly met in the Legislative\nAssembl',
      null,
      'One. The Assembly met in the Legislative Assembl',
    ],
    [' Present were:\n\nDEFENSE\nFINANCE\nHEALTH', null, 'One. Present were:\nDEFENSE FINANCE HEALTH'],
    [' Contact is John D. Roe', null, 'One. Contact is John D. Roe'],
    [' It was cleared by Dr. Roe', null, 'One. It was cleared by Dr. Roe'],
    [' It cost some\n2005', null, 'One. It cost some 2005'],
    [' END COMMENT\nAND GUIDANCE REQUES', null, 'One. END COMMENT AND GUIDANCE REQUES'],
    ['\nXXXXXXXXXXXX', null, 'One. XXXXXXXXXXXX'],
  ])('behind a paragraph: %j', (end, signer, last) => {
    const cable = readBodyText(`1. (C) One.${end}\n`)
    expect(cable.signer).toBe(signer)
    expect(cable.paragraphs.at(-1)?.text).toBe(last)
  })

  it('takes a numbered name for the signature', () => {
    const cable = readBodyText('1. (C) One.\n\n2. (C) Two.\n¶3. Quill\n')
    expect(cable.signer).toBe('QUILL')
    expect(cable.paragraphs.map(({ number }) => number)).toEqual([1, 2])
  })

  it('keeps a numbered note on web pages, without the name behind it', () => {
    const cable = readBodyText(
      "1. (C) One.\n2. (U) Visit Oslo's Classified Website: http://example.invalid. Quill",
    )
    expect(cable.signer).toBe('QUILL')
    expect(cable.paragraphs.at(-1)?.text).toBe("Visit Oslo's Classified Website: http://example.invalid.")
  })

  it('keeps an annex behind the signature as paragraphs of its own', () => {
    const text = 'The mayor opened the bridge and the harbour.'
    const cable = readBodyText(
      `1. (C) ${text}\nQUILL\n\nThe members of the council:\nIda Brandt, mayor of the town\n`,
    )
    expect(cable.signer).toBe('QUILL')
    expect(cable.paragraphs.map((paragraph) => [paragraph.number, paragraph.text])).toEqual([
      [1, text],
      [null, 'The members of the council: Ida Brandt, mayor of the town'],
    ])
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
    ['1. Summary (C) Foo bar. End Summary.\n\n2. (C) Two.', 'Foo bar.'],
    ['1. SUMMARY. (SBU) Foo bar.\n\n2. (C) Two.', 'Foo bar.'],
    ['1. (C) Introduction and Summary: Foo bar. End introduction/summary.\n\n2. (C) Two.', 'Foo bar.'],
    ['1. (C) Summary and Comment: Foo bar. END COMMENT AND SUMMARY.\n\n2. (C) Two.', 'Foo bar.'],
    ['1. (C) Summary: Foo bar. The River ------- It rose.\n\n2. (C) Two.', 'Foo bar.'],
    ['1. (C) Summary. Foo bar.\n\n2. (C) Summary (continued): Baz.\n\n3. (C) Three.', 'Foo bar.\nBaz.'],
    ['KEY POINTS\n----------\n\n-- Foo bar. End Key Points.\n\n1. (C) One.', null],
    [
      '1. (C) Summary and Introduction: Foo bar.\n\n2. (C) Baz. End Summary and Introduction.\n\n3. (C) Three.',
      'Foo bar.\nBaz.',
    ],
    ['1. (C) Key points of the talk were: foo.\n\n2. (C) Two.', null],
    ['1. (C) Lead Stories Summary of the day.\n\n2. (C) Two.', null],
  ])('%j', (body, summary) => {
    expect(readBodyText(body).summary).toBe(summary)
  })
})
