/** Found passages, and what held in a search. */
import { definePhrases } from './phrase.js'

export const searchPhrases = definePhrases({
  none: {
    en: 'Nothing in this archive matches these words. Try other words or fewer filters.',
    es: 'Nada de este archivo coincide con estas palabras. Prueba con otras palabras o con menos filtros.',
    fr: 'Rien dans cette archive ne correspond à ces mots. Essaie d’autres mots ou moins de filtres.',
    de: 'Nichts in diesem Archiv passt zu diesen Worten. Versuche andere Worte oder weniger Filter.',
  },
  range: {
    en: ['{{count}} passage', 'Passages {{first}} to {{last}} of {{count}}, best first'],
    es: ['{{count}} pasaje', 'Pasajes {{first}} a {{last}} de {{count}}, primero los mejores'],
    fr: ['{{count}} passage', 'Passages {{first}} à {{last}} sur {{count}}, les meilleurs d’abord'],
    de: ['{{count}} Stelle', 'Stellen {{first}} bis {{last}} von {{count}}, beste zuerst'],
  },
  nearRange: {
    en: ['{{count}} passage comes near', 'Passages {{first}} to {{last}} of {{count}} that come near'],
    es: ['{{count}} pasaje se acerca', 'Pasajes {{first}} a {{last}} de {{count}} que se acercan'],
    fr: [
      '{{count}} passage s’en approche',
      'Passages {{first}} à {{last}} sur {{count}} qui s’en approchent',
    ],
    de: [
      '{{count}} Stelle kommt dem nahe',
      'Stellen {{first}} bis {{last}} von {{count}}, die dem nahekommen',
    ],
  },
  required: {
    en: 'With {{words}}.',
    es: 'Con {{words}}.',
    fr: 'Avec {{words}}.',
    de: 'Mit {{words}}.',
  },
  without: {
    en: 'Without {{words}}.',
    es: 'Sin {{words}}.',
    fr: 'Sans {{words}}.',
    de: 'Ohne {{words}}.',
  },
  or: { en: 'or', es: 'o', fr: 'ou', de: 'oder' },
  quoted: { en: '“{{words}}”', es: '«{{words}}»', fr: '« {{words}} »', de: '„{{words}}“' },
  nowhere: {
    en: 'No passage in this archive has {{words}}.',
    es: 'Ningún pasaje de este archivo contiene {{words}}.',
    fr: 'Aucun passage de cette archive ne contient {{words}}.',
    de: 'Keine Stelle in diesem Archiv enthält {{words}}.',
  },
  withAll: {
    en: ['{{count}} passage has all the words.', '{{count}} passages have all the words.'],
    es: ['{{count}} pasaje contiene todas las palabras.', '{{count}} pasajes contienen todas las palabras.'],
    fr: ['{{count}} passage contient tous les mots.', '{{count}} passages contiennent tous les mots.'],
    de: ['{{count}} Stelle enthält alle Wörter.', '{{count}} Stellen enthalten alle Wörter.'],
  },
  moreWithAll: {
    en: 'More than {{count}} passages have all the words.',
    es: 'Más de {{count}} pasajes contienen todas las palabras.',
    fr: 'Plus de {{count}} passages contiennent tous les mots.',
    de: 'Mehr als {{count}} Stellen enthalten alle Wörter.',
  },
  noneWithAll: {
    en: 'No passage has all the words.',
    es: 'Ningún pasaje contiene todas las palabras.',
    fr: 'Aucun passage ne contient tous les mots.',
    de: 'Keine Stelle enthält alle Wörter.',
  },
  loosen: {
    en: 'Search for the words alone',
    es: 'Buscar solo las palabras',
    fr: 'Chercher seulement les mots',
    de: 'Nur nach den Wörtern suchen',
  },
  onlyWithout: {
    en: 'Add a word to look for, for example: wheat -barley',
    es: 'Añade una palabra que buscar, por ejemplo: wheat -barley',
    fr: 'Ajoute un mot à chercher, par exemple : wheat -barley',
    de: 'Ergänze ein Wort, nach dem gesucht werden soll, zum Beispiel: wheat -barley',
  },
  shortPrefix: {
    en: '“{{typed}}” is too short. Give at least {{least}} letters before the *.',
    es: '«{{typed}}» es demasiado corto. Escribe al menos {{least}} letras antes del *.',
    fr: '« {{typed}} » est trop court. Écris au moins {{least}} lettres avant l’*.',
    de: '„{{typed}}“ ist zu kurz. Schreibe mindestens {{least}} Buchstaben vor den *.',
  },
  tooMany: {
    en: 'At most {{most}} words and phrases can be combined. Search with fewer.',
    es: 'Se pueden combinar como máximo {{most}} palabras y frases. Busca con menos.',
    fr: 'On peut combiner au plus {{most}} mots et expressions. Cherche avec moins.',
    de: 'Höchstens {{most}} Wörter und Wortgruppen lassen sich verbinden. Suche mit weniger.',
  },
  earlier: { en: '◀ Previous', es: '◀ Anteriores', fr: '◀ Précédents', de: '◀ Zurück' },
  later: { en: 'Next ▶', es: 'Siguientes ▶', fr: 'Suivants ▶', de: 'Weiter ▶' },
  noPage: {
    en: 'Page {{page}} no longer exists. Please search again.',
    es: 'Ya no hay página {{page}}. Vuelve a buscar.',
    fr: 'Il n’y a plus de page {{page}}. Relance la recherche.',
    de: 'Seite {{page}} gibt es nicht mehr. Bitte suche noch einmal.',
  },
})
