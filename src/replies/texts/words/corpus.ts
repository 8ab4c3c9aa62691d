import { defineWords } from './words.js'

export const corpusWords = defineWords({
  command: {
    names: { es: 'archivo', fr: 'archive', de: 'archiv' },
    description: {
      en: 'Change the archive: for the owner and roles that the owner has named',
      es: 'Cambiar el archivo: para el propietario y los roles que haya indicado',
      fr: 'Changer l’archive : pour le propriétaire et les rôles qu’il a nommés',
      de: 'Das Archiv ändern: für den Betreiber und Rollen, die er benannt hat',
    },
  },
  add: {
    names: { es: 'añadir', fr: 'ajouter', de: 'hinzufügen' },
    description: {
      en: 'Add or renew cables from a file',
      es: 'Añadir o renovar cables desde un archivo',
      fr: 'Ajouter ou renouveler des câbles depuis un fichier',
      de: 'Depeschen aus einer Datei hinzufügen oder erneuern',
    },
  },
  file: {
    names: { es: 'fichero', fr: 'fichier', de: 'datei' },
    description: {
      en: 'Message text, page, CSV dump, or a .zip or .gz of them',
      es: 'Texto de mensajes, página, volcado CSV, o un .zip o .gz de ellos',
      fr: 'Texte de messages, page, export CSV, ou un .zip ou .gz de ceux-ci',
      de: 'Nachrichtentext, Seite, CSV-Abzug, oder ein .zip oder .gz davon',
    },
  },
  moreFile: {
    names: { es: 'fichero', fr: 'fichier', de: 'datei' },
    description: {
      en: 'One more file to add at once',
      es: 'Otro fichero que añadir a la vez',
      fr: 'Un autre fichier à ajouter en même temps',
      de: 'Eine weitere Datei, die zugleich hinzugefügt wird',
    },
  },
  remove: {
    names: { es: 'retirar', fr: 'retirer', de: 'entfernen' },
    description: {
      en: 'Remove a cable',
      es: 'Retirar un cable',
      fr: 'Retirer un câble',
      de: 'Eine Depesche entfernen',
    },
  },
  cable: {
    names: { es: 'cable', fr: 'câble', de: 'depesche' },
    description: {
      en: 'Number of the cable, such as 06MEXICO1889',
      es: 'Número del cable, como 06MEXICO1889',
      fr: 'Numéro du câble, comme 06MEXICO1889',
      de: 'Nummer der Depesche, etwa 06MEXICO1889',
    },
  },
  status: {
    names: { es: 'estado', fr: 'état', de: 'stand' },
    description: {
      en: 'How much is in the archive, and what is being done',
      es: 'Cuánto contiene el archivo y qué se está haciendo',
      fr: 'Ce que contient l’archive, et ce qui est en cours',
      de: 'Wie viel im Archiv ist und was gerade geschieht',
    },
  },
})
