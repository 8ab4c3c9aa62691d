import { defineWords, privateNames } from './words.js'

const privateDescription = {
  en: 'Show this only to you',
  es: 'Mostrar esto solo a ti',
  fr: 'Ne montrer cela qu’à toi',
  de: 'Das nur dir zeigen',
}

export const toolWords = defineWords({
  cite: {
    names: { es: 'citar', fr: 'citer', de: 'zitieren' },
    description: {
      en: 'Write a cable or a paragraph as a footnote: Chicago, FRUS, BibTeX',
      es: 'Escribir un cable o un párrafo como nota: Chicago, FRUS, BibTeX',
      fr: 'Écrire un câble ou un paragraphe en note : Chicago, FRUS, BibTeX',
      de: 'Eine Depesche oder einen Absatz als Fußnote: Chicago, FRUS, BibTeX',
    },
  },
  similar: {
    names: { es: 'similares', fr: 'semblables', de: 'ähnliche' },
    description: {
      en: 'Find cables or passages that are like this one',
      es: 'Buscar cables o pasajes parecidos a este',
      fr: 'Trouver des câbles ou des passages semblables à celui-ci',
      de: 'Depeschen oder Stellen finden, die dieser ähnlich sind',
    },
  },
  browse: {
    names: { es: 'explorar', fr: 'parcourir', de: 'blättern' },
    description: {
      en: 'Walk through the archive by post, TAG and year',
      es: 'Recorrer el archivo por puesto, TAG y año',
      fr: 'Parcourir l’archive par poste, TAG et année',
      de: 'Das Archiv nach Vertretung, TAG und Jahr durchgehen',
    },
  },
  year: {
    names: { es: 'año', fr: 'année', de: 'jahr' },
    description: {
      en: 'Only cables of this year',
      es: 'Solo cables de este año',
      fr: 'Seulement les câbles de cette année',
      de: 'Nur Depeschen dieses Jahres',
    },
  },
  secondTag: {
    names: { es: 'segundo-tag', fr: 'second-tag', de: 'zweiter-tag' },
    description: {
      en: 'Only cables that also have this TAG',
      es: 'Solo cables que tengan también este TAG',
      fr: 'Seulement les câbles qui ont aussi ce TAG',
      de: 'Nur Depeschen, die auch diesen TAG haben',
    },
  },
  order: {
    names: { es: 'orden', fr: 'ordre', de: 'reihenfolge' },
    description: {
      en: 'What the list begins with; the oldest cables unless told otherwise',
      es: 'Por dónde empieza la lista; por los cables más antiguos si no se indica',
      fr: 'Par quoi commence la liste ; par les câbles les plus anciens si rien n’est dit',
      de: 'Womit die Liste beginnt; ohne Angabe mit den ältesten Depeschen',
    },
  },
  glossary: {
    names: { es: 'glosario', fr: 'glossaire', de: 'glossar' },
    description: {
      en: 'What a TAG, a post, a caption or an abbreviation of the cables means',
      es: 'Qué significa un TAG, un puesto, una restricción o una abreviatura de los cables',
      fr: 'Ce que veut dire un TAG, un poste, une mention ou une abréviation des câbles',
      de: 'Was ein TAG, eine Vertretung, ein Vermerk oder eine Abkürzung der Depeschen bedeutet',
    },
  },
  term: {
    names: { es: 'término', fr: 'terme', de: 'begriff' },
    description: {
      en: 'Such as PREL, NOFORN, USUN or demarche',
      es: 'Como PREL, NOFORN, USUN o demarche',
      fr: 'Comme PREL, NOFORN, USUN ou demarche',
      de: 'Etwa PREL, NOFORN, USUN oder demarche',
    },
  },
  private: { names: privateNames, description: privateDescription },
})
