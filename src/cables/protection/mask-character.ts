/** What hidden words are shown as: five of these, whatever their length, so that it tells nothing. */
export const MASK_CHARACTER = '█'
export const MASK = MASK_CHARACTER.repeat(5)
