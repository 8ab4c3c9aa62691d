/** @module Marks of several people, marks that are sentences, and marks outside the usual paragraph. */
import { form, type Mark } from './mark.js'
import { introduced } from './names.js'

const n = introduced
const plain = { isForPlainNames: true }
const sentence = { kind: 'sentence' } as const
const two = { people: 2 }
const three = { people: 3 }
const familyOnly = { givesFamilyOnly: true }

export const MARKS_OF_SEVERAL: Mark[] = [
  form('A and B (protect both)', (a, b) => `${n(a)} and ${n(b)} (protect both)`, two),
  form('A and B (both strictly protect)', (a, b) => `${n(a)} and ${n(b)} (both strictly protect)`, two),
  form('A (protect) and B (protect)', (a, b) => `${n(a)} (protect) and ${n(b)} (strictly protect)`, two),
  form('A/B (protect)', (a, b) => `${n(a)}/${n(b)} (protect both)`, two),
  form('A & B (protect)', (a, b) => `${n(a)} & ${n(b)} (protect)`, two),
  form('A and B Family (protect)', (a) => `${a.given} and Ottilie ${a.family} (protect both)`, {
    ...plain,
    secrets: ['Ottilie'],
  }),
  form('A, B and C (protect)', (a, b, c) => `${n(a)}, ${n(b)} and ${n(c)} (protect)`, three),
  form('A, B, and C (protect all)', (a, b, c) => `${n(a)}, ${n(b)}, and ${n(c)} (protect all)`, three),
  form('A; B; and C (protect all)', (a, b, c) => `${n(a)}; ${n(b)}; and ${n(c)} (protect all)`, three),
  form(
    'A (office), B (office), C (protect all)',
    (a, b, c) => `${n(a)} (Port Board), ${n(b)} (Eel Union), and ${n(c)} (customs house) (protect all)`,
    {
      ...three,
      keeps: ['Port Board', 'Eel Union', 'customs house'],
    },
  ),
  form(
    'A, office, B, office, and C (protect all)',
    (a, b, c) => `lawyer ${n(a)}, Port Board clerk ${n(b)}, and pilot ${n(c)} (strictly protect all three)`,
    {
      ...three,
      keeps: ['Port Board clerk'],
    },
  ),
  form(
    'list under a marked line',
    (a, b, c) =>
      `Those present (strictly protect all):\n-- ${n(a)}, ferry pilot;\n-- ${n(b)}, Eel Union;\n-- ${n(c)}, lawyer.`,
    {
      ...three,
      ...sentence,
      keeps: ['ferry pilot', 'Eel Union'],
    },
  ),
  form(
    'list of marked lines',
    (a, b, c) =>
      `Those present were:\n-- ${n(a)}, ferry pilot (protect);\n-- ${n(b)} (protect), Eel Union;\n-- ${n(c)} (strictly protect).`,
    {
      ...three,
      ...sentence,
      keeps: ['ferry pilot', 'Eel Union'],
    },
  ),
  form(
    'Contacts (all protect): A, B, C',
    (a, b, c) => `Contacts (all strictly protect): ${n(a)}, ${n(b)}, ${n(c)}.`,
    { ...three, ...sentence },
  ),
  form(
    'Strictly protect A, B, and C',
    (a, b, c) => `Please strictly protect ${n(a)}, ${n(b)}, and ${n(c)}.`,
    { ...three, ...sentence },
  ),
]

export const MARK_SENTENCES: Mark[] = [
  form('Protect: Name', (a) => `Protect: ${n(a)}.`, sentence),
  form('STRICTLY PROTECT: Name', (a) => `STRICTLY PROTECT: ${n(a)}.`, sentence),
  form('Protect source: Name', (a) => `Protect source: ${n(a)}.`, sentence),
  form('Source: Name (protect)', (a) => `(Source: ${n(a)}, protect.)`, sentence),
  form('Protected source: Name', (a) => `Protected source: ${n(a)}, a ferry pilot.`, {
    ...sentence,
    keeps: ['ferry pilot'],
  }),
  form('Please protect Name', (a) => `Please protect ${n(a)}.`, sentence),
  form(
    'Please protect Name as a source',
    (a) => `Please strictly protect ${n(a)} as the source of this report.`,
    sentence,
  ),
  form('Please protect the identity of Name', (a) => `Please protect the identity of ${n(a)}.`, sentence),
  form("Please protect Name's identity", (a) => `Department is asked to protect ${n(a)}'s identity.`, {
    ...sentence,
    keeps: ['Department'],
  }),
  form('Name asked that the name be protected', (a) => `${n(a)} asked that her name be protected.`, sentence),
  form(
    'Name (XXXX) asked that the name be protected',
    (a) => `${n(a)} (XXXX) asked that her name be protected.`,
    sentence,
  ),
  form(
    "Name's identity should be protected",
    (a) => `${n(a)}'s identity should be strictly protected.`,
    sentence,
  ),
  form('Name should be protected', (a) => `${n(a)} should be strictly protected.`, sentence),
  form(
    'identities of A and B',
    (a, b) => `The identities of ${n(a)} and ${n(b)} must be strictly protected.`,
    { ...two, ...sentence },
  ),
  form(
    'protect in the next sentence',
    (a) => `${n(a)} called Emboff on May 3.  Please protect his identity.`,
    sentence,
  ),
  form(
    'note in brackets',
    (a) => `${n(a)} called Emboff on May 3.  (Note: Please protect ${a.family}.  End note.)`,
    sentence,
  ),
  form('Note: strictly protect Name', (a) => `Note: Strictly protect ${n(a)}.  End note.`, sentence),
  form(
    'comment asks to protect',
    (a) => `Comment: ${n(a)} is a sensitive source; please protect.  End comment.`,
    sentence,
  ),
  form('asterisk', (a) => `Poloff met ${n(a)}* on May 3.\n* Strictly protect.`, sentence),
  form('form of lines', (a) => `Name: ${n(a)} (protect)\nPosition: customs officer`, {
    ...sentence,
    keeps: ['customs officer'],
  }),
]

export const MARKS_ELSEWHERE: Mark[] = [
  form('mark in the summary only', (a) => `${n(a)} (protect)`, { place: 'summary' }),
  form('strict mark in the summary only', (a) => `${n(a)} (strictly protect)`, { place: 'summary' }),
  form('mark in a later paragraph', (a) => `${n(a)} (protect)`, { place: 'late' }),
  form('please protect in the last paragraph', (a) => `Please protect ${n(a)}.`, {
    ...sentence,
    place: 'late',
  }),
  form('family name marked in a later paragraph', (a) => `${a.family} (strictly protect)`, {
    ...familyOnly,
    place: 'late',
  }),
  form('mark in the subject', (a) => `${a.full} (protect) on the port strike`, {
    place: 'subject',
    keeps: ['PORT STRIKE'],
  }),
  form('-- strictly protect -- in the subject', (a) => `Talk with ${a.full} -- strictly protect --`, {
    place: 'subject',
  }),
  form('mark in a heading', (a) => `${n(a)} (protect) on the Ferry`, { place: 'heading' }),
  form('mark in a heading in capitals', (a) => `${a.full} (strictly protect): no ferry`.toUpperCase(), {
    place: 'heading',
  }),
]
