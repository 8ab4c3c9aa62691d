import { defineWords, privateNames } from './words.js'

export const askWords = defineWords({
  command: {
    names: { es: 'preguntar', fr: 'demander', de: 'fragen' },
    description: {
      en: 'Ask the archive a question; every sentence of the answer names its paragraph',
      es: 'Pregunta al archivo; cada frase de la respuesta indica su párrafo',
      fr: 'Interroger l’archive ; chaque phrase de la réponse indique son paragraphe',
      de: 'Stelle dem Archiv eine Frage; jeder Satz der Antwort nennt seinen Absatz',
    },
  },
  question: {
    names: { es: 'pregunta', fr: 'question', de: 'frage' },
    description: {
      en: 'Your question, in plain language',
      es: 'Tu pregunta, con palabras sencillas; los cables están en inglés',
      fr: 'Ta question, en mots simples ; les câbles sont en anglais',
      de: 'Deine Frage in einfachen Worten; die Depeschen sind auf Englisch',
    },
  },
  post: {
    names: { es: 'puesto', fr: 'poste', de: 'vertretung' },
    description: {
      en: 'Only cables from this post, such as Paris or Embassy Paris',
      es: 'Solo cables de este puesto, como Paris o Embassy Paris',
      fr: 'Seulement les câbles de ce poste, comme Paris ou Embassy Paris',
      de: 'Nur Depeschen dieser Vertretung, etwa Paris oder Embassy Paris',
    },
  },
  after: {
    names: { es: 'desde', fr: 'depuis', de: 'ab' },
    description: {
      en: 'Only cables of this day or later: 2006, 2006-04 or 2006-04-10',
      es: 'Solo cables de este día o posteriores: 2006, 2006-04 o 2006-04-10',
      fr: 'Seulement les câbles de ce jour ou d’après : 2006, 2006-04 ou 2006-04-10',
      de: 'Nur Depeschen von diesem Tag an: 2006, 2006-04 oder 2006-04-10',
    },
  },
  before: {
    names: { es: 'hasta', fr: 'avant', de: 'bis' },
    description: {
      en: 'Only cables of this day or earlier: 2006, 2006-04 or 2006-04-10',
      es: 'Solo cables de este día o anteriores: 2006, 2006-04 o 2006-04-10',
      fr: 'Seulement les câbles de ce jour ou d’avant : 2006, 2006-04 ou 2006-04-10',
      de: 'Nur Depeschen bis zu diesem Tag: 2006, 2006-04 oder 2006-04-10',
    },
  },
  classification: {
    names: { es: 'clasificación', fr: 'classification', de: 'einstufung' },
    description: {
      en: 'Only cables of this classification',
      es: 'Solo cables con esta clasificación',
      fr: 'Seulement les câbles de cette classification',
      de: 'Nur Depeschen dieser Einstufung',
    },
  },
  tag: {
    names: { es: 'tag', fr: 'tag', de: 'tag' },
    description: {
      en: 'Only cables with this TAG, such as PREL',
      es: 'Solo cables con este TAG, como PREL',
      fr: 'Seulement les câbles avec ce TAG, comme PREL',
      de: 'Nur Depeschen mit diesem TAG, etwa PREL',
    },
  },
  private: {
    names: privateNames,
    description: {
      en: 'Show the answer only to you',
      es: 'Mostrar la respuesta solo a ti',
      fr: 'Ne montrer la réponse qu’à toi',
      de: 'Die Antwort nur dir zeigen',
    },
  },
})
