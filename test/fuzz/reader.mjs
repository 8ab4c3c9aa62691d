// Reads mutated cables for a given time and stops at the first that makes the reader throw, takes more than
// 50 ms per KB, or loses a word.
//   node test/fuzz/reader.mjs [SECONDS=60] [FOLDER=samples/cables] [SEED]
// Prints what was done; exit 1 with the input's file when one failed.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importCompiled } from '../support/import-compiled.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const { compareWords, countWords, wordsKept } = await importCompiled('fuzz', '../cables/words')
const { readMessage } = await import(join(root, 'dist/src/cables/message/message.js'))
const { printable } = await import(join(root, 'dist/src/cables/encodings/windows-1252.js'))
const { readPaths } = await import(join(root, 'dist/src/cables/read.js'))
const { splitSentences } = await import(join(root, 'dist/src/cables/sentences.js'))
const { findCableIds } = await import(join(root, 'dist/src/cables/ids.js'))

const seconds = Number(process.argv[2] ?? 60)
const folder = process.argv[3] ?? join(root, 'samples', 'cables')
const seed = Number(process.argv[4] ?? Date.now() % 1_000_000)
const MS_PER_KB = 50

const messages = []
for await (const outcome of readPaths([folder])) if (outcome.kind === 'cable') messages.push(outcome.message)
if (messages.length === 0) throw new Error(`no cable in ${folder}`)

const random = mulberry32(seed)
const pick = (list) => list[Math.floor(random() * list.length)]
const spot = (length) => Math.floor(random() * (length + 1))

const PIECES = [
  ...[
    '¶',
    '\n',
    '\n\n',
    ' ',
    '(C) ',
    '1. ',
    '¶1. (S//NF) ',
    '12. (U) ',
    '-------\n',
    'SIPDIS\n',
    'REF: A. ',
    'TAGS: ',
    'SUBJECT: ',
  ],
  ...[
    'C O N F I D E N T I A L ',
    ' 00001889  002 OF 003\n',
    'PAGE 02 ',
    'XXXXXXXXXXXX',
    'END SUMMARY. ',
    'Summary: ',
    '\uFFFD',
    '\t',
    '\\\n',
  ],
  ...[
    '"',
    '(',
    ')',
    '/',
    '&#x000A;',
    '&amp;',
    'E.O. 12958: DECL: ',
    'Classified By: ',
    'FM ',
    'TO ',
    'INFO ',
    '\r',
    '\u0000',
    '💡',
    'a. ',
    '-- ',
  ],
]

const MUTATIONS = [
  (text) => insert(text, spot(text.length), pick(PIECES)),
  (text) => insert(text, spot(text.length), pick(PIECES).repeat(1 + spot(400))),
  (text) => cut(text, spot(text.length), spot(200)),
  (text) => cut(text, spot(text.length), spot(text.length)),
  (text) => insert(text, spot(text.length), slice(pick(messages))),
  (text) => lines(text, (all) => all.splice(spot(all.length), 1 + spot(5))),
  (text) =>
    lines(text, (all) =>
      all.splice(spot(all.length), 0, ...all.slice(spot(all.length), spot(all.length) + 10)),
    ),
  (text) => lines(text, (all) => all.sort(() => random() - 0.5)),
  (text) => text.replaceAll('\n', pick([' ', '', '\r\n', '\n\n', ' \n'])),
  (text) => text.replaceAll(pick([' ', '.', '(C)', '¶', '\n\n', '-']), pick(['', ' ', '\n', '..', '(U)'])),
  (text) => text.toUpperCase(),
  (text) => text.slice(0, 3000).repeat(1 + spot(20)),
  (text) => text.replace(/\d+/g, () => String(spot(2000))),
]

let inputs = 0
let slowest = 0
const until = Date.now() + seconds * 1000
while (Date.now() < until) {
  let text = pick(messages)
  for (let rounds = 1 + spot(6); rounds > 0; rounds--) text = pick(MUTATIONS)(text).slice(0, 400_000)
  check(text)
  inputs++
}
process.stdout.write(
  `${inputs} mutated cables in ${seconds} s, seed ${seed}: no failure; slowest ${slowest.toFixed(2)} ms per KB\n`,
)

function check(text) {
  let outcome
  try {
    outcome = readMessage(text, { id: '06FUZZ1', source: { path: 'fuzz', format: 'message' } })
  } catch (error) {
    fail(text, error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  const perKb = timePerKb(text, (input) =>
    readMessage(input, { id: '06FUZZ1', source: { path: 'fuzz', format: 'message' } }),
  )
  slowest = Math.max(slowest, perKb)
  if (perKb > MS_PER_KB) fail(text, `${perKb.toFixed(1)} ms per KB`)
  if (outcome.kind !== 'cable') return
  const { lost } = compareWords(countWords(decoded(text)), wordsKept(outcome.cable, outcome.aside))
  if (lost.length > 0) fail(text, `lost the words ${lost.slice(0, 5).join(', ')}`)
  for (const { text: body } of outcome.cable.paragraphs) {
    if (timePerKb(body, splitSentences) > MS_PER_KB || timePerKb(body, findCableIds) > MS_PER_KB)
      fail(body, 'slow sentences or mentions')
  }
}

/** Short inputs count as one KB; a slow one is measured again, because the machine may have been busy. */
function timePerKb(text, read) {
  const kilobytes = Math.max(1, text.length / 1024)
  let best = Infinity
  for (let attempt = 0; attempt < 3; attempt++) {
    const startedAt = performance.now()
    read(text)
    best = Math.min(best, (performance.now() - startedAt) / kilobytes)
    if (best < MS_PER_KB / 5) return best
  }
  return best
}

function fail(text, reason) {
  const path = join(tmpdir(), `pilcrow-fuzz-${seed}.txt`)
  writeFileSync(path, text)
  process.stderr.write(`seed ${seed}, input ${inputs}: ${reason}\nthe input is in ${path}\n`)
  process.exit(1)
}

/** As the reader does it, once: what comes out of it may look like an entity again (`&amp;amp;`). */
function decoded(text) {
  return text
    .replace(
      /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(amp|quot|lt|gt|nbsp|apos));/gi,
      (whole, decimal, hex, name) => {
        if (name) return ' '
        const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
          ? printable(String.fromCodePoint(code))
          : whole
      },
    )
    .replaceAll('Â¶', '¶')
}

function insert(text, at, piece) {
  return text.slice(0, at) + piece + text.slice(at)
}

function cut(text, at, length) {
  return text.slice(0, at) + text.slice(at + length)
}

function slice(text) {
  const from = spot(text.length)
  return text.slice(from, from + spot(2000))
}

function lines(text, change) {
  const all = text.split('\n')
  change(all)
  return all.join('\n')
}

function mulberry32(start) {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
