/**
 * @module Sentences that stand beside an answer, or in its place: what a reader must know of how the question was read. In every
 * language of the replies, because a question in Spanish is told in Spanish that the archive is searched in English.
 */

export type NoticeLanguage = 'en' | 'es' | 'fr' | 'de'

type Sentence = Readonly<Record<NoticeLanguage, string>>

export interface Notice {
  readonly key: NoticeKey
  /** What the sentence names, by its places (`{{cable}}`). */
  readonly values?: Readonly<Record<string, string>>
  /** Of the question, where the notice is about that; else the reader's own. */
  readonly language?: NoticeLanguage
}

export type NoticeKey = keyof typeof NOTICES

export const NOTICES = {
  none: {
    en: 'I found no paragraph in this archive that answers the question.',
    es: 'No he encontrado en este archivo ningún párrafo que responda a la pregunta.',
    fr: 'Je n’ai trouvé dans cette archive aucun paragraphe qui réponde à la question.',
    de: 'Ich habe in diesem Archiv keinen Absatz gefunden, der die Frage beantwortet.',
  },
  smallTalk: {
    en: 'Ask me about the cables in this archive, for example: Who signed the treaty?',
    es: 'Pregúntame por los cables de este archivo, por ejemplo: ¿Quién firmó el tratado?',
    fr: 'Pose-moi une question sur les câbles de cette archive, par exemple : Qui a signé le traité ?',
    de: 'Frag mich nach den Depeschen in diesem Archiv, zum Beispiel: Wer unterzeichnete den Vertrag?',
  },
  aboutTheBot: {
    en: 'I answer questions about the cables in this archive and cite the paragraphs. Ask in plain words, or name a cable to read its summary.',
    es: 'Respondo a preguntas sobre los cables de este archivo y cito los párrafos. Pregunta con palabras sencillas o nombra un cable para leer su resumen.',
    fr: 'Je réponds aux questions sur les câbles de cette archive et je cite les paragraphes. Pose ta question simplement, ou nomme un câble pour lire son résumé.',
    de: 'Ich beantworte Fragen zu den Depeschen in diesem Archiv und nenne die Absätze. Frag in einfachen Worten, oder nenne eine Depesche, um ihre Zusammenfassung zu lesen.',
  },
  outOfScope: {
    en: 'I only answer from the cables in this archive; this question asks for something else.',
    es: 'Solo respondo a partir de los cables de este archivo; esta pregunta pide otra cosa.',
    fr: 'Je ne réponds qu’à partir des câbles de cette archive ; cette question demande autre chose.',
    de: 'Ich antworte nur aus den Depeschen in diesem Archiv; diese Frage verlangt etwas anderes.',
  },
  unclear: {
    en: 'The question does not say what to look for. Name a person, a place or a matter.',
    es: 'La pregunta no dice qué hay que buscar. Nombra una persona, un lugar o un asunto.',
    fr: 'La question ne dit pas ce qu’il faut chercher. Nomme une personne, un lieu ou un sujet.',
    de: 'Die Frage sagt nicht, wonach zu suchen ist. Nenne eine Person, einen Ort oder eine Sache.',
  },
  noCable: {
    en: 'This archive does not have {{cable}}.',
    es: 'Este archivo no tiene {{cable}}.',
    fr: 'Cette archive n’a pas {{cable}}.',
    de: 'Dieses Archiv hat {{cable}} nicht.',
  },
  noParagraph: {
    en: '{{cable}} has no paragraph with the number {{paragraph}}.',
    es: '{{cable}} no tiene ningún párrafo con el número {{paragraph}}.',
    fr: '{{cable}} n’a aucun paragraphe portant le numéro {{paragraph}}.',
    de: '{{cable}} hat keinen Absatz mit der Nummer {{paragraph}}.',
  },
  english: {
    en: 'This archive is searched in English; names and numbers are found in any language.',
    es: 'Este archivo se busca en inglés: con otra lengua solo se encuentran nombres y cifras. Pregunta en inglés para una respuesta segura.',
    fr: 'Cette archive est consultée en anglais : dans une autre langue, seuls les noms et les chiffres sont trouvés. Pose ta question en anglais pour une réponse sûre.',
    de: 'Dieses Archiv wird auf Englisch durchsucht: In anderen Sprachen werden nur Namen und Zahlen gefunden. Frag für eine sichere Antwort auf Englisch.',
  },
  corrected: {
    en: 'Searched for “{{found}}” instead of “{{typed}}”.',
    es: 'Se ha buscado «{{found}}» en lugar de «{{typed}}».',
    fr: 'Recherche de « {{found}} » au lieu de « {{typed}} ».',
    de: 'Gesucht wurde „{{found}}“ statt „{{typed}}“.',
  },
  notFound: {
    en: 'The cited paragraphs do not mention: {{words}}.',
    es: 'Los párrafos citados no mencionan: {{words}}.',
    fr: 'Les paragraphes cités ne mentionnent pas : {{words}}.',
    de: 'In den zitierten Absätzen steht nicht: {{words}}.',
  },
} as const satisfies Readonly<Record<string, Sentence>>

/** Said beside an answer or its lack: the search was made. The others say why none was. */
const BESIDE: ReadonlySet<NoticeKey> = new Set(['english', 'corrected'])

/** @returns all that is said where there is no answer: that nothing was found, unless a notice says why nothing was looked for */
export function noticesOfSilence(notices: readonly Notice[]): readonly Notice[] {
  const [first] = notices
  if (first !== undefined && !BESIDE.has(first.key)) return [first]
  return [{ key: 'none', ...(first?.language && { language: first.language }) }, ...notices]
}

/** @param language of the reader, for notices that have none of their own */
export function noticeText(
  { key, values = {}, language: own }: Notice,
  language: NoticeLanguage = 'en',
): string {
  return NOTICES[key][own ?? language].replace(
    /\{\{(\w+)\}\}/g,
    (place, name: string) => values[name] ?? place,
  )
}
