import { defineWords, privateNames } from './words.js'

export const searchWords = defineWords({
  command: {
    names: { es: 'buscar', fr: 'chercher', de: 'suchen' },
    description: {
      en: 'Find passages by words and meaning, the best first',
      es: 'Buscar pasajes por palabras y sentido, los mejores primero',
      fr: 'Trouver des passages par les mots et le sens, les meilleurs d’abord',
      de: 'Stellen nach Worten und Sinn finden, die besten zuerst',
    },
  },
  words: {
    names: { es: 'palabras', fr: 'mots', de: 'worte' },
    description: {
      en: 'What the passages should be about',
      es: 'De qué deben tratar los pasajes; los cables están en inglés',
      fr: 'Ce dont les passages doivent parler ; les câbles sont en anglais',
      de: 'Wovon die Stellen handeln sollen; die Depeschen sind auf Englisch',
    },
  },
  private: {
    names: privateNames,
    description: {
      en: 'Show the passages only to you',
      es: 'Mostrar los pasajes solo a ti',
      fr: 'Ne montrer les passages qu’à toi',
      de: 'Die Stellen nur dir zeigen',
    },
  },
})
