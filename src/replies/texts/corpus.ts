/** The archive, changed from Discord. */
import { definePhrases } from './phrase.js'

export const corpusPhrases = definePhrases({
  notAllowed: {
    en: 'Only the owner of this bot and the roles named in CORPUS_ROLES may change the archive.',
    es: 'Solo el propietario de este bot y los roles indicados en CORPUS_ROLES pueden cambiar el archivo de cables.',
    fr: 'Seuls le propriétaire de ce bot et les rôles indiqués dans CORPUS_ROLES peuvent modifier l’archive.',
    de: 'Nur der Betreiber dieses Bots und die Rollen in CORPUS_ROLES dürfen das Archiv ändern.',
  },
  tooLarge: {
    en: 'The file is {{size}} MB; the limit here is {{most}} MB.',
    es: 'El fichero ocupa {{size}} MB; el límite aquí es de {{most}} MB.',
    fr: 'Le fichier fait {{size}} Mo ; la limite ici est de {{most}} Mo.',
    de: 'Die Datei hat {{size}} MB; die Grenze liegt hier bei {{most}} MB.',
  },
  empty: {
    en: 'The file is empty.',
    es: 'El fichero está vacío.',
    fr: 'Le fichier est vide.',
    de: 'Die Datei ist leer.',
  },
  wrongKind: {
    en: 'Only .txt, .html, .csv, .zip and .gz files are accepted: messages, web pages, CSV dumps and archives of them.',
    es: 'Solo se aceptan ficheros .txt, .html, .csv, .zip y .gz: mensajes, páginas web, volcados CSV y ficheros comprimidos con ellos.',
    fr: 'Seuls les fichiers .txt, .html, .csv, .zip et .gz sont acceptés : messages, pages web, exports CSV et archives de ceux-ci.',
    de: 'Nur Dateien vom Typ .txt, .html, .csv, .zip und .gz werden angenommen: Nachrichten, Webseiten, CSV-Abzüge und Archive davon.',
  },
  notFetched: {
    en: 'The file could not be downloaded from Discord. Please attach it again.',
    es: 'No se pudo descargar el fichero de Discord. Adjúntalo de nuevo.',
    fr: 'Le fichier n’a pas pu être téléchargé depuis Discord. Joins-le à nouveau.',
    de: 'Die Datei konnte nicht von Discord heruntergeladen werden. Bitte hänge sie noch einmal an.',
  },
  busy: {
    en: 'Another file is being added. Please wait until it is done.',
    es: 'Se está añadiendo otro fichero. Espera a que termine.',
    fr: 'Un autre fichier est en cours d’ajout. Attends qu’il soit terminé.',
    de: 'Gerade wird eine andere Datei hinzugefügt. Bitte warte, bis das fertig ist.',
  },
  tooMany: {
    en: 'The file has more than {{most}} records; the first {{most}} are stored. Add the others with: npm run pilcrow -- ingest PATH',
    es: 'El fichero tiene más de {{most}} registros; los primeros {{most}} están guardados. Añade los demás con: npm run pilcrow -- ingest PATH',
    fr: 'Le fichier contient plus de {{most}} entrées ; les {{most}} premières sont enregistrées. Ajoute les autres avec : npm run pilcrow -- ingest PATH',
    de: 'Die Datei enthält mehr als {{most}} Einträge; die ersten {{most}} sind gespeichert. Füge die anderen hinzu mit: npm run pilcrow -- ingest PATH',
  },
  fetching: {
    en: 'Downloading the file …',
    es: 'Descargando el fichero…',
    fr: 'Téléchargement du fichier…',
    de: 'Die Datei wird heruntergeladen …',
  },
  progress: {
    en: 'Records read: {{read}}; searchable paragraphs: {{embedded}}, pending: {{pending}} …',
    es: 'Registros leídos: {{read}}; párrafos que se pueden buscar: {{embedded}}, pendientes: {{pending}}…',
    fr: 'Entrées lues : {{read}} ; paragraphes consultables : {{embedded}}, en attente : {{pending}}…',
    de: 'Einträge gelesen: {{read}}; durchsuchbare Absätze: {{embedded}}, ausstehend: {{pending}} …',
  },
  added: {
    en: 'Done. Cables added: {{added}}, updated: {{renewed}}, unchanged: {{unchanged}}, refused: {{refused}}.',
    es: 'Hecho. Cables añadidos: {{added}}, actualizados: {{renewed}}, sin cambios: {{unchanged}}, rechazados: {{refused}}.',
    fr: 'Terminé. Câbles ajoutés : {{added}}, mis à jour : {{renewed}}, inchangés : {{unchanged}}, refusés : {{refused}}.',
    de: 'Fertig. Depeschen hinzugefügt: {{added}}, aktualisiert: {{renewed}}, unverändert: {{unchanged}}, abgelehnt: {{refused}}.',
  },
  stopped: {
    en: 'I was stopped before this was finished. What is counted here is stored; add the file again to continue.',
    es: 'Me detuvieron antes de terminar. Lo contado está guardado; añade el fichero otra vez para continuar.',
    fr: 'J’ai été arrêté avant la fin. Ce qui est compté est enregistré ; ajoute à nouveau le fichier pour continuer.',
    de: 'Ich wurde angehalten, bevor alles fertig war. Was gezählt ist, ist gespeichert; füge die Datei noch einmal hinzu, um fortzufahren.',
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
    en: '{{cable}} was removed from the archive.',
    es: '{{cable}} se ha eliminado del archivo.',
    fr: '{{cable}} a été retiré de l’archive.',
    de: '{{cable}} wurde aus dem Archiv entfernt.',
  },
  status: {
    en: 'Cables in the archive: {{cables}}, paragraphs: {{paragraphs}}.',
    es: 'Cables en el archivo: {{cables}}, párrafos: {{paragraphs}}.',
    fr: 'Câbles dans l’archive : {{cables}}, paragraphes : {{paragraphs}}.',
    de: 'Depeschen im Archiv: {{cables}}, Absätze: {{paragraphs}}.',
  },
  pending: {
    en: ['{{count}} paragraph is not searchable yet.', '{{count}} paragraphs are not searchable yet.'],
    es: ['{{count}} párrafo aún no se puede buscar.', '{{count}} párrafos aún no se pueden buscar.'],
    fr: [
      '{{count}} paragraphe n’est pas encore consultable.',
      '{{count}} paragraphes ne sont pas encore consultables.',
    ],
    de: ['{{count}} Absatz ist noch nicht durchsuchbar.', '{{count}} Absätze sind noch nicht durchsuchbar.'],
  },
  working: {
    en: 'A file is being added.',
    es: 'Se está añadiendo un fichero.',
    fr: 'Un fichier est en cours d’ajout.',
    de: 'Gerade wird eine Datei hinzugefügt.',
  },
})
