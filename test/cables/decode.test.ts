import { gzipSync } from 'node:zlib'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { decodeText, looksBinary } from '../../src/cables/decode.js'
import { utf16ToUtf8 } from '../../src/cables/encodings/utf16.js'
import { readPaths } from '../../src/cables/read.js'
import { MESSAGE } from './fixtures.js'

const SENTENCE = 'The mayor’s bridge – “the best” – cost €2 million in São Tomé.'

/** Bytes of Windows-1252. */
function windows1252(text: string): Buffer {
  const high: Readonly<Record<string, number>> = {
    '€': 0x80,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
    '…': 0x85,
  }
  return Buffer.from(Array.from(text, (character) => high[character] ?? character.charCodeAt(0)))
}

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

/** What a program makes of UTF-8 that takes it for Windows-1252 and writes it as UTF-8. */
function encodedTwice(text: string): Buffer {
  const taken = new Map(Array.from('€’“”–', (character) => [windows1252(character)[0], character]))
  return Buffer.from(
    [...Buffer.from(text)].map((byte) => taken.get(byte) ?? String.fromCharCode(byte)).join(''),
  )
}

describe('bytes as text', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(SENTENCE), SENTENCE],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${SENTENCE}`), SENTENCE],
    ['Windows-1252', windows1252(SENTENCE), SENTENCE],
    ['its ellipsis', windows1252('He waits…\nand waits…'), 'He waits…\nand waits…'],
    ['UTF-16 without its mark', Buffer.from(SENTENCE.repeat(3), 'utf16le'), SENTENCE.repeat(3)],
    ['UTF-16 of the other order', bigEndian(SENTENCE.repeat(3)), SENTENCE.repeat(3)],
    ['UTF-16 with its mark', bigEndian(`\uFEFF${SENTENCE}`), SENTENCE],
    ['control characters in UTF-8', Buffer.from(windows1252(SENTENCE).toString('latin1')), SENTENCE],
    ['UTF-8 encoded twice', encodedTwice(SENTENCE), SENTENCE],
    ['UTF-8 encoded thrice', encodedTwice(encodedTwice('Señor').toString()), 'Señor'],
    ['Latin-1 encoded twice', Buffer.from(Buffer.from(SENTENCE).toString('latin1')), SENTENCE],
    ['a letter before a quote', Buffer.from('“IRMÔ »SOCIÉTÉ»'), '“IRMÔ »SOCIÉTÉ»'],
    ['a zero byte', Buffer.from('The \0mayor'), 'The mayor'],
  ])('%s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text)
  })

  it.each<[string, Buffer, string]>([
    ['stray byte', Buffer.from([0x92]), '’'],
    ['character without its last byte', Buffer.from([0xe2, 0x80]), '\uFFFD'],
    ['surrogate', Buffer.from([0xed, 0xa0, 0x80]), 'í\u00A0€'],
    ['lead byte alone', Buffer.from([0xe9]), 'é'],
  ])('in which one %s stands spoil nothing else', (_, bytes, read) => {
    const whole = Buffer.concat([Buffer.from(SENTENCE), bytes, Buffer.from(` ${SENTENCE}`)])
    expect(decodeText(whole)).toBe(`${SENTENCE}${read} ${SENTENCE}`)
  })

  it('of UTF-16 come whole where a chunk ends within a character', async () => {
    const bytes = Buffer.from(SENTENCE, 'utf16le')
    async function* single(): AsyncGenerator<Buffer> {
      await Promise.resolve()
      for (const byte of bytes) yield Buffer.from([byte])
    }
    const parts: Buffer[] = []
    for await (const part of utf16ToUtf8(single(), 'utf-16le')) parts.push(part)
    expect(Buffer.concat(parts).toString()).toBe(SENTENCE)
  })

  it('are told from pictures and programs', () => {
    expect(looksBinary(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toBe(true)
    expect(looksBinary(Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 256)))).toBe(true)
    expect(looksBinary(Buffer.from(MESSAGE, 'utf16le'))).toBe(false)
    expect(looksBinary(Buffer.from(`${MESSAGE}\0`))).toBe(false)
  })
})

describe('a cable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'encodings-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const record = `"1","4/10/2008 12:00","08PORTLUMINA42","Embassy Port Lumina","SECRET","","","${MESSAGE}"\n`

  it.each<[string, Buffer]>([
    ['utf16.txt', Buffer.from(MESSAGE, 'utf16le')],
    ['utf16.txt.gz', gzipSync(bigEndian(MESSAGE))],
    ['utf16.csv', Buffer.from(`\uFEFF${record}`, 'utf16le')],
    ['utf16.csv.gz', gzipSync(Buffer.from(record.repeat(40), 'utf16le'))],
    ['separators.txt', Buffer.from(MESSAGE.replaceAll('\n', '\u2028'))],
    ['paragraphs.txt', Buffer.from(MESSAGE.replaceAll('\n', '\u2029'))],
    ['next-lines.txt', Buffer.from(MESSAGE.replaceAll('\n', '\u0085'))],
    ['next-lines-latin1.txt', Buffer.from(MESSAGE.replaceAll('\n', '\u0085'), 'latin1')],
    ['returns.txt', Buffer.from(MESSAGE.replaceAll('\n', '\r'))],
    ['entities.txt', Buffer.from(MESSAGE.replaceAll('\n', '&#13;\n'))],
  ])('is read the same from %s', async (name, bytes) => {
    const [expected] = await readAll('plain.txt', Buffer.from(MESSAGE))
    const cables = await readAll(name, bytes)
    expect(cables.length).toBe(name.endsWith('csv.gz') ? 40 : 1)
    for (const paragraphs of cables) expect(paragraphs).toEqual(expected)
  })

  async function readAll(name: string, bytes: Buffer): Promise<unknown[]> {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const cables: unknown[] = []
    for await (const outcome of readPaths([path])) {
      if (outcome.kind === 'refused') throw new Error(outcome.reason)
      cables.push(outcome.cable.paragraphs)
    }
    return cables
  }
})
