/** @module The head of a cable: who wrote to whom, when, under which restrictions, about what; with what the short words mean. */
import type { CableHeader } from '../cables/cable.js'
import { findPrecedence, findCaption } from '../cables/vocabulary/terms.js'
import { findTag } from '../cables/vocabulary/tags.js'
import { cleanLine } from './clean.js'
import { fitLine } from './cut.js'
import { timeOf } from './dates.js'
import { CABLE_FACT_MAX, PASSAGE_LINE_MAX, SUBJECT_MAX } from './limits.js'
import type { Say } from './texts/texts.js'

/** Head of every page but the first: subject, number, sender, date, classification. What is unknown is left out. */
export function shortCardOf(say: Say, cable: CableHeader): string {
  const facts = [cable.id, cable.origin, cable.date && timeOf(say, cable.date), cable.classification]
  const subject = cable.subject === '' ? say('reader.noSubject') : cable.subject
  return [
    `### ${fitLine(subject, SUBJECT_MAX)}`,
    fitLine(facts.filter((fact) => fact !== null && fact !== '').join(' · '), PASSAGE_LINE_MAX),
  ].join('\n')
}

/** Head of the first page: the same, then what else stands above the text. */
export function cardOf(say: Say, cable: CableHeader): string {
  const precedence = cable.precedence ?? ''
  const lists: [string, readonly string[]][] = [
    [say('reader.to'), cable.recipients],
    [say('reader.info'), cable.infoRecipients],
    [say('reader.precedence'), [withMeaning(precedence, findPrecedence(precedence)?.meaning)]],
    [say('reader.captions'), cable.captions.map((each) => withMeaning(each, findCaption(each)?.meaning))],
    [say('reader.tags'), cable.tags.map((each) => withMeaning(each, tagMeaning(each)))],
    [say('reader.references'), cable.references],
  ]
  return [
    shortCardOf(say, cable),
    ...lists.flatMap(([name, values]) => {
      const line = cleanLine(values.filter((value) => value !== '').join(', '))
      return line === '' ? [] : [`**${name}** ${fitLine(line, CABLE_FACT_MAX)}`]
    }),
  ].join('\n')
}

/** `PREL (External Political Relations)` */
function withMeaning(word: string, meaning: string | undefined): string {
  return meaning === undefined || meaning === '' ? word : `${word} (${meaning})`
}

function tagMeaning(code: string): string | undefined {
  const tag = findTag(code)
  return tag === null ? undefined : tag.name || tag.meaning
}
