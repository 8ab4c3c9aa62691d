/** @module In which language a question is typed, told by its function words: the cables, and the model, are English. */

export type QuestionLanguage = 'en' | 'es' | 'fr' | 'de' | 'other'

/** Words that no other of these languages has, or has as a word of its own. */
const FUNCTION_WORDS: Readonly<Record<'en' | 'es' | 'fr' | 'de', ReadonlySet<string>>> = {
  en: words(`the of and to was were is are what which who whom whose when where why how did does do had has have by with from
    for that this these those his her its their he she it they at as be been or not than about into after before many much`),
  es: words(`el los las una unas unos qué quién quiénes cuándo cuántos cuántas cuánto cuánta cómo dónde por según fue fueron era
    eran para con cuál cuáles y del al que qui su sus como quien cuando cuantos cuantas cuanto donde cual muchos hubo había ha han está están ser sobre entre desde hasta más`),
  fr: words(`le les une du des et est était étaient qui que quoi quel quelle quels quelles combien pourquoi comment où quand par
    pour dans avec sur aux au ont avait avaient été ce cette ces sont selon chez leur leurs ses qu'est quelle a-t-il a-t-elle y d'un d'une l'on`),
  de: words(`der das und ist wer wem wen wie wo wann warum weshalb wieso welche welcher welches welchem welchen wieviele viele nicht ein eine einen einem einer
    wurde wurden hat haben hatte hatten im vom zum zur mit für auf bei von den dem des nach über aus sich soll sollte laut war waren zu wegen gegen durch ohne`),
}

/** Ask a question in one language, and stand in no sentence of another: each counts as two words. */
const ASKING =
  words(`cuantos cuantas combien pourquoi quel quelle quels quelles wie wer wann warum welche welcher welches welchen welchem wieviele
  quién quiénes cuándo cuánto cuántos cuánta cuántas cómo dónde qué cuál cuáles`)

/** So many words of one language, and more than of English, tell. */
const FEWEST = 2

/** @returns `en` where nothing tells */
export function languageOf(question: string): QuestionLanguage {
  const letters = question.match(/\p{L}/gu) ?? []
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter))
  if (letters.length >= 4 && latin.length * 2 < letters.length) return 'other'
  // Quoted words may be of any language.
  const own = question.replace(/["“«„][^"“”«»„]*["”»“]/gu, ' ')
  const typed = own.toLowerCase().match(/[\p{L}]+(?:['’-][\p{L}]+)*/gu) ?? []
  const tokens = typed.flatMap((word) => (/['’-]/.test(word) ? [word, ...word.split(/['’-]/)] : [word]))
  const counts = (['es', 'fr', 'de'] as const).map((language) => ({
    language,
    count: countOf(tokens, language) + (language === 'es' && /[¿¡]/.test(own) ? FEWEST : 0),
  }))
  const [most] = counts.sort((a, b) => b.count - a.count)
  if (most === undefined || most.count < FEWEST) return 'en'
  return most.count > countOf(tokens, 'en') ? most.language : 'en'
}

function countOf(tokens: readonly string[], language: keyof typeof FUNCTION_WORDS): number {
  const own = tokens.filter((token) => FUNCTION_WORDS[language].has(token))
  return own.length + own.filter((token) => ASKING.has(token)).length
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
