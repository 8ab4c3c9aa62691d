/** What people typed that cannot be used. */
import { definePhrases } from './phrase.js'

export const inputPhrases = definePhrases({
  outdatedOption: {
    en: 'I can’t use what was entered for “{{option}}”. The command may have changed since it was registered; please try again in a minute.',
    es: 'No puedo usar lo que se ha escrito en «{{option}}». Puede que el comando haya cambiado desde que se registró; vuelve a intentarlo dentro de un minuto.',
    fr: 'Je ne peux pas utiliser ce qui est saisi pour « {{option}} ». La commande a peut-être changé depuis son enregistrement ; réessaie dans une minute.',
    de: 'Die Angabe für „{{option}}“ kann ich nicht verwenden. Der Befehl hat sich vielleicht geändert, seit er registriert wurde; bitte versuche es in einer Minute noch einmal.',
  },
  noDate: {
    en: 'I can’t read “{{typed}}” as a date. Please write 2006, 2006-04 or 2006-04-10.',
    es: 'No puedo leer «{{typed}}» como fecha. Escribe 2006, 2006-04 o 2006-04-10.',
    fr: 'Je ne peux pas lire « {{typed}} » comme une date. Écris 2006, 2006-04 ou 2006-04-10.',
    de: '„{{typed}}“ kann ich nicht als Datum lesen. Bitte schreibe 2006, 2006-04 oder 2006-04-10.',
  },
  emptyQuestion: {
    en: 'The question is empty. Ask in plain words, for example: Who signed the treaty?',
    es: 'La pregunta está vacía. Pregunta con palabras sencillas, por ejemplo: Who signed the treaty?',
    fr: 'La question est vide. Pose-la en mots simples, par exemple : Who signed the treaty?',
    de: 'Die Frage ist leer. Frage in einfachen Worten, zum Beispiel: Who signed the treaty?',
  },
  longQuestion: {
    en: 'The question has {{length}} characters; the limit is {{most}}. Please shorten it.',
    es: 'La pregunta tiene {{length}} caracteres; el máximo es {{most}}. Acórtala.',
    fr: 'La question a {{length}} caractères ; le maximum est {{most}}. Raccourcis-la.',
    de: 'Die Frage hat {{length}} Zeichen; erlaubt sind {{most}}. Bitte kürze sie.',
  },
  emptyLibrary: {
    en: 'The archive has no cables yet. Add some with: npm run pilcrow -- ingest PATH',
    es: 'El archivo aún no tiene cables. Añade algunos con: npm run pilcrow -- ingest PATH',
    fr: 'L’archive ne contient encore aucun câble. Ajoutes-en avec : npm run pilcrow -- ingest PATH',
    de: 'Das Archiv enthält noch keine Depesche. Füge welche hinzu mit: npm run pilcrow -- ingest PATH',
  },
  noCableNumber: {
    en: '“{{typed}}” isn’t a cable number (example: 06MEXICO1889).',
    es: '«{{typed}}» no es un número de cable (ejemplo: 06MEXICO1889).',
    fr: '« {{typed}} » n’est pas un numéro de câble (exemple : 06MEXICO1889).',
    de: '„{{typed}}“ ist keine Depeschennummer (Beispiel: 06MEXICO1889).',
  },
  noYear: {
    en: '“{{typed}}” matches no cable or several; add the year, for example 06MEXICO1889.',
    es: '«{{typed}}» no corresponde a ningún cable o corresponde a varios; añade el año, por ejemplo 06MEXICO1889.',
    fr: '« {{typed}} » ne correspond à aucun câble ou à plusieurs ; ajoute l’année, par exemple 06MEXICO1889.',
    de: 'Zu „{{typed}}“ passt keine oder mehr als eine Depesche; füge das Jahr hinzu, zum Beispiel 06MEXICO1889.',
  },
  noParagraphNumber: {
    en: '“{{typed}}” isn’t a paragraph number (example: 2).',
    es: '«{{typed}}» no es un número de párrafo (ejemplo: 2).',
    fr: '« {{typed}} » n’est pas un numéro de paragraphe (exemple : 2).',
    de: '„{{typed}}“ ist keine Absatznummer (Beispiel: 2).',
  },
  noText: {
    en: 'That message has no text to ask about.',
    es: 'Ese mensaje no tiene texto sobre el que preguntar.',
    fr: 'Ce message ne contient pas de texte sur lequel poser une question.',
    de: 'Diese Nachricht enthält keinen Text, zu dem man fragen könnte.',
  },
})
