import { describe, expect, it } from 'vitest'
import type { Cable } from '../../src/cables/cable.js'
import { readPaths } from '../../src/cables/read.js'
import { CABLES, FICTION_MARK, expectedCables, sampleFiles, sampleQuestions } from './archive.js'
import { TRAPS } from './traps.js'

const files = sampleFiles()
const questions = sampleQuestions()
const expected = expectedCables()
const cables = await readAll()

async function readAll(): Promise<Map<string, Cable>> {
  const read = new Map<string, Cable>()
  for await (const outcome of readPaths([CABLES])) {
    if (outcome.kind === 'cable') read.set(outcome.cable.id, outcome.cable)
  }
  return read
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()
const folded = (text: string): string => plain(text).toLowerCase().replace(/(?<=\d),(?=\d{3})/g, '')

describe('the sample archive', () => {
  it('holds at least 44 cables, each with the fiction mark once', () => {
    expect(files.length).toBeGreaterThanOrEqual(44)
    for (const { id, text } of files) expect(text.split(FICTION_MARK), id).toHaveLength(2)
  })

  it('names each file by the number that its header carries', () => {
    for (const { id, text } of files) {
      const [, year, post, serial] = /^(\d{2})([A-Z]+)(\d+)$/.exec(id) ?? []
      const heads = text.split('\n').slice(0, 60).map((line) => line.replace(/\s/g, ''))
      const own = new RegExp(`^[A-Z0-9]*${post ?? '-'}0*${serial ?? '-'}$`)
      expect(heads.some((line) => own.test(line)), id).toBe(true)
      const dateTime = /^[ORPZ] \d{6}Z [A-Z]{3} (\d{2})\r?$/m.exec(text)?.[1]
      if (dateTime !== undefined) expect(dateTime, id).toBe(year)
    }
  })

  it.each(TRAPS)('shows the trap: %s', (_, pattern) => {
    expect(files.some(({ text }) => pattern.test(text))).toBe(true)
  })

  it('has a paragraph longer than the 256 tokens of the embedding model', () => {
    const words = [...cables.values()].flatMap(({ paragraphs }) => paragraphs).map(({ text }) => text.split(/\s+/).length)
    expect(Math.max(...words)).toBeGreaterThan(400)
  })

  it('mentions mostly cables that are in it', () => {
    const mentioned = [...cables.values()].flatMap(({ references }) => references)
    const resolved = mentioned.filter((id) => cables.has(id))
    expect(resolved.length / mentioned.length).toBeGreaterThan(0.75)
  })
})

describe('the sample questions', () => {
  it('have unique ids and ask what they are filed under', () => {
    expect(questions.length).toBeGreaterThanOrEqual(110)
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    for (const { id, kind, gold, history, filters } of questions) {
      expect(gold.length === 0, id).toBe(kind === 'unanswerable')
      expect(history !== undefined, id).toBe(kind === 'followup')
      expect(filters !== undefined, id).toBe(kind === 'filter')
    }
    const unanswerable = questions.filter(({ gold }) => gold.length === 0).length
    expect(unanswerable / questions.length).toBeCloseTo(0.2, 1)
  })

  it.each(questions.filter(({ gold }) => gold.length > 0))('$id is answered by its gold paragraphs', (question) => {
    const answer = question.gold.flatMap(({ cable, paragraphs: numbers }) => {
      const read = cables.get(cable)?.paragraphs ?? []
      expect(read.length, `${cable} is in the archive`).toBeGreaterThan(0)
      for (const number of numbers) expect(read.map((paragraph) => paragraph.number), cable).toContain(number)
      return read.filter(({ number }) => numbers.length === 0 || (number !== null && numbers.includes(number)))
    })
    const text = folded(answer.map((paragraph) => paragraph.text).join('\n'))
    for (const keyword of question.answer_keywords)
      expect(keyword.split('|').some((word) => text.includes(folded(word))), keyword).toBe(true)
  })
})

describe('the reader on the sample archive', () => {
  it('reads every file', () => {
    expect([...cables.keys()].sort()).toEqual(files.map(({ id }) => id))
    expect(expected.map(({ id }) => id)).toEqual(files.map(({ id }) => id))
  })

  it.each(expected)('reads $id as it was meant', (meant) => {
    const cable = cables.get(meant.id)
    expect({
      date: cable?.date,
      classification: cable?.classification,
      subject: cable?.subject,
      tags: cable?.tags,
      references: cable?.references,
      signer: cable?.signer,
    }).toEqual({
      date: meant.date,
      classification: meant.classification,
      subject: meant.subject,
      tags: meant.tags,
      references: meant.references,
      signer: meant.signer,
    })
    // Without a transmission header nothing names the sender.
    if (meant.origin !== null) expect(cable?.origin).toBe(meant.origin)
    const paragraphs = cable?.paragraphs.map(({ number, marking, heading, text }, at) => ({
      number,
      marking,
      heading,
      starts: plain(text).slice(0, meant.paragraphs[at]?.starts.length),
      ends: plain(text).slice(-(meant.paragraphs[at]?.ends.length ?? 0)),
    }))
    expect(paragraphs).toEqual(meant.paragraphs)
  })

  it('keeps the fiction mark out of every paragraph, subject and signature', () => {
    for (const { id, paragraphs, subject, signer } of cables.values()) {
      const said = [subject, signer ?? '', ...paragraphs.flatMap(({ text, heading }) => [text, heading ?? ''])]
      expect(said.join('\n'), id).not.toContain(FICTION_MARK)
    }
  })
})
