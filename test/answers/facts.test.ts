import { describe, expect, it } from 'vitest'
import { readDates } from '../../src/answers/facts/dates.js'
import { readNumbers } from '../../src/answers/facts/numbers.js'
import { plain } from '../../src/answers/facts/text.js'

const keys = (text: string, wide = false) =>
  readNumbers(plain(text), wide).flatMap(({ readings }) => readings)
const dates = (text: string) =>
  readDates(plain(text)).map(({ day, month, year }) => `${year ?? '-'}/${month}/${day ?? '-'}`)

describe('numbers', () => {
  it.each([
    ['three ships', ['n:3']],
    ['3 ships', ['n:3']],
    ['15,000 and 15000', ['n:15000', 'n:15000']],
    ['twenty-three men', ['n:23']],
    ['two hundred and fifty thousand', ['n:250000']],
    ['2.3 billion', ['n:2300000000']],
    ['USD 2.30bn', ['n:2300000000']],
    ['$3m', ['n:3000000']],
    ['a dozen', ['n:12']],
    ['half a million', ['n:500000']],
    ['three and a half years', ['n:3.5']],
    ['24 percent', ['p:24']],
    ['24%', ['p:24']],
    ['24 per cent', ['p:24']],
    ['twenty-four percent', ['p:24']],
    ['10 to 15 percent', ['p:10', 'p:15']],
    ['between 2 and 3 million', ['n:2000000', 'n:3000000']],
    ['two-thirds', ['f:2/3']],
    ['a third of them', ['f:1/3']],
    ['half of them', ['f:1/2']],
    ['the 21st', ['o:21']],
    ['the twenty-first', ['o:21']],
    ['the third', ['o:3']],
    ['the 1990s', ['d:1990']],
    ['at 14:30', ['t:14:30']],
    ['the F-16s', ['c:f16']],
    ['the G8', ['c:g8']],
    ['mid-2006', ['n:2006']],
    ['hundreds of men', ['v:hundreds']],
    ['one of them', []],
    ['no one', []],
    ['one ship', ['n:1']],
    ['First, he left.', []],
    ['２０ ships', ['n:20']],
    ['17-18', ['n:17', 'n:18']],
    ['7.50 and 7.5', ['n:7.5', 'n:7.5']],
    ['sixty', ['n:60']],
    ['someone tented weightlessly', []],
  ])('%s', (text, expected) => {
    expect(keys(text).sort()).toEqual([...expected].sort())
  })

  it('that are cited may mean what stands around them', () => {
    expect(keys('in 2007-09', true)).toContain('n:2009')
    expect(keys('2.3 to 2.5 billion', true)).toEqual(expect.arrayContaining(['n:2.3', 'n:2300000000']))
  })
})

describe('dates', () => {
  it.each([
    ['10 April 2006', ['2006/4/10']],
    ['April 10, 2006', ['2006/4/10']],
    ['APRIL 10', ['-/4/10']],
    ['the 10th of April', ['-/4/10']],
    ['Apr. 10', ['-/4/10']],
    ["10 Apr '06", ['2006/4/10']],
    ['2006-04-10', ['2006/4/10']],
    ['4/10/2006', ['2006/4/10']],
    ['31/10/06', ['2006/10/31']],
    ['April 17-18, 2006', ['2006/4/17', '2006/4/18']],
    ['17 and 18 April', ['-/4/17', '-/4/18']],
    ['April 30 to May 2', ['-/4/30', '-/5/2']],
    ['April 2006', ['2006/4/-']],
    ['in May', ['-/5/-']],
    ['since March', ['-/3/-']],
    ['He may march on', []],
    ['May he live', []],
    ['on April 3, 40 men', ['-/4/3']],
    ['1.4 (b)', []],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })
})
