import type { Cable } from '../../src/cables/cable.js'
import { isPost } from '../../src/cables/vocabulary/posts.js'
import { explainTag } from '../../src/cables/vocabulary/tag-explanations.js'
import { endsInName, lastWords, openingOf, printedLine, type PrintedField } from './printed.js'
import { type Sign, sign, valueSign } from './sign.js'

/** A head label that has come into another field. */
const LABEL = /(?:^|[^A-Za-z])(?:TAGS?|SUBJ(?:ECT)?|REFS?|REFTEL|E\.O\. \d{5}|CLASSIFIED BY)\s?:/i
const LONGEST_SUBJECT = 150
const LONGEST_CLASSIFIER = 90
const MOST_SIGNER_WORDS = 4

/** Signs in the fields of the head, and in the signature. */
export const HEAD_SIGNS: readonly Sign[] = [
  ...missing('subject', 'subject', ({ subject }) => subject === ''),
  sign('long subject', `The subject has more than ${LONGEST_SUBJECT} characters.`, ({ subject }) =>
    subject.length > LONGEST_SUBJECT ? [`${subject.slice(0, 40)} … ${subject.slice(-70)}`] : [],
  ),
  sign('subject with a label', 'Another label of the head stands in the subject.', ({ subject }) =>
    LABEL.test(subject) ? [subject.slice(Math.max(0, subject.search(LABEL) - 50))] : [],
  ),
  sign(
    'signer printed, none read',
    'No signer, though a name seems to end the text.',
    ({ signer }, message) => (signer === null && endsInName(message) ? [lastWords(message)] : []),
  ),
  sign('no signer printed', 'No signer, and no name at the end of the text.', ({ signer }, message) =>
    signer === null && !endsInName(message) ? [lastWords(message)] : [],
  ),
  sign(
    'suspicious signer',
    `The signer is one letter, has a digit or more than ${MOST_SIGNER_WORDS} words, or is a word that the text uses in small letters.`,
    ({ signer }, message) =>
      signer !== null && isSuspicious(signer, message) ? [`${signer} <- ${lastWords(message)}`] : [],
  ),
  ...missing('tags', 'TAGS', ({ tags }) => tags.length === 0),
  valueSign(
    'unknown TAGS',
    'TAGS that no table and no form explains: codes, phrases, countries, posts, acronyms, program codes, persons.',
    ({ tags }) => tags.filter((tag) => explainTag(tag) === null),
  ),
  valueSign(
    'TAGS by their form',
    'TAGS that are known by the form of a program code (K and three letters) only.',
    ({ tags }) => tags.filter((tag) => explainTag(tag) === 'program form'),
  ),
  valueSign('persons among TAGS', 'TAGS in the form of a person (`ROE, JANE`).', ({ tags }) =>
    tags.filter(isPerson),
  ),
  sign(
    'references printed, none read',
    'The text prints a list of references, and none was read.',
    (cable, message) => (cable.references.length === 0 ? printed(message, 'references') : []),
  ),
  valueSign('unknown posts', 'References to posts that no table knows.', ({ references }) =>
    references.map((id) => id.replace(/^\d\d|\d+$/g, '')).filter((post) => !isPost(post)),
  ),
  sign(
    'classified by printed, none read',
    'The text prints who classified it, and none was read.',
    (cable, message) => (cable.classifiedBy === null ? printed(message, 'classifiedBy') : []),
  ),
  sign(
    'doubtful classified by',
    `Who classified has more than ${LONGEST_CLASSIFIER} characters, or digits.`,
    ({ classifiedBy }) =>
      classifiedBy !== null && (classifiedBy.length > LONGEST_CLASSIFIER || /\d/.test(classifiedBy))
        ? [classifiedBy]
        : [],
  ),
  sign(
    'reasons printed, none read',
    'The text prints reasons (1.4 …), and none was read.',
    (cable, message) => (cable.reasons.length === 0 ? printed(message, 'reasons') : []),
  ),
  sign('no date', 'The cable has no date.', ({ date }, message) => (date === null ? [message] : [])),
  sign('no origin', 'The cable has no sending post.', ({ origin }, message) =>
    origin === null ? [message] : [],
  ),
  sign('no classification', 'The cable has no classification.', ({ classification }, message) =>
    classification === null ? [message] : [],
  ),
  valueSign(
    'declassify on no day',
    'Words stand in the place of the day of declassification.',
    ({ declassifyOn }) =>
      declassifyOn !== null && !/^\d{4}-\d\d-\d\d$/.test(declassifyOn) ? [declassifyOn] : [],
  ),
  sign(
    'declassify on printed, none read',
    'The text prints DECL:, and neither day nor words were read.',
    (cable, message) => (cable.declassifyOn === null ? printed(message, 'declassifyOn') : []),
  ),
  valueSign('doubtful recipients', 'Recipients that hold digits or small letters.', (cable) =>
    [...cable.recipients, ...cable.infoRecipients].filter((name) => /[\da-z]/.test(name)),
  ),
]

/** A field that is missing, by whether the text prints its label. */
function missing(field: PrintedField, name: string, isMissing: (cable: Cable) => boolean): Sign[] {
  return [
    sign(`${name} printed, none read`, `No ${name}, though the text prints the label.`, (cable, message) =>
      isMissing(cable) ? printed(message, field) : [],
    ),
    sign(`no ${name} printed`, `No ${name}, and no label in the text.`, (cable, message) =>
      isMissing(cable) && printedLine(message, field) === null ? [openingOf(message)] : [],
    ),
  ]
}

function printed(message: string, field: PrintedField): string[] {
  const line = printedLine(message, field)
  return line === null ? [] : [line]
}

function isPerson(tag: string): boolean {
  return /^[A-Z][A-Z'’. -]+, [A-Z]/.test(tag)
}

function isSuspicious(signer: string, message: string): boolean {
  if (signer.length < 2 || /\d/.test(signer) || signer.split(' ').length > MOST_SIGNER_WORDS) return true
  const words = signer.toLowerCase()
  return new RegExp(`(?<![\\w-])${words.replace(/[^\w ]/g, '.')}(?![\\w-])`).test(message)
}
