/**
 * @module What a person wants who types into the question field: an answer, the summary of a cable, one of its paragraphs, or
 * nothing that an archive can give. Only the last three are decided here, and only where the words leave no doubt.
 */
import { readAddress, withNumbersForUrls } from '../../cables/address.js'
import { findCableIds, formatNumber, withoutCableIds } from '../../cables/ids.js'
import { termsOf } from '../terms.js'

/** Why there is nothing to search for: each has its own reply. */
export type NothingToSearch = 'smallTalk' | 'aboutTheBot' | 'outOfScope' | 'unclear'

export type AskedRequest =
  | { readonly kind: 'question' }
  /** @property cable canonical number */
  | { readonly kind: 'summary'; readonly cable: string }
  /** @property paragraph printed number */
  | { readonly kind: 'paragraph'; readonly cable: string; readonly paragraph: number }
  | { readonly kind: 'nothing'; readonly why: NothingToSearch }

/** @param history earlier questions of the same talk: with them "tell me more" says enough */
export function requestOf(question: string, history: readonly string[]): AskedRequest {
  const text = withNumbersForUrls(question.trim())
  const address = readAddress(text)
  const [cable, ...more] = findCableIds(text)
  if (cable !== undefined && more.length === 0) {
    const isAddress = address !== null && formatNumber(address.number) === cable
    const paragraph = isAddress ? printedNumber(address.mark) : paragraphOf(text)
    if (paragraph !== null) return { kind: 'paragraph', cable, paragraph }
    return (isAddress && address.mark === null) || asksForSummary(text)
      ? { kind: 'summary', cable }
      : { kind: 'question' }
  }
  if (cable !== undefined) return { kind: 'question' }
  const why = nothingToSearch(text, history.length > 0)
  return why === null ? { kind: 'question' } : { kind: 'nothing', why }
}

/** Beside the number of a cable these ask for what it says as a whole; in the languages of the replies. */
const SUMMARY_WORDS = new Set(
  `a about abstract all an few lines answer ask asked asks did do does for i pls us we you brief briefly briefing bullet can cable contain contains content contents cover covers deal deals
  couple could describe discuss discusses dispatch document essence explain full gist give giving go goes happen happened happens highlight highlights idea ideas important in information is it key learn learned long main matter me message
  mean meant need nutshell of on one open outline overview please point points precis purpose put quick quickly recap read report reported reporting reports s say
  says sentence sentences short show shortly simple state states story subject sum summaries summarise summarised summarize
  summarized summary summed synopsis takeaway takeaways talk talks telegram tell tells text the their theme there thing things this three tl told dr tldr two
  topic up version want wants was what whats wire with word words would write written
  de del qué que cuál cual es trata resume resumen resumir resúmeme resúmelo dice sobre principal punto contenido el la lo los un una me por favor dame hazme haz
  quoi parle résume résumé résumer resumer dit le les contenu donne moi fais s'il te vous plaît plait du quel quelle est sujet principal c'est qu'est ce dans
  worum geht es steht fasse fass zusammen zusammenfassung inhalt von was sagt das der die bitte kurz kurzfassung gib mir eine einen hauptpunkt thema`.split(
    /\s+/,
  ),
)

function asksForSummary(text: string): boolean {
  const words =
    withoutCableIds(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}'’]+/gu) ?? []
  return words.every((word) => SUMMARY_WORDS.has(word.replace(/’/g, "'").replace(/'s$/, '')))
}

/** Of the mark of an address: a position is none. */
function printedNumber(mark: string | null): number | null {
  return mark?.startsWith('¶') === true ? Number(mark.slice(1)) : null
}

/** `paragraph 3 of …`, `¶2`, `para 2`, alone with the number or with words that ask for a text. */
const PARAGRAPH = /(?:¶\s?|\bpara(?:graph|s|\.)?\s+(?:no\.?\s+|number\s+)?)(\d{1,3})\b/i

function paragraphOf(text: string): number | null {
  const found = PARAGRAPH.exec(text)
  if (found?.[1] === undefined) return null
  return asksForSummary(text.replace(found[0], ' ').replace(/\bparagraph\b/i, ' ')) ? Number(found[1]) : null
}

/** The end of a phrase of small talk. */
const BREAK = '(?:[\\s,.!?¡¿]+|$)'
const SMALL_TALK = new RegExp(
  `^(?:ok(?:ay)?|yes|yep|yeah|no|nope|sure|right|cool|nice|great|wow|lol|hm{1,9}|thank you|thanks?|thx|ty|cheers|hello|hi|hey|bye|goodbye|please|sorry|never ?mind|got it|i see|perfect|awesome|good (?:job|bot|work|morning|evening|night|day)|good|well done|s[ií]|vale|gracias|hola|adi[oó]s|oui|non|merci|bonjour|salut|d'accord|ja|nein|danke|hallo|tsch[uü]ss)${BREAK}`,
  'iu',
)
/** Goes on from such a phrase. */
const SMALL_TALK_GOES_ON = new RegExp(
  `^(?:so much|very much|a lot|bot|there|all|everyone|pilcrow|again|you|mate|then|beaucoup|sch[oö]n|vielmals|mucho)${BREAK}`,
  'iu',
)
/** More phrases than these are no thanks. */
const MOST_PHRASES = 12

/** Phrase by phrase: one pattern for all of them would try every way to part a long text. */
function isSmallTalk(text: string): boolean {
  let rest = text.replace(/^[\s¡¿]+/u, '')
  for (let phrase = 0; phrase < MOST_PHRASES && rest !== ''; phrase++) {
    const found = SMALL_TALK.exec(rest) ?? (phrase > 0 ? SMALL_TALK_GOES_ON.exec(rest) : null)
    if (found === null) return false
    rest = rest.slice(found[0].length)
  }
  return rest === ''
}

const ABOUT_THE_BOT =
  /^(?:help|\?+|(?:please )?help me|who are you|what are you|what(?:'s| is) your name|what (?:can|do) you do|how (?:do|does|can) (?:you|i|this|it|the bot) (?:work|use (?:you|this|it)|start)|what (?:can|should) i ask(?: you)?|are you (?:a |an )?(?:bot|human|robot|ai|real|alive|there)|what is this(?: bot)?|(?:qui[eé]n eres|qu[eé] puedes hacer|ayuda|qui es-tu|que (?:peux|sais)-tu faire|aide|wer bist du|was kannst du|hilfe))[\s.!?]*$/iu

const OUT_OF_SCOPE: readonly RegExp[] = [
  // Orders to the bot.
  /\b(?:ignore|forget|disregard|override)\b.{0,30}\b(?:instructions?|rules|prompts?|guidelines)\b|\bsystem prompt\b|\b(?:pretend|act) (?:to be|as (?:if|an?)|you are)\b/i,
  /^(?:(?:please|now|can you|could you) )*(?:write|compose|make|code|program|generate|draw|sing|draft)\b(?: me| us)? (?:an?|some|the)\b.{0,40}\b(?:poem|haiku|song|joke|story|essay|limerick|rap|letter|e-?mail|script|code|function|program|picture|image|page|app)\b/i,
  /\b(?:tell|give) (?:me|us) a joke\b|\b(?:python|javascript|java|c\+\+|html|sql|excel) (?:script|function|code|program|macro|query|formula)\b/i,
  // Opinions.
  /\b(?:what|who|which|how|do|would|are|is) (?:.{0,60} )?(?:do )?you (?:personally )?(?:think|believe|prefer|like|feel|agree|favou?r|love|hate|recommend)\b|\byour (?:own |personal )?(?:opinion|favou?rite|view)\b|^should i\b/i,
  // The world of today.
  /\b(?:weather|rain|snow|sunny|temperature|forecast)\b.*\b(?:today|tomorrow|tonight|now|(?:this|next) (?:week|weekend|morning|afternoon|evening))\b/i,
  /\b(?:what time is it|what day is (?:it|today)|today's (?:news|date|weather|headlines)|(?:share|stock|bitcoin) price (?:today|now|of)|exchange rate (?:today|now))\b/i,
  /\bwho won (?:the )?.{0,40}\b(?:yesterday|last night|today|tonight)\b|\b(?:football|soccer|basketball|baseball|tennis|cricket) (?:match |game |score )?(?:yesterday|last night|today|tonight)\b/i,
]

/** Stand for somebody or something that was named before. */
const PRONOUNS =
  /\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|that|this|those|these|there|one|ones|second|former|latter)\b/i

/** Say who, of thousands: without a name they do not tell whom. */
const GENERIC = new Set(
  `ambassador minister president official officials meeting meetings government embassy contact contacts country exact exactly
  more please else second first angry dollar dollars much many people man woman source sources person today detail details go continue next
  explain elaborate happen happened refuse refused do did reason really`.split(/\s+/),
)

function nothingToSearch(text: string, hasHistory: boolean): NothingToSearch | null {
  if (isSmallTalk(text)) return 'smallTalk'
  if (ABOUT_THE_BOT.test(text)) return 'aboutTheBot'
  if (OUT_OF_SCOPE.some((pattern) => pattern.test(text))) return 'outOfScope'
  if (hasHistory) return null
  const terms = termsOf(text)
  if (terms.length === 0) return 'unclear'
  if (/["“«]/.test(text) || terms.some(({ isName }) => isName)) return null
  const isGeneric = terms.every(({ word }) => GENERIC.has(word.toLowerCase()))
  const isQuestion = /\?|^\W*(?:and|but|tell|what|who|why|how|when|where|which|go|more|explain)\b/i.test(text)
  return isQuestion && isGeneric && (terms.length <= 2 || PRONOUNS.test(text)) ? 'unclear' : null
}
