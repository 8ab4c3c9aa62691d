/** @module What kind of answer a question asks for, and whether a sentence offers one. */

export type AnswerKind = 'quantity' | 'person' | 'date' | 'place' | 'thing'

const NUMBER_WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|' +
  'nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|both|single|no'
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const WEEKDAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'

/** Question forms, first match counts. Their order matters: "how many people" asks for a number, not a person. */
const QUESTION_FORMS: readonly (readonly [RegExp, AnswerKind])[] = [
  [/\bhow (?:many|much|long|old|often|far|large|big|high|wide|deep|tall|heavy|fast)\b/i, 'quantity'],
  [
    /\bwhat (?:share|percentage|percent|number|sum|amount|price|vote|rate|proportion|fraction)\b/i,
    'quantity',
  ],
  [/\b(?:by|at|for) what (?:vote|price|margin|cost)\b/i, 'quantity'],
  [/\bwhen\b|\b(?:what|which|in which|on what|on which) (?:year|date|day|month)\b|\bsince when\b/i, 'date'],
  [/\bwho(?:m|se)?\b/i, 'person'],
  [/\bwhere\b/i, 'place'],
]

/** The kind that the question's own words ask for; `thing` when they leave it open. */
export function answerKindOf(question: string): AnswerKind {
  return QUESTION_FORMS.find(([form]) => form.test(question))?.[1] ?? 'thing'
}

/** Patterns of which one must match; those about names look at capitals, so they are apart from those that ignore case. */
const OFFERS: Readonly<Record<Exclude<AnswerKind, 'thing'>, readonly RegExp[]>> = {
  quantity: [new RegExp(`\\d|%|\\b(?:${NUMBER_WORD})s?\\b`, 'i')],
  date: [
    // "May" is a month only with a capital and no verb behind it: "May 3", "in May", "MAY 3".
    /\b(?:1[5-9]|20)\d\d\b|\d{1,2}\/\d{1,2}|\bMay\b|\bMAY \d/,
    new RegExp(`\\b(?:${MONTH}|${WEEKDAY}|yesterday|today|tomorrow|tonight)\\b`, 'i'),
    /\b(?:last|next|this) (?:week|month|year|spring|summer|autumn|fall|winter)\b/i,
  ],
  person: [
    /\p{Lu}[\p{L}'’.-]+\s+\p{Lu}[\p{L}'’-]+/u,
    /\b(?:minister|president|ambassador|general|governor|king|queen|prince|emir|chief|director|he|she)\b/i,
  ],
  place: [
    /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]f|[Oo]n|[Oo]utside|[Ii]nside|[Aa]cross|[Bb]etween|[Tt]hrough) (?:the )?\p{Lu}/u,
    /\b(?:IN|AT|NEAR|FROM|TO) \p{Lu}/u,
  ],
}

/** Whether the sentence holds something of the kind asked for. */
export function offers(kind: AnswerKind, sentence: string): boolean {
  return kind === 'thing' || OFFERS[kind].some((pattern) => pattern.test(sentence))
}
