import { describe, expect, it } from 'vitest'
import { cableJson } from '../../src/cli/output.js'
import { readMessage } from '../../src/cables/message/message.js'
import { readBodyText } from './reading.js'

/** What a check of real cables by hand found wrong, on texts of our own. */
function read(text: string) {
  const outcome = readMessage(text, { nameId: '09PORTLUMINA42', source: { path: 'x', format: 'message' } })
  if (outcome.kind !== 'cable') throw new Error(outcome.reason)
  return outcome.cable
}

describe('a redaction alone on its line', () => {
  const texts = (body: string) => readBodyText(body).paragraphs.map(({ number, text }) => [number, text])

  it('is a paragraph of its own where the numbers jump, because it stands for those that are missing', () => {
    expect(
      texts(
        '¶3. (C) The gate is shut. See Lumina 8\nXXXXXXXXXXXX\n\nOn the Harbour\n--------------\n\n¶8. (C) The harbour is not.\n',
      ),
    ).toEqual([
      [3, 'The gate is shut. See Lumina 8'],
      [null, 'XXXXXXXXXXXX'],
      [8, 'The harbour is not.'],
    ])
  })

  it('belongs to the paragraph where no number is missing', () => {
    expect(texts('¶3. The gate is shut, said\nXXXXXXXXXXXX\n\n¶4. The harbour is not.\n')[0]).toEqual([
      3,
      'The gate is shut, said XXXXXXXXXXXX',
    ])
  })
})

describe('a corrected copy', () => {
  it.each([
    'C O R R E C T E D  C O P Y - ADDED EMBASSY AS ADDRESSEE',
    'C O R R E C T E D COPY//SUBJECT LINE////',
    'CORRECTED COPY',
  ])('%s gives its caption', (line) => {
    expect(
      read(`UNCLAS PORT LUMINA 000042\n\n${line}\nSIPDIS\n\nSUBJECT: TIDES\n\n1. One.\n`).captions,
    ).toEqual(['CORRECTED COPY', 'SIPDIS'])
  })

  it('in the words of a paragraph says nothing', () => {
    const { captions, paragraphs } = read(
      'UNCLAS PORT LUMINA 000042\n\nSUBJECT: TIDES\n\n1. THE\nCORRECTED COPY OF THE MAP IS HERE.\n',
    )
    expect([captions, paragraphs[0]?.text]).toEqual([[], 'THE CORRECTED COPY OF THE MAP IS HERE.'])
  })
})

it('an accounting symbol with a procedure sign is no addressee', () => {
  const { infoRecipients } = read(
    'R 101922Z APR 66\nFM AMEMBASSY PORT LUMINA\nTO RUEHC/SECSTATE WASHDC\nINFO AMEMBASSY LONDON\nSTATE GRNC\nBT\nUNCLAS PORT LUMINA 42\n\n1. One.\n',
  )
  expect(infoRecipients).toEqual(['AMEMBASSY LONDON'])
})

it('a cable without a subject line has none, which is null for those who read the JSON', () => {
  const cable = read('UNCLAS PORT LUMINA 000042\n\nTAGS: PGOV\n\n1. One.\n')
  expect((JSON.parse(cableJson(cable)) as { subject: unknown }).subject).toBeNull()
})
