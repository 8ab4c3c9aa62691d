import { describe, expect, it } from 'vitest'
import { mayBeYear, readAddress, withNumbersForUrls } from '../../src/cables/address.js'
import { formatNumber } from '../../src/cables/ids.js'

const TEMPLATE = 'https://archive.example/read/{id}/text'

function read(typed: string): string | null {
  const address = readAddress(typed, TEMPLATE)
  if (address === null) return null
  const { number, mark } = address
  const id = formatNumber(number) ?? `?${number.post}${number.serial}`
  return mark === null ? id : `${id} ${mark}`
}

describe('the address of a cable', () => {
  it.each([
    '06MEXICO1889',
    ' 06mexico001889 ',
    '2006 Mexico 1889',
    '(06MEXICO1889)',
    '<06MEXICO1889>',
    '"06MEXICO1889."',
    '“06MEXICO1889”',
    '`06MEXICO1889`',
    '**06MEXICO1889**?',
    '> 06MEXICO1889',
    '### 06MEXICO1889',
    'cable 06MEXICO1889',
    'please open the cable 06MEXICO1889',
    'zeige 06MEXICO1889!',
    'muéstrame el cable 06MEXICO1889',
    'ouvre le câble 06MEXICO1889',
    'REF: 06 MEXICO 1889',
    'https://wikileaks.example/plusd/cables/06MEXICO1889_a.html',
    '<https://wikileaks.example/cable/2006/04/06MEXICO1889.html>',
    'http://www.mirror.example/cable.php?id=06MEXICO1889&lang=en#top',
    'mirror.example/c/06MEXICO1889',
    'www.mirror.example:8080/06%20MEXICO%201889',
    '[the cable](https://mirror.example/06MEXICO1889)',
    'https://archive.example/read/06MEXICO1889/text',
    'archive.example/read/06MEXICO1889/text?from=chat',
  ])('is read: %s', (typed) => {
    expect(read(typed)).toBe('06MEXICO1889')
  })

  it.each([
    '06MEXICO1889 ¶2',
    '06MEXICO1889¶2',
    '06MEXICO1889 ¶ 2 (C)',
    '06MEXICO1889 ¶2 (S/NF)',
    '[1] 06MEXICO1889 ¶2 (C) · Embassy Mexico · 10 Apr 2006 · A VISIT',
    '(06MEXICO1889 ¶2)',
    '(06MEXICO1889) ¶2',
    '06MEXICO1889 para 2',
    '06MEXICO1889, paragraph 2.',
    '06MEXICO1889 para. no. 2',
    '06MEXICO1889 p. 2',
    '06MEXICO1889 §2',
    '06MEXICO1889:2',
    '06MEXICO1889#2',
    '06MEXICO1889, Absatz 2',
    '06MEXICO1889 párrafo 2',
    '06MEXICO1889, paragraphe 2',
    'para 2 of 06MEXICO1889',
    '¶2 06MEXICO1889',
    'paragraph number 2 of the cable 06MEXICO1889',
    'https://mirror.example/06MEXICO1889.html#para2',
    'https://mirror.example/06MEXICO1889.html para 2',
    '[06MEXICO1889 ¶2](https://mirror.example/06MEXICO1889)',
  ])('may name a paragraph: %s', (typed) => {
    expect(read(typed)).toBe('06MEXICO1889 ¶2')
  })

  it('may name a position, where no number is printed', () => {
    expect(read('06MEXICO1889 [3]')).toBe('06MEXICO1889 [3]')
    expect(read('06MEXICO1889 [3] (C)')).toBe('06MEXICO1889 [3]')
  })

  it('may leave the year out', () => {
    expect(read('mexico 1889 para 2')).toBe('?MEXICO1889 ¶2')
    expect(read('Mexico 1889')).toBe('?MEXICO1889')
    expect(read('(mexico 1889)')).toBe('?MEXICO1889')
  })

  it('then may as well mean a year, but not with a paragraph', () => {
    const isYear = (typed: string): boolean => {
      const address = readAddress(typed)
      return address !== null && mayBeYear(address)
    }
    expect(['Paris 2009', 'mexico 1968'].map(isYear)).toEqual([true, true])
    expect(['09PARIS2009', 'Paris 1234', 'Paris 2009 para 2'].map(isYear)).toEqual([false, false, false])
  })

  it.each([
    '',
    '¶2',
    'What does 06MEXICO1889 say about the army?',
    '06MEXICO1889 and 06MEXICO1890',
    'https://mirror.example/06MEXICO1889/06MEXICO1890',
    'https://mirror.example/about',
    'who met whom',
    `06MEXICO1889 ${'¶'.repeat(700)}`,
  ])('is not read from %s', (typed) => {
    expect(read(typed)).toBeNull()
  })

  it('takes no time, however long and repetitive the text', () => {
    const started = performance.now()
    for (const part of [
      '(',
      '[1] ',
      '¶2 ',
      'para 2 ',
      'a.',
      'https://',
      '*',
      '06MEXICO',
      '" ',
      'open ',
      '- ',
    ]) {
      readAddress(part.repeat(600 / part.length))
      withNumbersForUrls(part.repeat(20_000))
    }
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('addresses in a question', () => {
  it('of anything else are left as they are', () => {
    const text = 'See [this](https://x.example/about) and (https://x.example/06)'
    expect(withNumbersForUrls(text)).toBe(text)
  })

  it('give way to the numbers', () => {
    expect(
      withNumbersForUrls(
        'What does (https://mirror.example/06MEXICO1889.html) say, and https://x.example/about?',
      ),
    ).toBe('What does (06MEXICO1889) say, and https://x.example/about?')
  })
})
