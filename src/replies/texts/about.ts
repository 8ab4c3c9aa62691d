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
  years: {
    en: '{{first}} to {{last}}',
    es: 'de {{first}} a {{last}}',
    fr: 'de {{first}} à {{last}}',
    de: '{{first}} bis {{last}}',
  },
  largest: {
    en: 'Largest posts',
    es: 'Puestos con más cables',
    fr: 'Postes principaux',
    de: 'Größte Vertretungen',
  },
  readAt: { en: 'Source', es: 'Fuente', fr: 'Source', de: 'Quelle' },
  search: { en: 'Search', es: 'Búsqueda', fr: 'Recherche', de: 'Suche' },
  answers: { en: 'Answers', es: 'Respuestas', fr: 'Réponses', de: 'Antworten' },
  quoted: {
    en: 'sentences quoted from the cables, no language model',
    es: 'frases citadas de los cables, sin modelo de lenguaje',
    fr: 'phrases citées des câbles, sans modèle de langue',
    de: 'Sätze aus den Depeschen zitiert, kein Sprachmodell',
  },
  sources: { en: 'Sources', es: 'Fuentes', fr: 'Sources', de: 'Quellen' },
  protected: {
    en: 'Names that a cable marks “protect”, and private numbers and addresses, are masked and cannot be searched for. A name that no mark protects, or a person described without a name, can still be recognized.',
    es: 'Los nombres que un cable marca «protect», y los números y direcciones privados, se ocultan y no se pueden buscar. Un nombre sin esa marca, o una persona descrita sin nombre, todavía se puede reconocer.',
    fr: 'Les noms qu’un câble marque « protect », ainsi que les numéros et adresses privés, sont masqués et ne peuvent pas être recherchés. Un nom sans cette mention, ou une personne décrite sans nom, reste reconnaissable.',
    de: 'Namen, die eine Depesche mit „protect“ kennzeichnet, sowie private Nummern und Adressen sind verdeckt und nicht suchbar. Ein Name ohne diesen Vermerk oder eine nur beschriebene Person kann weiterhin erkannt werden.',
  },
  unprotected: {
    en: 'Names that a cable marks “protect” are shown here.',
    es: 'Aquí se muestran los nombres que un cable marca «protect».',
    fr: 'Les noms qu’un câble marque « protect » sont affichés ici.',
    de: 'Namen, die eine Depesche mit „protect“ kennzeichnet, werden hier gezeigt.',
  },
  version: { en: 'Version', es: 'Versión', fr: 'Version', de: 'Version' },
  privacy: { en: 'Privacy', es: 'Privacidad', fr: 'Vie privée', de: 'Datenschutz' },
  helpTitle: {
    en: 'What you can do',
    es: 'Qué puedes hacer',
    fr: 'Ce que tu peux faire',
    de: 'Was du tun kannst',
  },
  wishAsk: {
    en: 'Get an answer with its sources',
    es: 'Obtener una respuesta con sus fuentes',
    fr: 'Obtenir une réponse avec ses sources',
    de: 'Eine Antwort mit Belegen bekommen',
  },
  wishFind: {
    en: 'Find cables and passages',
    es: 'Encontrar cables y pasajes',
    fr: 'Trouver des câbles et des passages',
    de: 'Depeschen und Stellen finden',
  },
  wishRead: { en: 'Read a cable', es: 'Leer un cable', fr: 'Lire un câble', de: 'Eine Depesche lesen' },
  wishCite: {
    en: 'Cite, and look up terms',
    es: 'Citar y consultar términos',
    fr: 'Citer, et chercher le sens d’un terme',
    de: 'Zitieren und Begriffe nachschlagen',
  },
  wishKnow: {
    en: 'About this bot and your data',
    es: 'Sobre este bot y tus datos',
    fr: 'À propos de ce bot et de tes données',
    de: 'Über diesen Bot und deine Daten',
  },
  wishRun: {
    en: 'For those who run it',
    es: 'Para quienes lo administran',
    fr: 'Pour ceux qui le gèrent',
    de: 'Für alle, die ihn verwalten',
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
