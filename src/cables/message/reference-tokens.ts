/** @module The prepared text of a REF field as tokens: words, numbers, years in parentheses, ends of items. */

export interface Token {
  /** `words` are all that stand together, hyphens, periods and apostrophes included; `letter` is one letter behind a number. */
  readonly kind: 'words' | 'number' | 'year' | 'and' | 'letter' | 'end'
  readonly text: string
  /** No blank stands before it, at most a hyphen, slash or period. */
  readonly glued: boolean
  /** What stands before it of `,`, `:`, `.`, `/` and `-`. */
  readonly sign: string
  /** It is the first of its line. */
  readonly newLine: boolean
}

/** Words that join references; a name may hold none of them. */
const JOINT = '(?:AND|OR|PLUS|ALSO|SEE)(?![A-Za-z])|&|\\+'

const TOKEN = new RegExp(
  `(\\s*)([,:./-]{0,3})(\\s*)(?:‹(\\d{2,4})›|(\\d+)(?![.]\\d)|(${JOINT})|([A-Za-z][A-Za-z.'’]*)|([|;])|(.))`,
  'gisu',
)

/** Longest name of a post (words). */
const MOST_WORDS = 6

export function referenceTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const found of text.matchAll(TOKEN)) {
    const [, before = '', signs = '', after = '', year, number, joint, word, end] = found
    const place = {
      glued: before === '' && after === '',
      sign: signs,
      newLine: /\n/.test(before + after),
    }
    const last = tokens.at(-1)
    if (year !== undefined) tokens.push({ kind: 'year', text: year, ...place })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, ...place })
    else if (joint !== undefined) tokens.push({ kind: 'and', text: joint, ...place })
    else if (word === undefined) addEnd(tokens, end ?? '', place)
    else if (last?.kind === 'number' && place.glued && word.length === 1 && signs !== '')
      tokens.push({ kind: 'letter', text: word, ...place })
    else if (last?.kind === 'words' && joins(last.text, signs))
      tokens[tokens.length - 1] = { ...last, text: `${last.text}${signs.includes('-') ? '-' : ' '}${word}` }
    else {
      if (last?.kind === 'words') addEnd(tokens, '', place)
      tokens.push({ kind: 'words', text: word, ...place })
    }
  }
  return tokens
}

/** A comma, colon or slash ends a name, and so does its length. */
function joins(words: string, signs: string): boolean {
  return !/[,:/]/.test(signs) && words.split(/[ -]/, MOST_WORDS).length < MOST_WORDS
}

function addEnd(tokens: Token[], text: string, place: Pick<Token, 'glued' | 'sign' | 'newLine'>): void {
  if (tokens.at(-1)?.kind !== 'end') tokens.push({ kind: 'end', text, ...place })
}
