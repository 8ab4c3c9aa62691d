import { describe, expect, it } from 'vitest'
import { languageOf } from '../../../src/retrieval/understanding/language.js'

describe('the language of a question', () => {
  it.each([
    ['¿Quién abrió el puente?', 'es'],
    ['Cuantos barcos tiene la flota', 'es'],
    ['Combien de bateaux possède la flotte péruvienne ?', 'fr'],
    ['Qui est le roi ?', 'fr'],
    ['Was hat die Hisbollah bei Nabatiyeh gekauft? Wer hat es bezahlt?', 'de'],
    ['Wie viele Schiffe hat der Hafen von Lima?', 'de'],
    ['Кто обещал 4500 рабочих мест?', 'other'],
    ['Who opened the bridge?', 'en'],
    ['Who is Rodrigo de la Vega y Montoya?', 'en'],
    ['Who said "la guerra de los barcos y de las redes"?', 'en'],
    ['wheat harvest', 'en'],
    ['El Salvador', 'en'],
    ['Die Zeit', 'en'],
  ])('%s: %s', (question, language) => {
    expect(languageOf(question)).toBe(language)
  })
})
