/** @module Names of persons in the TAGS field, behind the codes of visits: `OVIP ROE JANE`, `OVIP (ROE, JANE)`. */

/** Codes that a person's name follows without parentheses. */
const TAKES_NAME: ReadonlySet<string> = new Set(['OVIP', 'OREP', 'OTRA', 'OIIP', 'OEXC', 'CODEL', 'STAFFDEL'])

export function takesName(code: string): boolean {
  return TAKES_NAME.has(code)
}

/** What stands before a name that is not in the order family, given. */
const TITLE =
  /^(?:CODEL|STAFFDEL|SECRETARY|SENATOR|SEN\.?|REP\.?|CONGRESS\w*|PRESIDENT|MINISTER|PRIME|FM|AMBASSADOR|AMB\.?|GENERAL|GEN\.?|ADMIRAL|ADM\.?|KING|QUEEN|DR\.?|MRS?\.?|MS\.?|DIRECTOR|DEPUTY|VICE)$/
/** First words of a family name of several. */
const PARTICLE = /^(?:VAN|VON|DE|DEL|DER|DEN|DI|DA|DOS|DU|LA|LE|EL|AL|BIN|BEN|ABU|ST\.?)$/
const INITIAL = /^(?:[A-Z]\.?|JR\.?|SR\.?|I{2,3})$/

/**
 * @param text of one group of persons, in capitals: `ROE, JANE; DOE, JOHN`, `ROE JANE B. DOE JOHN`
 * @param enclosed in parentheses, where a comma parts family and given names
 * @returns `FAMILY, GIVEN` for each; what has no such form stays as printed
 */
export function personNames(text: string, enclosed: boolean): string[] {
  return text
    .split(/;| AND | & |\//)
    .map((group) =>
      group
        .split(',')
        .map((piece) => piece.trim())
        .filter((piece) => piece !== ''),
    )
    .filter((pieces) => pieces.length > 0)
    .flatMap((pieces) => personsOf(pieces, enclosed))
}

function personsOf(pieces: readonly string[], enclosed: boolean): string[] {
  const [first = ''] = pieces
  if (pieces.length === 1) return fromWords(first.split(' '))
  const eachWhole = pieces.every((piece) => piece.includes(' ') && !PARTICLE.test(piece.split(' ')[0] ?? ''))
  if (eachWhole && (!enclosed || pieces.length > 2))
    return pieces.flatMap((piece) => fromWords(piece.split(' ')))
  if (enclosed && pieces.length % 2 === 1) return [pieces.join(', ')]
  const found: string[] = []
  for (let at = 0; at < pieces.length; at += 2) found.push(pieces.slice(at, at + 2).join(', '))
  return found
}

/** Words without commas: a family name with its particles, a given name with its initials, and so on. */
function fromWords(words: readonly string[]): string[] {
  if (words.length === 1 || TITLE.test(words[0] ?? '')) return [words.join(' ')]
  const found: string[] = []
  let at = 0
  while (at < words.length) {
    const from = at
    while (at < words.length - 1 && PARTICLE.test(words[at] ?? '')) at++
    const family = words.slice(from, ++at).join(' ')
    const given = at++
    while (at < words.length && INITIAL.test(words[at] ?? '')) at++
    // A single word that is left is a second given name.
    if (at === words.length - 1) at++
    found.push([family, words.slice(given, at).join(' ')].filter((part) => part !== '').join(', '))
  }
  return found
}
