import { defineWords, privateNames } from './words.js'

export const cableWords = defineWords({
  command: {
    names: { es: 'cable', fr: 'câble', de: 'depesche' },
    description: {
      en: 'Read a cable by its number, or one paragraph of it',
      es: 'Leer un cable por su número, o uno de sus párrafos',
      fr: 'Lire un câble par son numéro, ou un de ses paragraphes',
      de: 'Eine Depesche nach ihrer Nummer lesen, oder einen Absatz daraus',
    },
  },
  id: {
    names: { es: 'número', fr: 'numéro', de: 'nummer' },
    description: {
      en: 'Number of the cable, such as 06MEXICO1889 or Mexico 1889',
      es: 'Número del cable, como 06MEXICO1889 o Mexico 1889',
      fr: 'Numéro du câble, comme 06MEXICO1889 ou Mexico 1889',
      de: 'Nummer der Depesche, etwa 06MEXICO1889 oder Mexico 1889',
    },
  },
  paragraph: {
    names: { es: 'párrafo', fr: 'paragraphe', de: 'absatz' },
    description: {
      en: 'Number of the paragraph, such as 2',
      es: 'Número del párrafo, como 2',
      fr: 'Numéro du paragraphe, comme 2',
      de: 'Nummer des Absatzes, etwa 2',
    },
  },
  private: {
    names: privateNames,
    description: {
      en: 'Show the cable only to you',
      es: 'Mostrar el cable solo a ti',
      fr: 'Ne montrer le câble qu’à toi',
      de: 'Die Depesche nur dir zeigen',
    },
  },
})
