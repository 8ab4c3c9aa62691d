/** @module A cable around a mark and the mentions of the people whom it shields. */
import { readMessage } from '../../../src/cables/message/message.js'
import type { InventedSource } from '../shielded-people.js'
import { Dice } from './dice.js'
import { officialData, personalData } from './identity.js'
import { paged, wrapped, type Style } from './layout.js'
import type { Mark } from './mark.js'
import { framed, type Mention } from './mentions.js'
import { introduced, NAMESAKES, shapesOf, type Person } from './names.js'
import { FILLERS, FRAMES, HEADINGS, LIST_FRAMES, SUBJECTS, TRAPS, type Prose } from './prose.js'

const POST = 'TARSUND'
const SERIAL = 1407
const ID = '06TARSUND1407'

interface Draft {
  heading: string | null
  text: string
}

/** A cable in the making: what is written so far, and what of it must or must not be readable. */
class Page {
  subject: string[] = []
  tags = ''
  summary: string[] = []
  readonly before: Draft[] = []
  readonly middle: Draft[] = []
  readonly after: Draft[] = []
  readonly secrets = new Set<string>()
  readonly keeps = new Set<string>()
  readonly forms: string[] = []
  private fillers: Prose[] = []

  constructor(
    readonly dice: Dice,
    readonly inCapitals: boolean,
  ) {}

  keep(words: readonly string[]): void {
    for (const each of words) this.keeps.add(this.inCapitals ? each.toUpperCase() : each)
  }

  hide(words: readonly string[]): void {
    for (const each of words) this.secrets.add(each)
  }

  /** Takes a sentence that must stay as it is. */
  take({ text, keeps, inCapitals }: Prose): string {
    if (inCapitals || !this.inCapitals) this.keep(keeps)
    return text
  }

  filler(): string {
    if (this.fillers.length === 0) this.fillers = this.dice.shuffled(FILLERS)
    const [next, ...rest] = this.fillers
    this.fillers = rest
    return next === undefined ? '' : this.take(next)
  }
}

/** @param mentions the first of which the message of a failing test is about */
export function compose(
  mark: Mark,
  mentions: readonly [Mention, ...Mention[]],
  seed: number,
): InventedSource {
  const dice = new Dice(mark.name, ...mentions.map(({ name }) => name), seed)
  const page = new Page(dice, mark.isInCapitals || dice.chance(0.08))
  const people = cast(mark, mentions[0], dice)
  const meant = dice.pick(people)
  page.forms.push(`mark: ${mark.name}`, `name: ${meant.full} (${meant.shape})`)
  page.hide([...mark.secrets, ...people.flatMap(({ words }) => words)])
  writeMark(page, mark, people)
  for (const mention of mentions) if (mention.fits(meant)) writeMention(page, mark, mention, meant)
  const others = [
    ...people.filter((each) => each !== meant).map(({ family }) => family),
    ...mark.secrets.slice(-1),
  ]
  for (const other of others.filter(() => dice.chance(0.5))) {
    page.forms.push(`also mentioned: ${other}`)
    page.after.push({ heading: null, text: framed(other, dice) })
  }
  writeSurroundings(page, mark, meant)
  if (page.inCapitals) page.forms.push('cable in capitals')
  return printed(page)
}

/** As many people as the mark shields, with no word in common; the mention fits all of them. */
function cast(mark: Mark, mention: Mention, dice: Dice): Person[] {
  const fits = (person: Person): boolean => (!mark.isForPlainNames || person.isPlain) && mention.fits(person)
  const shapes = shapesOf(fits)
  const chosen: Person[] = []
  while (chosen.length < mark.people) {
    const person = dice.pick(dice.pick(shapes))
    if (!chosen.some(({ words }) => words.some((word) => person.words.includes(word)))) chosen.push(person)
  }
  return chosen
}

function writeMark(page: Page, mark: Mark, people: readonly Person[]): void {
  const { dice } = page
  const [a, b = a, c = a] = people
  if (a === undefined || b === undefined || c === undefined) throw new Error('a mark without people')
  const phrase = mark.write(a, b, c)
  if (!page.inCapitals) {
    page.keep(mark.keeps)
    // The title is a word that everybody has.
    for (const { title } of people) {
      const word = title.split(' ')[0] ?? ''
      if (word.length > 3 && phrase.includes(title)) page.keep([word])
    }
  }
  if (mark.place === 'subject') {
    page.subject.push(phrase)
    return
  }
  if (mark.place === 'heading') {
    page.middle.push({ heading: phrase, text: page.filler() })
    return
  }
  let sentence = phrase
  if (mark.kind === 'phrase') {
    const frames = mark.people > 1 ? LIST_FRAMES : FRAMES
    const frame = dice.pick(frames.filter(({ keeps }) => keeps.length === 0 || !page.inCapitals))
    page.keep(frame.keeps)
    sentence = frame.text.replace('{m}', () => phrase).replace(/,(?=[,.])/gu, '')
    sentence = sentence.charAt(0).toUpperCase() + sentence.slice(1)
  }
  if (mark.place === 'summary') page.summary.push(sentence)
  else if (mark.place === 'late') {
    page.before.push({
      heading: null,
      text: `${page.filler()} ${introduced(a)} came to the Embassy on May 2.`,
    })
    page.after.push({ heading: null, text: sentence })
  } else
    page.middle.push({ heading: null, text: dice.chance(0.5) ? `${page.filler()} ${sentence}` : sentence })
  if (mark.givesFamilyOnly && mark.place !== 'late') {
    const [given] = dice.chance(0.5) ? [page.before] : [page.after]
    given.push({ heading: null, text: `${a.full} came to the Embassy on May 2.` })
  }
}

function writeMention(page: Page, mark: Mark, mention: Mention, person: Person): void {
  const { dice } = page
  const { text, parts } = mention.write(person, dice)
  page.hide(parts)
  page.forms.push(`mention: ${mention.name}`)
  switch (mention.place) {
    case 'subject':
      page.subject.push(text)
      return
    case 'summary':
      page.summary.push(text)
      return
    case 'tags':
      page.tags = ` ${text}`
      return
    default: {
      const isBefore = mark.place === 'late' || dice.chance(0.35)
      page.forms.push(isBefore ? 'before the mark' : 'behind the mark')
      const side = isBefore ? page.before : page.after
      if (mention.place === 'heading') side.push({ heading: text, text: page.filler() })
      else side.push({ heading: null, text: dice.chance(0.5) ? `${page.filler()} ${text}` : text })
    }
  }
}

function writeSurroundings(page: Page, mark: Mark, person: Person): void {
  const { dice, inCapitals } = page
  const trap = dice.pick(TRAPS.filter((each) => each.inCapitals || !inCapitals))
  page.after.push({
    heading: dice.chance(0.4) ? dice.pick(HEADINGS) : null,
    text: `${page.filler()} ${page.take(trap)}`,
  })
  // A mark behind the family name alone could be meant for either.
  const hasSimpleName =
    !mark.givesFamilyOnly && person.isPlain && /^(?:plain|apostrophe|Mc and Mac)$/u.test(person.shape)
  if (!inCapitals && hasSimpleName && dice.chance(0.4)) {
    const namesake = `${dice.pick(NAMESAKES)} ${person.family}`
    page.keep([namesake])
    page.forms.push('namesake')
    const side = mark.place !== 'late' && dice.chance(0.3) ? page.before : page.after
    side.push({ heading: null, text: `Finance Minister ${namesake} has no part in the sale.` })
  }
  if (dice.chance(0.35)) {
    const { form, text, secrets } = personalData(person.family, dice)
    page.hide(secrets)
    page.forms.push(`identity: ${form}`)
    page.after.push({ heading: null, text: text.charAt(0).toUpperCase() + text.slice(1) })
  }
  if (dice.chance(0.35)) {
    const { form, text, keeps } = officialData(dice)
    page.keep(keeps)
    page.forms.push(`identity: ${form}`)
    page.after.push({ heading: null, text })
  }
}

function printed(page: Page): InventedSource {
  const { dice } = page
  const style: Style = {
    columns: 64,
    breaksAtHyphens: dice.chance(0.7),
    hasBlankLines: dice.chance(0.5),
    hasTrailingSpaces: dice.chance(0.5),
  }
  const gap = dice.chance(0.7) ? '  ' : ' '
  const summary = [page.filler(), ...page.summary, page.filler()].join(gap)
  const drafts: Draft[] = [
    { heading: null, text: `Summary: ${summary}${gap}End summary.` },
    ...page.before,
    ...page.middle,
    ...page.after,
  ]
  const marking = dice.pick(['(C)', '(C)', '(S)', '(C/NF)', '(SBU)'])
  const body = drafts.flatMap(({ heading, text }, at) => [
    ...headingLines(page, heading, style),
    ...wrapped(cased(page, text), `${at + 1}.  ${marking}  `, style),
    '',
  ])
  const extra = dice.chance(0.4) ? 3 + dice.below(body.length - 4) : 0
  const head = headLines(page, style)
  const message = paged(
    [...head, ...body, 'CORLISS'],
    style,
    POST,
    SERIAL,
    extra === 0 ? 0 : head.length + extra,
  )
  const outcome = readMessage(message, { nameId: ID, source: { path: `${ID}.txt`, format: 'message' } })
  if (outcome.kind === 'refused') throw new Error(outcome.reason)
  return {
    cable: outcome.cable,
    message,
    secrets: [...page.secrets],
    keeps: [...page.keeps],
    forms: page.forms,
  }
}

function cased({ inCapitals }: Page, text: string): string {
  return inCapitals ? text.toUpperCase() : text
}

function headingLines(page: Page, heading: string | null, style: Style): string[] {
  if (heading === null) return []
  const lines = wrapped(cased(page, heading), '', style)
  return [...lines, ...(page.dice.chance(0.6) ? ['-'.repeat((lines.at(-1) ?? '').length)] : []), '']
}

function headLines(page: Page, style: Style): string[] {
  const subject = page.subject.length > 0 ? page.subject.join('; ') : page.dice.pick(SUBJECTS)
  return [
    `R 141225Z MAY 06`,
    `FM AMEMBASSY ${POST}`,
    'TO RUEHC/SECSTATE WASHDC 2014',
    'INFO RUEHXX/AMEMBASSY LINDGARD 0112',
    '',
    `C O N F I D E N T I A L ${POST} 00${SERIAL}`,
    '',
    'SIPDIS',
    '',
    'E.O. 12958: DECL: 05/14/2016',
    `TAGS: PREL, PGOV, ELAB, EWWT${page.tags}`,
    ...wrapped(subject.toUpperCase(), 'SUBJECT: ', style),
    'REF: A. TARSUND 1242',
    '     B. LINDGARD 212',
    '',
    'Classified By: DCM Harold Benning for reasons 1.4 (b) and (d).',
    '',
  ]
}
