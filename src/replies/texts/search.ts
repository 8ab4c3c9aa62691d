/** Found passages, similar ones, and lists of cables. */
import { definePhrases } from './phrase.js'

export const searchPhrases = definePhrases({
  none: {
    en: 'Nothing in this archive fits these words. Try other words or fewer filters.',
    es: 'Nada de este archivo encaja con estas palabras. Prueba con otras palabras o con menos filtros.',
    fr: 'Rien dans cette archive ne correspond à ces mots. Essaie d’autres mots ou moins de filtres.',
    de: 'Nichts in diesem Archiv passt zu diesen Worten. Versuche andere Worte oder weniger Filter.',
  },
  range: {
    en: ['{{count}} passage', 'Passages {{first}} to {{last}} of {{count}}, the best first'],
    es: ['{{count}} pasaje', 'Pasajes {{first}} a {{last}} de {{count}}, los mejores primero'],
    fr: ['{{count}} passage', 'Passages {{first}} à {{last}} sur {{count}}, les meilleurs d’abord'],
    de: ['{{count}} Stelle', 'Stellen {{first}} bis {{last}} von {{count}}, die besten zuerst'],
  },
  earlier: { en: '◀ Better ones', es: '◀ Mejores', fr: '◀ Meilleurs', de: '◀ Bessere' },
  later: { en: 'Further ones ▶', es: 'Más ▶', fr: 'Suivants ▶', de: 'Weitere ▶' },
  noPage: {
    en: 'There is no page {{page}} any more. Please search again.',
    es: 'Ya no hay página {{page}}. Vuelve a buscar.',
    fr: 'Il n’y a plus de page {{page}}. Relance la recherche.',
    de: 'Seite {{page}} gibt es nicht mehr. Bitte suche noch einmal.',
  },
})
