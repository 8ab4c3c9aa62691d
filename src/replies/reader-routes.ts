/** @module The buttons of the reader: those that open a view beside the message, and those that turn it in place. */
import { integerField, defineRoute, textField } from './routes.js'
import { quotesField } from './quotes.js'

/** Characters of a canonical number: two of the year, up to 32 of the post, up to 8 of the serial. */
const CABLE_ID_MAX = 42

const paragraphFields = {
  cable: textField(CABLE_ID_MAX),
  position: integerField(1, 99_999),
  /** Which part of a paragraph too long for one message, from 1; 0 is the part with the first quote. */
  part: integerField(0, 999),
  quotes: quotesField,
}

export const openParagraph = defineRoute('para', 1, paragraphFields)
export const turnParagraph = defineRoute('turn', 1, paragraphFields)

/** The cable at the page on which a paragraph begins: the pages are only counted when someone wants to see one. */
export const openCable = defineRoute('cable', 1, {
  cable: textField(CABLE_ID_MAX),
  position: integerField(1, 99_999),
})

export const turnPage = defineRoute('page', 1, {
  cable: textField(CABLE_ID_MAX),
  page: integerField(1, 9_999),
})
