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
    expect(readBodyText(body).summary).toBe(summary)
  })
})
