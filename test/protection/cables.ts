/** Twelve invented cables as printed. Eight shield somebody, each in another way; the rest shield nobody. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The name is marked once, in capitals in the subject, and broken over a line end. */
export const SMELTER = '06LINDGARD412'
/** The director is shielded here, and open in the next. */
export const LOAN = '07TARSUND88'
export const BRANCH = '08TARSUND15'
/** A name with a particle. */
export const CANAL = '06OSTRAVIK51'
/** The news is in one paragraph, the mark in another. */
export const COD = '07LINDGARD90'
/** With a passport number, a telephone, an e-mail and a home address. */
export const VISA = '07OSTRAVIK23'
/** The name is in the TAGS line, too. */
export const STRIKE = '08LINDGARD31'
/** His wife bears the same family name. */
export const ARMOURY = '08OSTRAVIK7'
/** With addresses that hold the name in small letters, and a passport number that is written in three ways. */
export const CLINIC = '09LINDGARD4'
/** Nobody is shielded here; the ferry refers to the smelter. */
export const HARBOUR = '05LINDGARD212'
export const FERRY = '06TARSUND177'
export const DAM = '10OSTRAVIK2'

interface Printed {
  readonly post: string
  readonly number: string
  /** `030915Z JUN 06` */
  readonly sent: string
  readonly tags: string
  readonly subject: string
  readonly references?: readonly string[]
  readonly paragraphs: readonly string[]
}

function printed({ post, number, sent, tags, subject, references = [], paragraphs }: Printed): string {
  return [
    'VZCZCXYZ0001',
    'RR RUEHWEB',
    '',
    `DE RUEHXX #${number}/01 1541015`,
    'ZNY CCCCC ZZH',
    `R ${sent}`,
    `FM AMEMBASSY ${post}`,
    'TO RUEHC/SECSTATE WASHDC 2918',
    'INFO RUEHPB/AMEMBASSY PUERTO BRAVIO PRIORITY 0090',
    '',
    `C O N F I D E N T I A L ${post} 00${number}`,
    '',
    'SIPDIS',
    '',
    'E.O. 12958: DECL: 08/21/2026',
    `TAGS: ${tags}`,
    `SUBJECT: ${subject}`,
    '',
    ...references,
    ...(references.length === 0 ? [] : ['']),
    'Classified By: Ambassador Frederick Winthrop, reasons 1.4 (b) and (d).',
    '',
    ...paragraphs.flatMap((paragraph, at) => [`${at + 1}. (C) ${paragraph}`, '']),
    'WINTHROP',
    '',
  ].join('\n')
}

/** By number, as printed. */
export const MESSAGES: Readonly<Record<string, string>> = {
  [SMELTER]: printed({
    post: 'LINDGARD',
    number: '0412',
    sent: '030915Z JUN 06',
    tags: 'ECON ENRG PGOV',
    subject: 'KOVALENKO SAYS SMELTER TARIFF WILL DOUBLE',
    references: ['REF: A. 05 LINDGARD 212', '     B. MEMCON KOVALENKO-ASKE OF MAY 30'],
    paragraphs: [
      'Summary: The power tariff of the Lindgard smelter will\ndouble in October, a contact in the energy board told the\nAmbassador on June 3. End summary.',
      'Petro Kovalenko (strictly protect), who keeps the accounts\nof the energy board, told the Ambassador that the smelter pays\n11 florins a megawatt hour and will pay 22 from October 1. Ko-\nvalenko said that the board voted for it in secret.',
      "Kovalenko's figures agree with those of the owners. The\nchairman of the board, Rolf Aske, knows nothing of our talk\nwith KOVALENKO, who showed us the ledger in a tea house.",
      'Comment: Mr. Kovalenko has been right twice before. If the\ntariff doubles, the smelter will close its older line.',
    ],
  }),
  [LOAN]: printed({
    post: 'TARSUND',
    number: '0088',
    sent: '191430Z FEB 07',
    tags: 'ECON EFIN EWWT',
    subject: 'HARBOUR BANK LENT FERRY LINE FOUR MILLION WITHOUT SECURITY',
    paragraphs: [
      'Casimir Orlune (strictly protect), director of the Harbour\nBank, told Econoff on February 16 that the bank had lent the\nferry line four million crowns without any security.',
      'The minister of transport had telephoned three times, Orlune\nsaid. Orlune signed the loan because he feared for his post.',
    ],
  }),
  [BRANCH]: printed({
    post: 'TARSUND',
    number: '0015',
    sent: '110800Z JAN 08',
    tags: 'ECON EFIN',
    subject: 'HARBOUR BANK OPENS A BRANCH ON THE QUAY',
    paragraphs: [
      'Casimir Orlune, director of the Harbour Bank, opened a new\nbranch on the quay of Tarsund on January 10. Forty guests came.',
      'Orlune praised the fishermen, who hold most of the accounts,\nand gave each guest a silver coin.',
    ],
  }),
  [CANAL]: printed({
    post: 'OSTRAVIK',
    number: '0051',
    sent: '220700Z MAR 06',
    tags: 'EWWT PREL',
    subject: 'CANAL PILOTS PLAN A SLOWDOWN',
    paragraphs: [
      'Tariq al-Majid (protect), who leads the night shift of the\ncanal pilots, told Poloff that they will take nine hours for\neach ship from April 2.',
      "Al-Majid's men want 300 crowns more a month. The pilots of the\nday shift do not know of it, al-Majid added.",
    ],
  }),
  [COD]: printed({
    post: 'LINDGARD',
    number: '0090',
    sent: '051200Z APR 07',
    tags: 'EFIS SENV',
    subject: 'NINE HUNDRED TONS OF COD WERE NEVER WEIGHED',
    paragraphs: [
      'Summary: Trawlers landed 900 tons of cod that no scale has\nseen. End summary.',
      'The inspector of fisheries, Ilse Brandvold, told the\nAmbassador that trawlers landed 900 tons of cod at night and\nthat the scales were locked on orders of the mayor.',
      'The mayor owns two of the trawlers. A third belongs to his\nbrother, who sells smoked fish.',
      'Ilse Brandvold (protect) asks us not to call at her office.',
    ],
  }),
  [VISA]: printed({
    post: 'OSTRAVIK',
    number: '0023',
    sent: '140945Z MAY 07',
    tags: 'CVIS KFRD',
    subject: 'A RING THAT SELLS STUDENT VISAS',
    paragraphs: [
      'Sunniva Ferrow (please protect), who teaches at the language\nschool, told the consul that the ring sells letters of\nadmission for 2,500 crowns each.',
      'Ferrow holds passport number PT5530917. Her mobile phone is\n+41 79 555 0143, and her private e-mail is\nsunniva.ferrow@webpost.example. She lives at 17 Quarry Lane.',
      'The ring printed 140 letters of admission in the spring. The\nprinter works in the cellar of a bakery.',
    ],
  }),
  [STRIKE]: printed({
    post: 'LINDGARD',
    number: '0031',
    sent: '021115Z FEB 08',
    tags: 'ELAB PGOV OVIP (TAMSIN, VERA)',
    subject: 'DOCKERS WILL STRIKE BEFORE THE ELECTION',
    paragraphs: [
      'Vera Tamsin (protect), treasurer of the dockers, told the\nlabor officer that the union will strike for twelve days\nbefore the election.',
      'Tamsin has put aside 70,000 florins for the strike.',
    ],
  }),
  [ARMOURY]: printed({
    post: 'OSTRAVIK',
    number: '0007',
    sent: '171600Z JAN 08',
    tags: 'MARR PINR',
    subject: 'RIFLES ARE MISSING FROM THE ARMOURY',
    paragraphs: [
      'Sergeant Jonas Hallam (strictly protect) told the attache\nthat 60 rifles are missing from the armoury.',
      'His wife, Petra Hallam, keeps the inn opposite the gate.\nHallam fears that the rifles were sold.',
    ],
  }),
  [CLINIC]: printed({
    post: 'LINDGARD',
    number: '0004',
    sent: '080830Z JAN 09',
    tags: 'SOCI TBIO',
    subject: 'THE CLINIC HID THE FEVER',
    paragraphs: [
      'Dr. Edvin Sorrel (strictly protect) told us that the clinic\nhid 33 cases of fever in December.',
      'He writes of it on www.edvinsorrel.example and can be reached\nat sorrel@health.gov.ln, the address of the ministry.',
      'He travels on passport number KL7712045. The guard wrote\nKL 7712045 in his book, and the clerk 7712045 on the ticket.',
    ],
  }),
  [HARBOUR]: printed({
    post: 'LINDGARD',
    number: '0212',
    sent: '140830Z SEP 05',
    tags: 'EWWT PREL',
    subject: 'HARBOUR TALKS: THREE OFFERS AND A FERRY',
    paragraphs: [
      'Lindgard will reopen its northern harbour in May. Minister\nOlavsen made three offers to the Ambassador.',
      'The first offer is a joint school for pilots, the second a\nshared coast guard, the third a ferry that runs twice a day.',
    ],
  }),
  [FERRY]: printed({
    post: 'TARSUND',
    number: '0177',
    sent: '251000Z JUL 06',
    tags: 'EWWT ECON',
    subject: 'TARSUND ASKS WHO PAYS FOR THE FERRY',
    references: ['REF: A. 06 LINDGARD 412', '     B. 05 LINDGARD 212'],
    paragraphs: [
      'Tarsund asks who pays for the ferry. A ship costs six million\ncrowns, and the quay another two million.',
      'The mayor of Tarsund told the Ambassador that the town can\npay for the quay, but not for the ship.',
    ],
  }),
  [DAM]: printed({
    post: 'OSTRAVIK',
    number: '0002',
    sent: '060900Z JAN 10',
    tags: 'ENRG SENV',
    subject: 'THE DAM OF OSTRAVIK LEAKS',
    paragraphs: [
      'Engineers found eleven cracks in the dam of Ostravik. Repairs\nwill take two summers.',
      'The energy board told the Ambassador that the smelter will\nget less power until the repairs are done.',
    ],
  }),
}

/** Writes each message as a file of its own. @returns the folder */
export function written(folder: string, messages: Readonly<Record<string, string>> = MESSAGES): string {
  mkdirSync(folder, { recursive: true })
  for (const [id, message] of Object.entries(messages)) writeFileSync(join(folder, `${id}.txt`), message)
  return folder
}

/** Words and numbers that the cables shield, of those whom no other cable writes out. */
export const SHIELDED =
  /kovalenko|valenko|\bpetro\b|majid|tariq|brandvold|\bilse\b|ferrow|sunniva|5530917|555 ?0143|webpost|quarry/iu

/** Of these only single attempts speak. */
export const ORLUNE = /orlune|casimir/iu
export const TAMSIN = /tamsin|\bvera\b/iu
export const HALLAM = /hallam/iu
export const SORREL = /sorrel/iu
export const TICKET = /771 ?2045/u
