/** @module "Who is Orest Valko?": questions for who or what somebody or something is, and sentences that say it. */

const NAME_WORD = "(?:\\p{Ll}{1,3}['’-])?\\p{Lu}[\\p{L}\\p{N}.’'-]*"
/** The words that stand between those of a name. */
const JOINING = '(?:of|and|the|for|in|al|el|ibn|bin|de|del|della|da|di|dos|du|la|van|von|der|den)'
const NAME = `${NAME_WORD}(?: (?:${JOINING} ){0,2}${NAME_WORD})*`

const QUESTION = new RegExp(
  `^\\W*[Ww](?:ho|hat)(?:['’]s| is| was| are| were) (?:the )?(${NAME})[\\s?.!]*$`,
  'u',
)

/** A comma and what follows a name in apposition: "Walter Hensley, 51, a hydrologist". */
const APPOSITION_BEHIND =
  /^(?: \([^)]{1,60}\))*, (?:(?:aged? )?\d{1,3}, )?(?:an?|the|one of|his|her|its|their|our|who (?:is|was)|(?:the )?(?:former|current|new|late)|formerly|now|then|\p{L}+ (?:of|to|in|for|at))\b/iu
/** What a verb says that names an office or a nature; "was released" does not. */
const PREDICATE_BEHIND =
  /^(?: \([^)]{1,60}\))* (?:(?:(?:is|was|has been|had been|became|remains|remained) (?:(?:still|also|now|then|once) )?(?:an?|the|one of|his|her|its|our|their|chief|head|president|minister|ambassador|director)|serve[sd]|work(?:s|ed)|own(?:s|ed)|heads|headed|leads|led|chairs|chaired|commands|commanded|belongs|belonged|is called|means|stands for)\b)/iu
/** "a welder, Linus Grady", "a lawyer named Anna Kell", "the owner is Casimir Orlune". */
const APPOSITION_BEFORE =
  /(?:^|[^\p{L}])(?:an?|the|his|her|its|our|their|one|former|new|local|current)(?: [^\s.;:,“”"]+){1,8}?(?:,| named| called|,? (?:is|was)) $/iu
/**
 * An office or a trade directly before the name: "Air Force commander Hugo Reyes", "arms trafficker Luis Amaro". Most end alike;
 * so do a few words that are none.
 */
const OFFICE_BEFORE =
  /\b(?!(?:after|another|earlier|either|ever|for|further|however|later|neither|never|nor|other|over|per|rather|that|than|though|together|under|whatever|whenever|wherever|whether)\b)(?:\p{L}{2,}(?:er|or|ist|ian|[mw]an|men)|secretary|president|chief|general|colonel|captain|admiral|consul|judge|bishop|king|queen|prince|princess|sheikh|deputy|head|representative|counselor|attach[eé]|spouse|wife|son|brother|sister|company|firm|bank|party|group|ship|vessel|agency|ministry) $/iu

/** How well a sentence tells who or what it is, 0 to 1: said in so many words, by an office, or not at all. */
const SAID = 1
const BY_OFFICE = 0.9
const NAMED_ONLY = 0.4

/** From here on it tells. */
export const INTRODUCES = BY_OFFICE

/** The name that a question asks about and nothing else; `null` for other questions. */
export function nameAskedAbout(question: string): string | null {
  return QUESTION.exec(question)?.[1] ?? null
}

/** Characters before and behind a name that are looked at, and how many times it is, in a sentence: a damaged one may have thousands. */
const AROUND = 160
const MOST_MENTIONS = 20

/** @param name as the question has it; in the sentence its last word is enough */
export function introduces(name: string, sentence: string): number {
  const words = name.split(/\s+/)
  const last = words.at(-1) ?? name
  let best = 0
  const mentions = Array.from(sentence.matchAll(new RegExp(escaped(last), 'giu')), ({ index }) => index)
  for (const index of mentions.slice(0, MOST_MENTIONS)) {
    if (
      /[\p{L}\p{N}]/u.test(sentence[index - 1] ?? '') ||
      /[\p{L}\p{N}]/u.test(sentence[index + last.length] ?? '')
    )
      continue
    const before = withoutName(sentence.slice(Math.max(0, index - AROUND), index), words.slice(0, -1))
    const behind = sentence.slice(index + last.length, index + last.length + AROUND)
    best = Math.max(best, told(before, behind))
  }
  return best
}

function told(before: string, behind: string): number {
  if (APPOSITION_BEHIND.test(behind) || PREDICATE_BEHIND.test(behind) || APPOSITION_BEFORE.test(before))
    return SAID
  return OFFICE_BEFORE.test(before) ? BY_OFFICE : NAMED_ONLY
}

/** Takes the name's other words, titles and first names off the end. */
function withoutName(before: string, others: readonly string[]): string {
  let rest = before
  for (;;) {
    const [word] = /\S+\s+$/u.exec(rest) ?? []
    if (word === undefined) return rest
    const bare = word.trim()
    const isOfName = others.some((other) => other.toLowerCase() === bare.toLowerCase())
    if (!isOfName && !/^(?:Dr|Mr|Mrs|Ms|Prof|Gen|Col|Capt|Lt|Sgt|Maj|Adm|St)\.$/i.test(bare)) return rest
    rest = rest.slice(0, -word.length)
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
