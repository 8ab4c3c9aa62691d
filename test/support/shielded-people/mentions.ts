/** @module The ways in which a cable names a person elsewhere than at the mark. */
import { CUT, CUT_PAGE, LINE, PAGE } from './layout.js'
import type { Dice } from './dice.js'
import { withoutAccents, type Person } from './names.js'

export type MentionPlace = 'paragraph' | 'summary' | 'heading' | 'subject' | 'tags'

/** How a name is printed, and the parts of words that a line end leaves. */
export interface Written {
  readonly text: string
  readonly parts: readonly string[]
}

export interface Mention {
  readonly name: string
  readonly place: MentionPlace
  readonly fits: (person: Person) => boolean
  /** A sentence in a paragraph or summary; the words of the line elsewhere. */
  readonly write: (person: Person, dice: Dice) => Written
}

const FRAMES = [
  '{x} added that the ferry would not sail before June.',
  'Poloff saw {x} again on May 9.',
  'The police have questioned {x} twice.',
  'For {x}, the strike is a matter of pride.',
  'Asked about the raid, {x} had no comment.',
  'It was {x} who paid for the leaflets.',
  'A second meeting with {x} is set for Friday.',
  'The dockers trust {x}; the Ministry does not.',
  'Nobody in the union, {x} said, wants a vote.',
  'Unlike {x}, the dockers expect no raise.',
  'According to {x}, two crates are missing.',
]

const any = (): boolean => true
const hasGiven = ({ given }: Person): boolean => given !== ''
const hasVariants = ({ variants }: Person): boolean => variants.length > 0
const hasHyphen = ({ full }: Person): boolean => full.includes('-')
const hasSpace = ({ full }: Person): boolean => full.includes(' ')
const isPlain = ({ isPlain: plain }: Person): boolean => plain
const hasAccents = ({ full }: Person): boolean => withoutAccents(full) !== full

/** An ordinary sentence about somebody. */
export function framed(x: string, dice: Dice): string {
  const text = dice.pick(FRAMES).replace('{x}', () => x)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

interface More {
  readonly fits?: (person: Person) => boolean
}

/** A name in an ordinary sentence. */
function named(name: string, write: (person: Person, dice: Dice) => string, more: More = {}): Mention {
  return whole(name, (person, dice) => framed(write(person, dice), dice), more)
}

/** A sentence of its own. */
function whole(
  name: string,
  write: (person: Person, dice: Dice) => string,
  { fits = any }: More = {},
  place: MentionPlace = 'paragraph',
): Mention {
  return {
    name,
    place,
    fits,

    write: (person, dice) => ({ text: write(person, dice), parts: [] }),
  }
}

/** The longest word of the family name, cut as a typist cut it. */
function cut(person: Person, dice: Dice, mark: string): Written {
  const word = person.family
    .split(/[\s'’-]/u)
    .reduce((best, each) => (each.length > best.length ? each : best), '')
  const at = word.length < 5 ? Math.floor(word.length / 2) : 2 + dice.below(word.length - 4)
  const halves = [word.slice(0, at), word.slice(at)]
  return {
    text: framed(
      person.family.replace(word, () => halves.join(mark)),
      dice,
    ),
    parts: halves.filter((half) => half.length >= 5),
  }
}

function cutMention(name: string, mark: string): Mention {
  return {
    name,
    place: 'paragraph',
    fits: any,

    write: (person, dice) => cut(person, dice, mark),
  }
}

const lastSpace = (text: string, by: string): string => text.replace(/ (?=[^ ]+$)/u, () => by)
const firstSpace = (text: string, by: string): string => text.replace(' ', () => by)
const upper = ({ family }: Person): string => family.toUpperCase()

const SPELT: Mention[] = [
  named('family name', ({ family }) => family),
  named('Mr. Family', ({ family }) => `Mr. ${family}`),
  named('Dr. Family', ({ family }) => `Dr. ${family}`),
  named('Ms Family without a full stop', ({ family }) => `Ms ${family}`),
  named('office before the family name', ({ family }) => `Director ${family}`),
  named('given name', ({ given }) => given, { fits: hasGiven }),
  named('full name', ({ full }) => full),
  named('full name with two spaces', ({ full }) => full.replaceAll(' ', '  '), { fits: hasSpace }),
  named('FAMILY NAME', upper),
  named('FULL NAME', ({ full }) => full.toUpperCase()),
  named('Given FAMILY', (person) => `${person.given} ${upper(person)}`, { fits: isPlain }),
  named('FAMILY, Given', (person) => `${upper(person)}, ${person.given},`, { fits: isPlain }),
  named('initial and family name', ({ given, family }) => `${withoutAccents(given).charAt(0)}. ${family}`, {
    fits: isPlain,
  }),
  named('spelling changed', ({ variants }, dice) => dice.pick(variants), { fits: hasVariants }),
  named('SPELLING CHANGED in capitals', ({ variants }, dice) => dice.pick(variants).toUpperCase(), {
    fits: hasVariants,
  }),
  named('hyphens as spaces', ({ full }) => full.replaceAll('-', ' '), { fits: hasHyphen }),
  named('without accents', ({ family }) => withoutAccents(family), { fits: hasAccents }),
  named('without accents in capitals', ({ full }) => withoutAccents(full).toUpperCase(), {
    fits: hasAccents,
  }),
  named('accents as marks of their own', ({ full }) => full.normalize('NFD'), { fits: hasAccents }),
  whole("possessive with '", ({ family }) => `The police searched ${family}'s boat.`),
  whole('possessive with ’', ({ family }) => `The police searched ${family}’s boat.`),
  whole('possessive in capitals', (person) => `The leaflet said ${upper(person)}'S BOAT MUST GO.`),
  whole('possessive with a damaged quote', ({ family }) => `The police searched ${family},s boat.`),
  whole('plural', ({ family }) => `The ${family}s have lived on the pier for a century.`),
  whole('-led', ({ family }) => `The ${family}-led faction wants a vote.`),
  whole('pro-', ({ family }) => `Two pro-${family} dockers were held overnight.`),
  whole('given name in a possessive', ({ given }) => `It is ${given}'s boat, one docker said.`, {
    fits: hasGiven,
  }),
]

const GLUED: Mention[] = [
  whole('(Family)', ({ family }) => `The founder (${family}) has left the union.`),
  whole('"Family"', ({ family }) => `On every wall was the word "${family}" in red paint.`),
  whole('&Family8', ({ family }) => `On every wall was the word &${family}8 in red paint.`),
  whole('[Family]', ({ family }) => `"He [${family}] never sold an eel," one docker said.`),
  whole('Family/', ({ family }) => `The ${family}/Ministry talks ended in the night.`),
  whole('/Family', ({ family }) => `The Ministry/${family} talks ended in the night.`),
  whole('Family.He', ({ family }) => `The dockers cheered ${family}.He did not speak.`),
  whole('Family,who', ({ family }) => `The dockers cheered ${family},who did not speak.`),
  whole('Family--', ({ family }) => `One man--${family}--kept the keys.`),
  whole('Family...', ({ family }) => `"Ask ${family}... he has the keys," one docker said.`),
  whole('Family:', ({ family }) => `${family}: "We sail in June."`),
  whole('Family*', ({ family }) => `The keys are with ${family}*.`),
  whole(
    'in a list of lines',
    ({ family }) => `Those who spoke were:\n-- the harbor master;\n-- ${family}; and\n-- two dockers.`,
  ),
  whole('in a quotation', ({ family }) => `"Without ${family} there is no union," the harbor master said.`),
]

const OVER_LINES: Mention[] = [
  named('full name over two lines', ({ full }) => lastSpace(full, LINE), { fits: hasSpace }),
  named('full name over two lines at its first space', ({ full }) => firstSpace(full, LINE), {
    fits: hasSpace,
  }),
  named('full name over two pages', ({ full }) => lastSpace(full, PAGE), { fits: hasSpace }),
  named('FULL NAME over two lines', ({ full }) => lastSpace(full.toUpperCase(), LINE), { fits: hasSpace }),
  named('hyphen of the name at a line end', ({ full }) => full.replace('-', `-${LINE}`), { fits: hasHyphen }),
  named('hyphen of the name at a page end', ({ full }) => full.replace('-', `-${PAGE}`), { fits: hasHyphen }),
  named('last hyphen at a line end', ({ full }) => full.replace(/-(?=[^-]+$)/u, `-${LINE}`), {
    fits: hasHyphen,
  }),
  named('Mr. and name on two lines', ({ family }) => `Mr.${LINE}${family}`),
  cutMention('word cut by a hyphen', CUT),
  cutMention('word cut by a hyphen at a page end', CUT_PAGE),
]

const ELSEWHERE: Mention[] = [
  whole('in a heading', ({ family }) => `${family} on the Ferry`, {}, 'heading'),
  whole('in a heading in capitals', (person) => `${upper(person)}: NO FERRY BEFORE JUNE`, {}, 'heading'),
  whole('full name in a heading', ({ full }) => `Talk with ${full}`, {}, 'heading'),
  whole('given name in a heading', ({ given }) => `What ${given} Wants`, { fits: hasGiven }, 'heading'),
  whole('in the subject', (person) => `${upper(person)}'S PLAN FOR THE FERRY`, {}, 'subject'),
  whole('full name in the subject', ({ full }) => `TALK WITH ${full.toUpperCase()}`, {}, 'subject'),
  whole('in the summary', ({ family }, dice) => framed(family, dice), {}, 'summary'),
  whole('full name in the summary', ({ full }, dice) => framed(full, dice), {}, 'summary'),
  whole(
    'in the TAGS',
    (person) => `(${upper(person)}, ${person.given.toUpperCase()})`,
    { fits: isPlain },
    'tags',
  ),
]

export const MENTIONS: readonly Mention[] = [...SPELT, ...GLUED, ...OVER_LINES, ...ELSEWHERE]
