/**
 * Grows with every change to what the reader gives of a message: `reread` reads what is stored again. Libraries from before
 * there was a number count as 0; 1 is the reader of the wide archive.
 */
export const READING_RECIPE = 2
