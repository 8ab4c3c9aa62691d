/** The archive, changed from Discord. */
import { definePhrases } from './phrase.js'

export const corpusPhrases = definePhrases({
  notAllowed: {
    en: 'Only the owner of this bot, and roles that the owner has named (CORPUS_ROLES), may change the archive.',
    es: 'Solo el propietario de este bot, y los roles que haya indicado (CORPUS_ROLES), pueden cambiar el archivo.',
    fr: 'Seuls le propriétaire de ce bot et les rôles qu’il a nommés (CORPUS_ROLES) peuvent changer l’archive.',
    de: 'Nur der Betreiber dieses Bots und Rollen, die er benannt hat (CORPUS_ROLES), dürfen das Archiv ändern.',
  },
  tooLarge: {
    en: 'The file has {{size}} MB; at most {{most}} are taken here.',
    es: 'El archivo tiene {{size}} MB; aquí se aceptan como máximo {{most}}.',
    fr: 'Le fichier a {{size}} Mo ; {{most}} au plus sont acceptés ici.',
    de: 'Die Datei hat {{size}} MB; höchstens {{most}} werden hier angenommen.',
  },
  empty: {
    en: 'The file is empty.',
    es: 'El archivo está vacío.',
    fr: 'Le fichier est vide.',
    de: 'Die Datei ist leer.',
  },
  wrongKind: {
    en: 'Only .txt, .html, .csv, .zip and .gz files are taken: messages, pages, dumps and archives of them.',
    es: 'Solo se aceptan archivos .txt, .html, .csv, .zip y .gz: mensajes, páginas, volcados y compresiones de ellos.',
    fr: 'Seuls les fichiers .txt, .html, .csv, .zip et .gz sont acceptés : messages, pages, exports et leurs archives.',
    de: 'Nur Dateien .txt, .html, .csv, .zip und .gz werden angenommen: Nachrichten, Seiten, Abzüge und Archive davon.',
  },
  notFetched: {
    en: 'The file could not be fetched from Discord. Please attach it again.',
    es: 'No se pudo obtener el archivo de Discord. Adjúntalo de nuevo.',
    fr: 'Le fichier n’a pas pu être obtenu de Discord. Joins-le à nouveau.',
    de: 'Die Datei war von Discord nicht zu bekommen. Bitte hänge sie noch einmal an.',
  },
  busy: {
    en: 'Another file is being added. Please wait until it is done.',
    es: 'Se está añadiendo otro archivo. Espera a que termine.',
    fr: 'Un autre fichier est en cours d’ajout. Attends qu’il soit terminé.',
    de: 'Gerade wird eine andere Datei hinzugefügt. Bitte warte, bis das fertig ist.',
  },
  tooMany: {
    en: 'The file holds more than {{most}} records; those are stored. Add the others with: npm run pilcrow -- ingest PATH',
    es: 'El archivo contiene más de {{most}} registros; esos están guardados. Añade los demás con: npm run pilcrow -- ingest PATH',
    fr: 'Le fichier contient plus de {{most}} entrées ; celles-là sont stockées. Ajoute les autres avec : npm run pilcrow -- ingest PATH',
    de: 'Die Datei enthält mehr als {{most}} Einträge; diese sind gespeichert. Füge die anderen hinzu mit: npm run pilcrow -- ingest PATH',
  },
  fetching: {
    en: 'Fetching the file …',
    es: 'Obteniendo el archivo…',
    fr: 'Récupération du fichier…',
    de: 'Die Datei wird geholt …',
  },
  progress: {
    en: 'Records read: {{read}}; paragraphs ready to be found: {{embedded}}, still to come: {{pending}} …',
    es: 'Registros leídos: {{read}}; párrafos que ya se encuentran: {{embedded}}, faltan: {{pending}}…',
    fr: 'Entrées lues : {{read}} ; paragraphes déjà trouvables : {{embedded}}, restants : {{pending}}…',
    de: 'Einträge gelesen: {{read}}; Absätze, die zu finden sind: {{embedded}}, noch ausstehend: {{pending}} …',
  },
  added: {
    en: 'Done. Cables added: {{added}}, renewed: {{renewed}}, unchanged: {{unchanged}}, refused: {{refused}}.',
    es: 'Hecho. Cables añadidos: {{added}}, renovados: {{renewed}}, sin cambios: {{unchanged}}, rechazados: {{refused}}.',
    fr: 'Fait. Câbles ajoutés : {{added}}, renouvelés : {{renewed}}, inchangés : {{unchanged}}, refusés : {{refused}}.',
    de: 'Fertig. Depeschen hinzugefügt: {{added}}, erneuert: {{renewed}}, unverändert: {{unchanged}}, abgelehnt: {{refused}}.',
  },
  stopped: {
    en: 'I was stopped before all was done. What was counted is stored; add the file again to go on.',
    es: 'Me detuvieron antes de terminar. Lo contado está guardado; añade el archivo otra vez para continuar.',
    fr: 'J’ai été arrêté avant la fin. Ce qui est compté est stocké ; ajoute à nouveau le fichier pour continuer.',
    de: 'Ich wurde angehalten, bevor alles fertig war. Was gezählt ist, ist gespeichert; füge die Datei noch einmal hinzu.',
  },
  addedCables: {
    en: 'Added: {{cables}}',
    es: 'Añadidos: {{cables}}',
    fr: 'Ajoutés : {{cables}}',
    de: 'Hinzugefügt: {{cables}}',
  },
  moreAdded: {
    en: ['and {{count}} more', 'and {{count}} more'],
    es: ['y {{count}} más', 'y {{count}} más'],
    fr: ['et {{count}} autre', 'et {{count}} autres'],
    de: ['und {{count}} weitere', 'und {{count}} weitere'],
  },
  refusedFile: {
    en: '{{file}} was refused: {{reason}}',
    es: 'Rechazado {{file}}: {{reason}}',
    fr: '{{file}} a été refusé : {{reason}}',
    de: '{{file}} wurde abgelehnt: {{reason}}',
  },
  moreRefused: {
    en: ['{{count}} more record was refused.', '{{count}} more records were refused.'],
    es: ['Se ha rechazado {{count}} registro más.', 'Se han rechazado {{count}} registros más.'],
    fr: ['{{count}} autre entrée a été refusée.', '{{count}} autres entrées ont été refusées.'],
    de: ['{{count}} weiterer Eintrag wurde abgelehnt.', '{{count}} weitere Einträge wurden abgelehnt.'],
  },
  removed: {
    en: '{{cable}} is removed from the archive.',
    es: '{{cable}} se ha retirado del archivo.',
    fr: '{{cable}} est retiré de l’archive.',
    de: '{{cable}} ist aus dem Archiv entfernt.',
  },
  status: {
    en: 'Cables in the archive: {{cables}}, paragraphs: {{paragraphs}}.',
    es: 'Cables en el archivo: {{cables}}, párrafos: {{paragraphs}}.',
    fr: 'Câbles dans l’archive : {{cables}}, paragraphes : {{paragraphs}}.',
    de: 'Depeschen im Archiv: {{cables}}, Absätze: {{paragraphs}}.',
  },
  pending: {
    en: [
      '{{count}} paragraph is not ready to be found yet.',
      '{{count}} paragraphs are not ready to be found yet.',
    ],
    es: ['{{count}} párrafo aún no se puede encontrar.', '{{count}} párrafos aún no se pueden encontrar.'],
    fr: [
      '{{count}} paragraphe ne peut pas encore être trouvé.',
      '{{count}} paragraphes ne peuvent pas encore être trouvés.',
    ],
    de: ['{{count}} Absatz ist noch nicht zu finden.', '{{count}} Absätze sind noch nicht zu finden.'],
  },
  working: {
    en: 'A file is being added now.',
    es: 'Ahora mismo se está añadiendo un archivo.',
    fr: 'Un fichier est en cours d’ajout.',
    de: 'Gerade wird eine Datei hinzugefügt.',
  },
})
