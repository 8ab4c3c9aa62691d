/** @module The ways in which writers of cables ask to shield a source. */
import { bracketMarks } from './bracket-marks.js'
import { CUT, LINE, PAGE } from './layout.js'
import { form, type Mark } from './mark.js'
import { MARKS_OF_SEVERAL, MARKS_ELSEWHERE, MARK_SENTENCES } from './more-marks.js'
import { introduced, withoutAccents } from './names.js'

const n = introduced
const initial = (name: string): string => `${withoutAccents(name).charAt(0)}.`
const plain = { isForPlainNames: true }
const sentence = { kind: 'sentence' } as const
const familyOnly = { givesFamilyOnly: true }

const BEHIND_A_NAME: Mark[] = bracketMarks().map((mark) =>
  form(
    `Name ${mark}`,
    (a) => `${n(a)} ${mark}`,
    mark.includes('Port Party') ? { keeps: ['Port Party'] } : {},
  ),
)

const TYPED_OTHERWISE: Mark[] = [
  form('Name, (protect)', (a) => `${n(a)}, (protect)`),
  form('Name(protect)', (a) => `${n(a)}(protect)`),
  form('Name, strictly protect,', (a) => `${n(a)}, strictly protect,`),
  form('Name, please protect,', (a) => `${n(a)}, please protect,`),
  form('Name STRICTLY PROTECT', (a) => `${n(a)} STRICTLY PROTECT`),
  form('Name: (protect)', (a) => `${n(a)}: (protect)`),
  form('Name (protect),', (a) => `${n(a)} (protect),`),
  form("Name (protect)'s", (a) => `${n(a)} (protect)'s lawyer`),
  form("Name's (protect)", (a) => `${n(a)}'s (protect) lawyer`),
  form('(Name, protect)', (a) => `a pilot (${n(a)}, strictly protect)`),
  form('[Name - protect]', (a) => `a pilot [${n(a)} - protect]`),
  form('mark on the next line', (a) => `${n(a)}${LINE}(protect)`),
  form('mark behind a page break', (a) => `${n(a)}${PAGE}(strictly protect)`),
  form('mark over two lines', (a) => `${n(a)} (strictly${LINE}protect)`),
  form('mark over a page break', (a) => `${n(a)} (strictly${PAGE}protect)`),
  form('mark cut in two', (a) => `${n(a)} (pro${CUT}tect)`),
  form('name over two lines at the mark', (a) => `${n(a).replace(/ (?=[^ ]+$)/u, LINE)} (protect)`),
  form('mark in a cable in capitals', (a) => `${n(a)} (protect)`, { isInCapitals: true }),
  form('strict mark in a cable in capitals', (a) => `${n(a)} -- strictly protect --`, { isInCapitals: true }),
]

const WITH_MORE_WORDS: Mark[] = [
  form('Name, office (PROTECT)', (a) => `${n(a)}, Director of the Port Board (PROTECT),`, {
    keeps: ['Director of the Port Board'],
  }),
  form('Name, who clause (protect)', (a) => `${n(a)}, who runs the night ferry (protect),`, {
    keeps: ['night ferry'],
  }),
  form('Name (age), trade (protect)', (a) => `${n(a)} (47), a welder (protect),`),
  form(
    'Name, long apposition (protect)',
    (a) =>
      `${n(a)}, the 47-year-old founder of the Eel Union and a former customs officer (strictly protect),`,
    {
      keeps: ['founder of the Eel Union', 'customs officer'],
    },
  ),
  form('Name, cousin of another (protect)', (a) => `${n(a)}, a cousin of Minister Sverre Halgrim (protect),`),
  form('Name of an office (protect)', (a) => `${n(a)} of the Port Board (protect)`, {
    keeps: ['Port Board'],
  }),
  form('Name (party) (protect)', (a) => `${n(a)} (Port Party) (protect)`, { keeps: ['Port Party'] }),
  form('Name (protect) (office)', (a) => `${n(a)} (protect) (deputy harbor master)`, {
    keeps: ['deputy harbor master'],
  }),
  form('Name (mark), office', (a) => `${n(a)} (strictly protect), Secretary General of the Eel Union,`, {
    keeps: ['Secretary General of the Eel Union'],
  }),
  form('mark behind the verb', (a) => `${n(a)} told us (protect) that the union would split.`, {
    ...sentence,
  }),
  form(
    'mark at the end of the sentence',
    (a) => `We have this from ${n(a)}, a clerk at the customs house on the northern pier (protect).`,
    {
      ...sentence,
      keeps: ['customs house'],
    },
  ),
  form('(protect) Name', (a) => `(protect) ${n(a)}`),
  form('Source (strictly protect) Name', (a) => `source (strictly protect) ${n(a)}`),
  form('contact, strictly protect, Name', (a) => `an Embassy contact (strictly protect), ${n(a)},`),
  form('-- protect -- Name', (a) => `our contact -- strictly protect -- ${n(a)}`),
  form('Contact Name (strictly protect throughout)', (a) => `contact ${n(a)} (strictly protect throughout)`),
  form('protected source Name', (a) => `protected source ${n(a)}`),
]

const OTHER_NAMES: Mark[] = [
  form('initials', (a) => `${initial(a.given)} T. ${a.family} (protect)`, { ...plain, ...familyOnly }),
  form('one initial', (a) => `${initial(a.given)} ${a.family} (strictly protect)`, {
    ...plain,
    ...familyOnly,
  }),
  form('Mr. Family (protect)', (a) => `Mr. ${a.family} (protect)`, familyOnly),
  form('Family (protect)', (a) => `${a.family} (protect)`, familyOnly),
  form('nickname in quotes', (a) => `${a.given} "Lumpo" ${a.family} (protect)`, {
    ...plain,
    secrets: ['Lumpo'],
  }),
  form('nickname in brackets', (a) => `${a.given} (Lumpo) ${a.family} (protect)`, {
    ...plain,
    secrets: ['Lumpo'],
  }),
  form('a.k.a.', (a) => `${n(a)}, a.k.a. Kalle Brasken (strictly protect),`, {
    secrets: ['Kalle', 'Brasken'],
  }),
  form('aka in brackets', (a) => `${n(a)} (aka Brasken) (protect)`, { secrets: ['Brasken'] }),
  form('a.k.a. with the mark inside', (a) => `${n(a)} (a.k.a. Brasken; protect)`, { secrets: ['Brasken'] }),
  form('nee', (a) => `${n(a)} (nee Brasken, protect)`, { secrets: ['Brasken'] }),
  form('suffix Jr.', (a) => `${a.given} O. ${a.family}, Jr. (protect)`, plain),
  form('suffix III', (a) => `${a.given} ${a.family} III (protect)`, plain),
  form('suffix PhD', (a) => `${n(a)}, PhD (protect)`, plain),
  form('Family in capitals', (a) => `${a.given} ${a.family.toUpperCase()} (protect)`, plain),
  form('whole name in capitals', (a) => `${a.full.toUpperCase()} (STRICTLY PROTECT)`),
  form('FAMILY, Given', (a) => `${a.family.toUpperCase()}, ${a.given} (protect)`, plain),
  form('Family, Given in brackets', (a) => `${n(a)} (${a.family}, ${a.given}) (protect)`, plain),
  form('redaction between', (a) => `${n(a)} (XXXXXXXXXXXX) (strictly protect)`),
  form('name in quotes', (a) => `"${a.full}" (protect)`),
]

export const MARKS: readonly Mark[] = [
  ...BEHIND_A_NAME,
  ...TYPED_OTHERWISE,
  ...WITH_MORE_WORDS,
  ...OTHER_NAMES,
  ...MARKS_OF_SEVERAL,
  ...MARK_SENTENCES,
  ...MARKS_ELSEWHERE,
]
