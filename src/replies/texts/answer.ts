/** The reply to a question. */
import { definePhrases } from './phrase.js'

export const answerPhrases = definePhrases({
  none: {
    en: 'I found no paragraph in this archive that answers the question.',
    es: 'No he encontrado en este archivo ningún párrafo que responda a la pregunta.',
    fr: 'Je n’ai trouvé dans cette archive aucun paragraphe qui réponde à la question.',
    de: 'Ich habe in diesem Archiv keinen Absatz gefunden, der die Frage beantwortet.',
  },
  nearest: {
    en: 'Nearest passages',
    es: 'Pasajes más cercanos',
    fr: 'Passages les plus proches',
    de: 'Nächstliegende Stellen',
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
