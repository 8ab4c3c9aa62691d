/** What the bot says of itself. */
import { definePhrases } from './phrase.js'

export const aboutPhrases = definePhrases({
  what: {
    en: 'Pilcrow answers questions about diplomatic cables and cites the paragraph.',
    es: 'Pilcrow responde preguntas sobre cables diplomáticos y cita el párrafo.',
    fr: 'Pilcrow répond aux questions sur des câbles diplomatiques et cite le paragraphe.',
    de: 'Pilcrow beantwortet Fragen zu diplomatischen Depeschen und nennt den Absatz.',
  },
  archive: { en: 'Archive', es: 'Archivo', fr: 'Archive', de: 'Archiv' },
  counts: {
    en: '{{cables}} cables, {{paragraphs}} paragraphs, from {{posts}} posts',
    es: '{{cables}} cables, {{paragraphs}} párrafos, de {{posts}} puestos',
    fr: '{{cables}} câbles, {{paragraphs}} paragraphes, de {{posts}} postes',
    de: '{{cables}} Depeschen, {{paragraphs}} Absätze, von {{posts}} Vertretungen',
  },
  search: { en: 'Search', es: 'Búsqueda', fr: 'Recherche', de: 'Suche' },
  answers: { en: 'Answers', es: 'Respuestas', fr: 'Réponses', de: 'Antworten' },
  quoted: {
    en: 'sentences quoted from the cables, no language model',
    es: 'frases citadas de los cables, sin modelo de lenguaje',
    fr: 'phrases citées des câbles, sans modèle de langue',
    de: 'Sätze aus den Depeschen zitiert, kein Sprachmodell',
  },
  version: { en: 'Version', es: 'Versión', fr: 'Version', de: 'Version' },
  privacy: { en: 'Privacy', es: 'Privacidad', fr: 'Vie privée', de: 'Datenschutz' },
  helpTitle: {
    en: 'What you can do',
    es: 'Qué puedes hacer',
    fr: 'Ce que tu peux faire',
    de: 'Was du tun kannst',
  },
  inMenus: {
    en: 'In the menu of any message, under Apps:',
    es: 'En el menú de cualquier mensaje, en Aplicaciones:',
    fr: 'Dans le menu de tout message, sous Applications :',
    de: 'Im Menü jeder Nachricht, unter Apps:',
  },
  mention: {
    en: 'In a thread or in direct messages you can also mention me with a question; earlier questions there are taken into account.',
    es: 'En un hilo o en mensajes directos también puedes mencionarme con una pregunta; se tienen en cuenta las preguntas anteriores de allí.',
    fr: 'Dans un fil ou en message privé, tu peux aussi me mentionner avec une question ; les questions précédentes y sont prises en compte.',
    de: 'In einem Thread oder in Direktnachrichten kannst du mich auch mit einer Frage erwähnen; frühere Fragen dort werden berücksichtigt.',
  },
})
