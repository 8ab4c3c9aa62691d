/**
 * @module A paragraph into its sentences. Rules of our own, because the libraries tried do not know cables (`GEN. RUIZ` in
 * capitals, sub-items) or take time quadratic in the length of a text; these are linear.
 */

export interface Sentence {
  /** `paragraph.slice(start, end)`: letter for letter. */
  readonly text: string
  /** Offsets in UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** Titles and shortened words that never end a sentence when a name or figure follows. */
const LEADS_ON = new Set(
  `adm amb art arts atty brig capt cdr ch cmdr col comdr cong cpl dr ed fig ft gen gov hon lt ltc ltg ltgen maj messrs mg mr mrs
  ms msgr mt nat no nos op par para paras pol pp pres prof pvt radm rep res rev sec sen sgt st ste supt vadm vol vols vs`.split(
    /\s+/,
  ),
)

/** Shortened words that may end a sentence: they do when the next word is one that sentences begin with. */
const MAY_END = new Set(
  `al apr approx assn assoc aug ave bldg blvd bros cf co corp dec dept dist div eg esp est etc ext feb fri gmbh govt ie inc int
  intl jan jr jul jun llc ltd mar mil min mon nov oct plc pty ref refs reg sa sat sept sep sr sun thu thur thurs tue tues univ
  wed`.split(/\s+/),
)

/** Words that begin sentences often and names never. */
const STARTERS = new Set(
  `a after all although an and another as asked at because both but by comment despite during each even finally
  first for from given he her here his however i if in indeed instead it its last later many meanwhile moreover most no none
  nor note nothing now of on once one only or other others our over poloff she since so some still such that the their
  then there therefore these they this those though thus to two under until we what when where whether which while who why
  with yet you`.split(/\s+/),
)

/**
 * A stop with the quotes and brackets that close with it, before white space. Closing quotes that were damaged in transmission
 * are an `8` behind a letter's stop (`&monopoly.8`). A stop between letters is one whose space was lost (`decision.Many`).
 */
const STOP = /[.!?…]+(?:(?<=\p{L}[.!?,])8)?["'”’)\]»]*(?=\s|$)|(?<=\p{Ll}{3})\.(?=\p{Lu}\p{Ll})/gu
/** An address is full of stops between letters. */
const ADDRESS = /[/@]|www\./i
const WORD_BEFORE = /[\p{L}\p{N}.'’&-]+$/u
const WORD_AFTER = /^["'“‘(\[«-]*\s*([\p{L}\p{N}][\p{L}\p{N}'’]*)/u

/** How far around a stop is looked (characters): longer than any abbreviation or word that decides. */
const REACH = 40

/** Sentences in reading order. A line break ends a sentence: paragraphs keep them only between sub-items. */
export function splitSentences(paragraph: string): Sentence[] {
  const sentences: Sentence[] = []
  let lineStart = 0
  for (const line of paragraph.split('\n')) {
    let start = lineStart
    for (const stop of line.matchAll(STOP)) {
      const end = lineStart + stop.index + stop[0].length
      if (end <= start || !endsSentence(paragraph, start, lineStart + stop.index, stop[0], end)) continue
      add(sentences, paragraph, start, end)
      start = end
    }
    add(sentences, paragraph, start, lineStart + line.length)
    lineStart += line.length + 1
  }
  return sentences
}

/** Without the white space around it, and only when there is something to read in it. */
function add(sentences: Sentence[], paragraph: string, start: number, end: number): void {
  const raw = paragraph.slice(start, end)
  const text = raw.trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return
  const from = start + raw.indexOf(text)
  sentences.push({ text, start: from, end: from + text.length })
}

/**
 * @param start where the sentence begins
 * @param at where the stop stands
 * @param end behind the stop and what closes with it
 */
function endsSentence(paragraph: string, start: number, at: number, stop: string, end: number): boolean {
  if (/\S/.test(paragraph[end] ?? ' ') && ADDRESS.test(wordAround(paragraph, at))) return false
  const after = paragraph.slice(end, end + REACH).trimStart()
  if (after === '') return true
  const next = WORD_AFTER.exec(after)?.[1]
  if (next !== undefined && /^\p{Ll}/u.test(next)) return false
  if (!stop.startsWith('.') || stop.startsWith('..')) return true
  const before = WORD_BEFORE.exec(paragraph.slice(Math.max(start, at - REACH), at))?.[0] ?? ''
  // A lone number or letter at the beginning is the label of an item: "1. Ports", "a. Ports".
  if (paragraph.slice(start, at).trim() === before && /^(?:\d{1,3}|\p{L})$/u.test(before)) return false
  const begins = next !== undefined && STARTERS.has(next.toLowerCase())
  if (isAbbreviation(before)) return begins
  const word = before.toLowerCase().replace(/[^\p{L}]/gu, '')
  if (LEADS_ON.has(word)) return next === undefined || (word === 'no' && !/^\d/.test(next))
  if (MAY_END.has(word)) return begins
  return true
}

function wordAround(paragraph: string, at: number): string {
  const before = /\S*$/.exec(paragraph.slice(Math.max(0, at - REACH), at))?.[0] ?? ''
  return before + (/^\S*/.exec(paragraph.slice(at, at + REACH))?.[0] ?? '')
}

/** An initial (`J`), or letters with stops between (`U.S`, `p.m`). */
function isAbbreviation(word: string): boolean {
  return /^\p{L}$/u.test(word) || /^(?:\p{L}{1,3}\.)+\p{L}{1,3}$/u.test(word)
}
