/** @module What speaks for a passage being cited: features of the model in `confidence.ts`. */
import { bestSentence, yearSent } from '../retrieval/analysis.js'
import type { AnalysedParagraph } from '../retrieval/query.js'
import type { AnswerKind } from '../retrieval/understanding/asked-for.js'
import type { Understood } from '../retrieval/understanding/understand.js'
import type { WeightedTerm } from '../retrieval/weighted-terms.js'

/** Passages that may be cited, best first; more are not looked at. */
export const CITABLE_PASSAGES = 5

/** A term counts as found in a sentence from here on. */
const FOUND = 0.5
/** What is missing counts for no more than so much: a long question lacks more words. */
const MOST_MISSING = 3
/** Falls in the score beyond this many times e say no more. */
const MOST_GAP = 3
/** Weight of the rarest words: makes what is missing about 0 to 1. */
const RAREST = 8

/** Archives of so many paragraphs and fewer, or more, are alike (docs/accuracy.md). */
const SMALL_ARCHIVE = 400
const LARGE_ARCHIVE = 40_000

/** Chances are kept this far from 0 and 1, where their logarithms of odds end. */
const LEAST_CHANCE = 0.001
/** Say something of the question alone: whether the archive answers it must not hang on how people ask. */
const OF_THE_QUESTION = new Set(['followUp', 'anyKind', 'money', 'count', 'person', 'named', 'date'])

const KINDS: readonly AnswerKind[] = ['money', 'count', 'person', 'named', 'date']

/** Numbers by name, each about 0 to 1. */
export type Evidence = Readonly<Record<string, number>>

/** Speak for an answer, whatever the questions are that the weights are fitted on. */
const FOR =
  'coverage similarity sentenceSimilarity match tokenMatch weakestToken sentenceMatch place earlierCable share first exactNames exactOthers names others othersAround weakest weakestAround othersInSentence allAround bestSimilarity bestScore offered likeliest together all least answered'
/** Speak against it: nothing that is missing may make an answer surer. */
const AGAINST =
  'gap worstMissing worstMissingAround missingAround notOffered nowhereOffered laterYear otherYear notOfferedInSmall worstMissingAroundInSmall'

/** Which way a piece of evidence may count: 1 up, -1 down, 0 either. */
export function signOf(name: string): 1 | -1 | 0 {
  if (FOR.split(' ').includes(name)) return 1
  return AGAINST.split(' ').includes(name) ? -1 : 0
}

/**
 * @param passages best first
 * @returns one for each of the first `CITABLE_PASSAGES`
 */
export function evidenceOf(passages: readonly AnalysedParagraph[], understood: Understood): Evidence[] {
  const nearest = passages.slice(0, CITABLE_PASSAGES + 1)
  const total = nearest.reduce((sum, { score }) => sum + score, 0)
  return nearest.slice(0, CITABLE_PASSAGES).map((passage, rank) => {
    const { signals, score } = passage
    const evidence = {
      coverage: signals.coverage,
      similarity: signals.similarity ?? 0,
      sentenceSimilarity: signals.sentenceSimilarity,
      match: signals.match,
      tokenMatch: signals.tokenMatch,
      weakestToken: signals.weakestToken,
      sentenceMatch: signals.sentenceMatch,
      place: signals.place,
      earlierCable: signals.earlierCable,
      followUp: Number(understood.earlier !== null),
      share: total === 0 ? 0 : score / total,
      gap: Math.min(MOST_GAP, -Math.log(Math.max(score, Number.MIN_VALUE))),
      first: Number(rank === 0),
      summary: signals.summary,
      ...termEvidence(passage, understood.terms),
      ...kindEvidence(passage, understood),
      ...yearEvidence(passage, understood),
    }
    return { ...evidence, ...sizeEvidence(evidence, understood.paragraphs) }
  })
}

/** In a small archive the same evidence tells another tale: fewer passages look like the right one. */
function sizeEvidence(evidence: Evidence, paragraphs: number): Evidence {
  const range = Math.log(LARGE_ARCHIVE / SMALL_ARCHIVE)
  const small = Math.min(1, Math.max(0, Math.log(LARGE_ARCHIVE / Math.max(1, paragraphs)) / range))
  const inSmall = ['share', 'tokenMatch', 'weakestToken', 'notOffered', 'worstMissingAround']
  return {
    small,
    ...Object.fromEntries(inSmall.map((name) => [`${name}InSmall`, small * (evidence[name] ?? 0)])),
  }
}

/**
 * What speaks for the archive having an answer: how likely its passages are to answer, and the evidence for the likeliest.
 * @param evidence of the first passages, with the chance of each
 */
export function answerEvidence(evidence: readonly Evidence[], chances: readonly number[]): Evidence {
  const [first = 0, second = 0] = [...chances].sort((a, b) => b - a)
  const together = chances.reduce((sum, chance) => sum + chance, 0)
  const likeliest = Object.entries(evidence[chances.indexOf(first)] ?? {})
  return {
    likeliest: logOdds(first),
    // Half of it, because where two answer alike both are cited.
    together: logOdds(together / 2),
    second,
    ...Object.fromEntries(likeliest.filter(([name]) => !OF_THE_QUESTION.has(name))),
  }
}

/** What speaks for all that is cited answering: one wrong citation beside the right one costs the reader as much. */
export function citationsEvidence(cited: readonly number[], answered: number): Evidence {
  return {
    all: logOdds(cited.reduce((product, chance) => product * chance, 1)),
    least: logOdds(Math.min(...cited)),
    answered: logOdds(answered),
    more: cited.length - 1,
  }
}

function logOdds(chance: number): number {
  const bounded = Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance))
  return Math.log(bounded / (1 - bounded))
}

/** How the question's terms are spread: names and other words apart, in the paragraph and around its best sentence. */
function termEvidence({ matches, sentences }: AnalysedParagraph, terms: readonly WeightedTerm[]): Evidence {
  const best = bestSentence(sentences)
  const around = terms.map((_, at) =>
    Math.max(
      0,
      ...sentences
        .filter(({ index }) => Math.abs(index - (best?.index ?? -9)) <= 1)
        .map((one) => one.matches[at] ?? 0),
    ),
  )
  const inParagraph = terms.map((_, at) => matches[at] ?? 0)
  const inSentence = terms.map((_, at) => best?.matches[at] ?? 0)
  const exact = inParagraph.map((match) => Number(match === 1))
  const isName = (term: WeightedTerm): boolean => term.isName
  const isOther = (term: WeightedTerm): boolean => !term.isName
  const missing = (found: readonly number[]): number[] =>
    terms.map(({ weight }, at) => ((1 - (found[at] ?? 0)) * weight) / RAREST)
  const others = terms.flatMap((term, at) => (term.isName ? [] : [at]))
  return {
    exactNames: share(terms, exact, isName),
    exactOthers: share(terms, exact, isOther),
    names: share(terms, inParagraph, isName),
    others: share(terms, inParagraph, isOther),
    othersAround: share(terms, around, isOther),
    worstMissing: Math.max(0, ...missing(inParagraph)),
    worstMissingAround: Math.max(0, ...missing(around)),
    missingAround: Math.min(
      MOST_MISSING,
      missing(around).reduce((sum, one) => sum + one, 0),
    ),
    weakest: others.length === 0 ? 1 : Math.min(...others.map((at) => inParagraph[at] ?? 0)),
    weakestAround: others.length === 0 ? 1 : Math.min(...others.map((at) => around[at] ?? 0)),
    othersInSentence: share(terms, inSentence, isOther),
    allAround: Number(around.every((match) => match >= FOUND)),
    bestSimilarity: best?.similarity ?? 0,
    bestScore: best?.score ?? 0,
  }
}

/** A cable seldom tells of years after its own, and of another year only where it names it. */
function yearEvidence({ cable, paragraph }: AnalysedParagraph, { years }: Understood): Evidence {
  const own = yearSent(cable)
  if (own === 0) return { sameYear: 0, laterYear: 0, otherYear: 0 }
  return {
    sameYear: Number(years.includes(own)),
    laterYear: Number(years.some((year) => year > own)),
    otherYear: Number(years.some((year) => year !== own && !paragraph.text.includes(String(year)))),
  }
}

function kindEvidence({ sentences }: AnalysedParagraph, { askedFor: { kind } }: Understood): Evidence {
  const known = kind === 'thing' ? 0 : 1
  const best = bestSentence(sentences)?.offers ?? 0
  return {
    offered: known * best,
    notOffered: known * (1 - best),
    nowhereOffered: known * (1 - Math.max(0, ...sentences.map(({ offers }) => offers))),
    anyKind: 1 - known,
    ...Object.fromEntries(KINDS.map((one) => [one, Number(one === kind)])),
  }
}

/** Share of the weight of those terms that are found; 1 when there are none. */
function share(
  terms: readonly WeightedTerm[],
  found: readonly number[],
  which: (term: WeightedTerm) => boolean,
): number {
  let sum = 0
  let total = 0
  terms.forEach((term, at) => {
    if (!which(term)) return
    total += term.weight
    sum += term.weight * (found[at] ?? 0)
  })
  return total === 0 ? 1 : sum / total
}
