/** @module The buttons of the reader: those that open a view beside the message, and those that turn it in place. */
import type { ParagraphAddress } from '../cables/cable.js'
import { defineRoute, integerField, plainField, textField, wordField, type Field } from './routes.js'
import { quotesField, type QuoteMark } from './quotes.js'

/** Characters of a canonical number: two of the year, up to 32 of the post, up to 8 of the serial. */
const CABLE_ID_MAX = 42

const CHOSEN_PARAGRAPH = new RegExp(`^(\\S{1,${CABLE_ID_MAX}}) ([1-9]\\d{0,4})$`, 'u')

/** A canonical number. */
export const cableField = textField(CABLE_ID_MAX)

const paragraphFields = {
  cable: cableField,
  position: integerField(1, 99_999),
  /** Which part of a paragraph too long for one message, from 1; 0 is the part with the first quote. */
  part: integerField(0, 999),
  quotes: quotesField,
}

/** What the reader shows: a paragraph, or, at position 0, a page of the cable (which is then the part). */
export interface ReaderView {
  readonly cable: string
  readonly position: number
  readonly part: number
  readonly quotes: readonly QuoteMark[]
}

const viewFields = { ...paragraphFields, position: integerField(0, 99_999), part: integerField(0, 9_999) }

/** The id with as many of the quotes as it has room for. */
export function withRoom<V extends Pick<ReaderView, 'quotes'>>(
  view: V,
  route: { id(view: V): string | null },
): string | null {
  for (let kept = view.quotes.length; kept >= 0; kept--) {
    const id = route.id({ ...view, quotes: view.quotes.slice(0, kept) })
    if (id !== null) return id
  }
  return null
}

export const openParagraph = defineRoute('para', 1, paragraphFields)

/** To a neighbour, and then the quotes are those of the paragraph that one comes from; to another part, `from` is 0. */
export const turnParagraph = defineRoute('turn', 2, { ...paragraphFields, from: integerField(0, 99_999) })

/** From a paragraph to its cable, in the place of the paragraph. */
export const wholeCable = defineRoute('whole', 1, paragraphFields)

/** To a view that one came from. */
export const back = defineRoute('back', 1, viewFields)

/** The cable at the page on which a paragraph begins: the pages are only counted when someone wants to see one. */
export const openCable = defineRoute('cable', 1, {
  cable: cableField,
  position: integerField(1, 99_999),
})

export const turnPage = defineRoute('page', 1, {
  cable: cableField,
  page: integerField(1, 9_999),
})

/** The menus of a cable's page: the number that is chosen is the value, not in the id. */
export const openLinked = defineRoute('linked', 2, {
  list: wordField('references', 'citedby'),
  cable: cableField,
  page: integerField(1, 9_999),
})

/** The menu of a list of cables, which stays when one is opened. */
export const openListed = defineRoute('listed', 1, {})

const linkFields = {
  cable: cableField,
  list: wordField('references', 'citedby'),
  page: integerField(1, 99_999),
}

/** All references of a cable, or all cables that cite it, where a menu does not hold them: beside the cable, then in place. */
export const openLinks = defineRoute('links', 1, linkFields)
export const turnLinks = defineRoute('linkspage', 1, linkFields)

/** A number as a menu's value. */
export const chosenCable = plainField(CABLE_ID_MAX)

/** Opens the modal that asks for a paragraph. */
export const openJump = defineRoute('jump', 1, { cable: cableField })

/** The modal itself. */
export const jump = defineRoute('jumpto', 1, { cable: cableField })

export const download = defineRoute('file', 1, { cable: cableField })

/** What is shown, as a footnote. */
export const cite = defineRoute('cite', 2, viewFields)

/** The menu of an answer's sources: the paragraph that is chosen is the value, not in the id. */
export const citeSource = defineRoute('citesource', 1, {})

/** A paragraph as a menu's value: `06MEXICO1889 2`, its cable and position. */
export const chosenParagraph: Field<ParagraphAddress> = {
  encode: ({ cable, position }) => `${cable} ${position}`,
  decode: (text) => {
    const [, cable, position] = CHOSEN_PARAGRAPH.exec(text) ?? []
    return cable === undefined ? undefined : { cable, position: Number(position) }
  },
}

/** What is like that which is shown. */
export const similar = defineRoute('similar', 2, viewFields)
