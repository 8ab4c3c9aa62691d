/** Endings of the names of files that may hold cables: messages, pages, dumps, and archives of them. */
export const FILE_ENDINGS = ['.txt', '.htm', '.html', '.csv', '.zip', '.gz'] as const
