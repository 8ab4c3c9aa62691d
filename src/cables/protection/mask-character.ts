/** What no cable has: tells a mask from the cable's own words, also when a masked download is read again. */
export const MASK_CHARACTER = '█'

/** What hidden words are shown as everywhere, whatever their length, so that it tells nothing but why. */
export const MASK = `${MASK_CHARACTER}protected${MASK_CHARACTER}`
