/** The reply to a question. */
import { NOTICES } from '../../answers/notices.js'
import { definePhrases } from './phrase.js'

export const answerPhrases = definePhrases({
  none: NOTICES.none,
  nearest: {
    en: 'Nearest passages',
    es: 'Pasajes más cercanos',
    fr: 'Passages les plus proches',
    de: 'Nächstliegende Stellen',
  },
  sure: {
    en: 'Sure: the cited paragraphs say so.',
    es: 'Seguro: lo dicen los párrafos citados.',
    fr: 'Sûr : les paragraphes cités le disent.',
    de: 'Sicher: Die zitierten Absätze sagen es so.',
  },
  likely: {
    en: 'Likely: open the paragraphs and check before you rely on it.',
    es: 'Probable: abre los párrafos y compruébalo antes de fiarte.',
    fr: 'Probable : ouvre les paragraphes et vérifie avant de t’y fier.',
    de: 'Wahrscheinlich: Öffne die Absätze und prüfe, bevor du dich darauf verlässt.',
  },
  written: {
    en: 'Written by a language model; each sentence was checked against the paragraphs it cites.',
    es: 'Escrito por un modelo de lenguaje; cada frase se ha comprobado con los párrafos que cita.',
    fr: 'Rédigé par un modèle de langue ; chaque phrase a été vérifiée avec les paragraphes qu’elle cite.',
    de: 'Von einem Sprachmodell geschrieben; jeder Satz wurde mit den zitierten Absätzen abgeglichen.',
  },
  followingUp: {
    en: 'Following up on:',
    es: 'A continuación de:',
    fr: 'À la suite de :',
    de: 'Im Anschluss an:',
  },
  only: {
    en: 'Filters: {{filters}}',
    es: 'Filtros: {{filters}}',
    fr: 'Filtres : {{filters}}',
    de: 'Filter: {{filters}}',
  },
  after: { en: 'from {{day}}', es: 'desde {{day}}', fr: 'à partir du {{day}}', de: 'ab {{day}}' },
  before: { en: 'until {{day}}', es: 'hasta {{day}}', fr: 'jusqu’au {{day}}', de: 'bis {{day}}' },
  more: { en: 'More passages', es: 'Más pasajes', fr: 'Plus de passages', de: 'Weitere Stellen' },
  followUp: {
    en: 'Ask a follow-up',
    es: 'Pregunta de seguimiento',
    fr: 'Question de suivi',
    de: 'Weiterfragen',
  },
  followUpTitle: {
    en: 'A follow-up question',
    es: 'Pregunta de seguimiento',
    fr: 'Question de suivi',
    de: 'Eine Anschlussfrage',
  },
  followUpLabel: { en: 'Your question', es: 'Tu pregunta', fr: 'Ta question', de: 'Deine Frage' },
  followUpShared: {
    en: 'Everyone in this channel will see your question and the answer.',
    es: 'Todos en este canal verán tu pregunta y la respuesta.',
    fr: 'Tout le monde dans ce salon verra ta question et la réponse.',
    de: 'Alle in diesem Kanal sehen deine Frage und die Antwort.',
  },
  followUpHint: {
    en: 'Earlier questions are taken into account, for example: “And who paid for it?”',
    es: 'Se tienen en cuenta las preguntas anteriores, por ejemplo: “And who paid for it?”',
    fr: 'Les questions précédentes sont prises en compte, par exemple : “And who paid for it?”',
    de: 'Frühere Fragen werden berücksichtigt, zum Beispiel: “And who paid for it?”',
  },
  noQuestion: {
    en: 'I can’t find the question this follows up on. Please ask it again with /ask.',
    es: 'No encuentro la pregunta anterior. Vuelve a hacerla con /preguntar.',
    fr: 'Je ne trouve pas la question précédente. Pose-la à nouveau avec /demander.',
    de: 'Ich finde die vorige Frage nicht. Bitte stelle sie noch einmal mit /fragen.',
  },
  citeSource: {
    en: 'Cite a source in a footnote',
    es: 'Citar una fuente en una nota',
    fr: 'Citer une source en note',
    de: 'Eine Quelle in einer Fußnote zitieren',
  },
  share: { en: 'Share', es: 'Compartir', fr: 'Partager', de: 'Teilen' },
  sharedBy: {
    en: 'Shared by {{name}}',
    es: 'Compartido por {{name}}',
    fr: 'Partagé par {{name}}',
    de: 'Geteilt von {{name}}',
  },
  shared: { en: 'Shared', es: 'Compartido', fr: 'Partagé', de: 'Geteilt' },
  alreadyShared: {
    en: 'You have already shared this answer.',
    es: 'Ya has compartido esta respuesta.',
    fr: 'Tu as déjà partagé cette réponse.',
    de: 'Diese Antwort hast du schon geteilt.',
  },
  nowMasked: {
    en: 'This answer shows names that this server now masks. Ask again to share it.',
    es: 'Esta respuesta muestra nombres que este servidor ahora oculta. Pregunta de nuevo para compartirla.',
    fr: 'Cette réponse montre des noms que ce serveur masque désormais. Repose la question pour la partager.',
    de: 'Diese Antwort zeigt Namen, die dieser Server jetzt verdeckt. Frag noch einmal, um sie zu teilen.',
  },
  notPrivate: {
    en: 'Everyone here can see this answer already.',
    es: 'Todos los que están aquí ya pueden ver esta respuesta.',
    fr: 'Tout le monde ici voit déjà cette réponse.',
    de: 'Diese Antwort sehen hier schon alle.',
  },
  leftOut: {
    en: [
      '{{count}} more sentence is left out here for length.',
      '{{count}} more sentences are left out here for length.',
    ],
    es: [
      'Por su longitud se omite aquí {{count}} frase más.',
      'Por su longitud se omiten aquí {{count}} frases más.',
    ],
    fr: [
      '{{count}} phrase de plus est omise ici, faute de place.',
      '{{count}} phrases de plus sont omises ici, faute de place.',
    ],
    de: [
      '{{count}} weiterer Satz ist hier aus Platzgründen weggelassen.',
      '{{count}} weitere Sätze sind hier aus Platzgründen weggelassen.',
    ],
  },
})
