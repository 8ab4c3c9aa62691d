/** @module People who do not exist, in the shapes that names have around the world. */

export interface Person {
  /** The kind of name, for messages of failing tests. */
  readonly shape: string
  /** As a cable introduces the person: `Abdullah bin Rashid al-Marun`. */
  readonly full: string
  /** What stands before the full name where it is introduced: `Dr.`, `General (ret.)`; may be empty. */
  readonly title: string
  /** By which friends know the person; empty where there is one name only. */
  readonly given: string
  /** By which the cable goes on: `al-Marun`, `Thorn` of `Nguyen Van Thorn`. */
  readonly family: string
  /** Other spellings of family or given name: `Al Marun`, `AlMarun`, `Marun`. */
  readonly variants: readonly string[]
  /** `Given Family` and no more, so that initials, nicknames and `Family, Given` fit. */
  readonly isPlain: boolean
  /** The words that nobody may read. */
  readonly words: readonly string[]
}

/** Short words that many names have; they tell nothing about one person. */
const PARTICLES = /^(?:bin|ibn|ben|van|der|den|von|dos|del|abu|daw|abd|thi|los|las|ould|bint)$/iu

/** Words of a name that identify: of four letters or more, or of three with a capital. */
export function identifyingWords(name: string): string[] {
  return name
    .split(/[\s'’.,()"-]+/u)
    .filter((word) => (word.length >= 4 || /^\p{Lu}\p{L}{2}$/u.test(word)) && !PARTICLES.test(word))
}

function person(
  shape: string,
  full: string,
  { given = '', family = full, variants = [] as readonly string[], isPlain = false, title = '' },
): Person {
  const compounds = full.split(' ').filter((word) => /^\p{Lu}.*-/u.test(word))
  const glued = compounds.map((word) => word.replaceAll('-', ''))
  const behindArticle = /\b(?:El|Al|Mc|Mac)(\p{Lu}\p{L}+)/u.exec(full)?.[1]
  const words = [...identifyingWords(full), ...glued, ...(behindArticle === undefined ? [] : [behindArticle])]
  return { shape, full, title, given, family, variants, isPlain, words: [...new Set(words)] }
}

/** Every given name with every family name, as `Given Family`. */
function western(
  shape: string,
  givens: readonly string[],
  families: readonly string[],
  variantsOf: (given: string, family: string) => readonly string[] = () => [],
): Person[] {
  return families.flatMap((family) =>
    givens.map((given) =>
      person(shape, `${given} ${family}`, {
        given,
        family,
        variants: variantsOf(given, family),
        isPlain: !family.includes(' '),
      }),
    ),
  )
}

const spaced = (name: string): string => name.replaceAll('-', ' ')
const joined = (name: string): string => {
  const [first = '', ...rest] = name.split('-')
  return first + rest.join('').toLowerCase()
}
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const PLAIN = western(
  'plain',
  ['Linus', 'Marta', 'Tobin', 'Greta', 'Osric', 'Helka', 'Jorund', 'Dorthe'],
  ['Grady', 'Halvert', 'Brannock', 'Tessmer', 'Quillon', 'Roe', 'Kovalik', 'Dunmarsh'],
)

const MAC = western(
  'Mc and Mac',
  ['Fergus', 'Isobel'],
  ['McKellern', 'MacTavert', 'McGrorty'],
  (_, family) => {
    const [, mac = '', rest = ''] = /^(Ma?c)(.+)$/u.exec(family) ?? []
    return [`${mac} ${rest}`, mac + rest.toLowerCase()]
  },
)

const APOSTROPHE = western(
  'apostrophe',
  ['Kevan', 'Amadou', 'Carlotta'],
  ["O'Merrin", "D'Alvo", "N'Doru"],
  (_, family) => [family.replace("'", '’'), family.replace("'", ''), family.replace("'", ' ')],
)

const HYPHEN_GIVEN = western(
  'hyphen in the given name',
  ['Anne-Marie', 'Jean-Loup'],
  ['Valko', 'Torvand'],
  (given) => [spaced(given), joined(given)],
)

const HYPHEN_FAMILY = western(
  'hyphen in the family name',
  ['Lucia', 'Matthias'],
  ['Garcia-Lorme', 'Brandt-Hovik'],
  (_, family) => [spaced(family), joined(family), family.split('-')[0] ?? family],
)

const ACCENTS = western(
  'accents',
  ['Raúl', 'Zoë', 'Łukasz', 'Søren', 'François', 'Çağrı'],
  ['Ibañarte', 'Müllenhof', 'Wójtowiak', 'Ægtvedt', 'Bénardel', 'Öztunalı'],
)

const PARTICLE = western(
  'particle',
  ['Joris', 'Wilma', 'Jan'],
  ['van der Holt', 'de la Crusca', 'dos Santaro', 'von Treskau', 'di Morvano', 'du Plessard'],
  (_, family) => {
    const words = family.split(' ')
    const last = words.at(-1) ?? family
    return [last, capitalised(family), `${words.slice(0, -1).map(capitalised).join(' ')} ${last}`]
  },
)

const article = (name: string): string[] => [
  name,
  `Al ${name}`,
  `Al${name}`,
  `Al-${name}`,
  `al ${name}`,
  `Al-${name.toUpperCase()}`,
]

const ARABIC: Person[] = [
  ['Abdullah bin Rashid al-Marun', 'Abdullah', 'Marun'],
  ['Faisal al-Majid', 'Faisal', 'Majid'],
  ['Abd al-Karim al-Sawwadi', 'Abd al-Karim', 'Sawwadi'],
  ['Layla bint Hamad Al-Thurayi', 'Layla', 'Thurayi'],
]
  .map(([full = '', given = '', family = '']) =>
    person('Arabic with an article', full, {
      given,
      family: full.split(' ').at(-1) ?? full,
      variants: article(family),
    }),
  )
  .concat(
    ['Nadira ElBaradan', 'Mounir El Hassouri', 'Tarek el-Zoubaki'].map((full) => {
      const [given = '', ...rest] = full.split(' ')
      const bare = rest.join(' ').replace(/^El[ -]?/iu, '')
      const variants = [bare, `El ${bare}`, `El${bare}`, `El-${bare}`, `el-${bare}`]
      return person('Arabic with an article', full, { given, family: rest.join(' '), variants })
    }),
    ['Omar Abu Hasnawi', 'Ahmed Ould Dahmari', 'Yousef ben Tallouni'].map((full) => {
      const [given = '', ...rest] = full.split(' ')
      const bare = rest.at(-1) ?? full
      return person('Arabic with a father', full, { given, family: rest.join(' '), variants: [bare] })
    }),
  )

const EAST_ASIAN: Person[] = [
  'Kim Jong-gil',
  'Pak Chul-sung',
  'Ryu Hae-wook',
  'Tso Kwing-hei',
  'Zhuo Lingfei',
]
  .map((full) => {
    const [family = '', given = ''] = full.split(' ')
    const parts = given.split('-').map(capitalised)
    const variants =
      parts.length < 2
        ? []
        : [
            parts.join(' '),
            joined(given),
            parts.join('-'),
            `${family} ${parts.join(' ')}`,
            `${family} ${joined(given)}`,
          ]
    return person('family name first', full, { given, family, variants })
  })
  .concat(
    ['Nguyen Van Thorn', 'Truong Thi Bichlan', 'Pham Van Quyenh'].map((full) => {
      const words = full.split(' ')
      return person('Vietnamese', full, { family: words[2] ?? full, variants: [words.slice(1).join(' ')] })
    }),
  )

const ONE_NAME: Person[] = ['Suharmo', 'Wiraksono', 'Tjandrato'].map((full) => person('one name', full, {}))

const MORE_NAMES: Person[] = [
  ['four names', 'Maria Elena Sotelar Vargues', 'Maria Elena', 'Sotelar', 'Sotelar Vargues'],
  ['four names', 'João Carlos Ferreiro da Silvaro', 'João Carlos', 'Ferreiro da Silvaro', 'Silvaro'],
  ['four names', 'Raúl Gómez Ñáñez', 'Raúl', 'Gómez', 'Gómez Ñáñez'],
  ['patronymic', 'Sergei Pavlovich Kovalenko', 'Sergei Pavlovich', 'Kovalenko', 'Sergei'],
  ['patronymic', 'Irina Borisovna Lutskaya', 'Irina Borisovna', 'Lutskaya', 'Irina'],
  ['middle initial', 'Antonio O. Marrin', 'Antonio', 'Marrin', 'A. O. Marrin'],
  ['middle initial', 'Ravindra K. Bhosekar', 'Ravindra', 'Bhosekar', 'R. K. Bhosekar'],
  ['Burmese', 'Thawla Nyuntaung', 'Thawla', 'Nyuntaung', 'U Thawla'],
  ['Indonesian', 'Bambang Purwandi', 'Bambang', 'Purwandi', 'Pak Bambang'],
].map(([shape = '', full = '', given = '', family = '', variant = '']) =>
  person(shape, full, { given, family, variants: [variant] }),
)

const TITLED: Person[] = [
  ['Dr.', 'Egbert', 'Voskuil'],
  ['Sheikh', 'Hamdan', 'Qassari'],
  ['General (ret.)', 'Hugo', 'Tarrasco'],
  ['Colonel', 'Idris', 'Belmokhar'],
  ['Bishop', 'Anselm', 'Ruckert'],
  ['Professor', 'Ilse', 'Wendorf'],
].map(([title = '', given = '', family = '']) =>
  person('title before', `${given} ${family}`, { given, family, title, isPlain: true }),
)

const SHAPES: readonly (readonly Person[])[] = [
  PLAIN,
  MAC,
  APOSTROPHE,
  HYPHEN_GIVEN,
  HYPHEN_FAMILY,
  ACCENTS,
  PARTICLE,
  ARABIC,
  EAST_ASIAN,
  ONE_NAME,
  MORE_NAMES,
  TITLED,
]

export const PEOPLE: readonly Person[] = SHAPES.flat()

/** Groups of people with the same shape of name, so that rare shapes are met as often as common ones. */
export function shapesOf(fits: (person: Person) => boolean): Person[][] {
  return SHAPES.map((people) => people.filter(fits)).filter((people) => people.length > 0)
}

/** Given names that only people have who are not shielded. */
export const NAMESAKES: readonly string[] = ['Petra', 'Ruben']

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ı: 'i',
  æ: 'ae',
  đ: 'd',
  ß: 'ss',
  Ł: 'L',
  Ø: 'O',
  Æ: 'Ae',
}

export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøıæđßŁØÆ]/gu, (letter) => LETTERS[letter] ?? letter)
}

/** As it is printed where the cable introduces the person. */
export function introduced({ title, full }: Person): string {
  return title === '' ? full : `${title} ${full}`
}
