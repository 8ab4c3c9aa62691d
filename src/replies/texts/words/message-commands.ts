import type { Translated } from '../locale.js'

/** As they stand in the menu of a message: at most 32 characters. */
export const messageCommandNames = {
  findCables: {
    es: 'Buscar cables mencionados',
    fr: 'Trouver les câbles mentionnés',
    de: 'Erwähnte Depeschen finden',
  },
  askAboutThis: { es: 'Preguntar sobre esto', fr: 'Demander à ce sujet', de: 'Hierzu fragen' },
} satisfies Record<string, Translated>
