/** @module The buttons of the reader: those that open a view beside the message, and those that turn it in place. */
import type { ParagraphAddress } from '../cables/cable.js'
import { defineRoute, integerField, plainField, textField, wordField, type Field } from './routes.js'
import { quotesField } from './quotes.js'

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

export const openParagraph = defineRoute('para', 1, paragraphFields)
export const turnParagraph = defineRoute('turn', 1, paragraphFields)

/** The cable at the page on which a paragraph begins: the pages are only counted when someone wants to see one. */
export const openCable = defineRoute('cable', 1, {
  cable: cableField,
  position: integerField(1, 99_999),
})

export const turnPage = defineRoute('page', 1, {
  cable: cableField,
  page: integerField(1, 9_999),
})

/** The menus of a cable: the number that is chosen is the value, not in the id. */
export const openLinked = defineRoute('linked', 1, { list: wordField('references', 'citedby', 'list') })

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

/** Position 0 is the whole cable. */
export const cite = defineRoute('cite', 1, { cable: cableField, position: integerField(0, 99_999) })

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

export const similar = defineRoute('similar', 1, { cable: cableField, position: integerField(0, 99_999) })
