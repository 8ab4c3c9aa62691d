/** What people typed that cannot be used. */
import { definePhrases } from './phrase.js'

export const inputPhrases = definePhrases({
  outdatedOption: {
    en: 'I cannot use what was given as “{{option}}”. The command may have changed since it was registered; please try again in a minute.',
    es: 'No puedo usar lo que se ha indicado en «{{option}}». Puede que el comando haya cambiado desde que se registró; vuelve a intentarlo dentro de un minuto.',
    fr: 'Je ne peux pas utiliser ce qui est donné pour « {{option}} ». La commande a peut-être changé depuis son enregistrement ; réessaie dans une minute.',
    de: 'Was als „{{option}}“ angegeben ist, kann ich nicht verwenden. Der Befehl hat sich vielleicht geändert, seit er eingetragen wurde; bitte versuche es in einer Minute noch einmal.',
  },
  noDate: {
    en: '“{{typed}}” is no date that I can read. Please write 2006, 2006-04 or 2006-04-10.',
    es: '«{{typed}}» no es una fecha que yo entienda. Escribe 2006, 2006-04 o 2006-04-10.',
    fr: '« {{typed}} » n’est pas une date que je sais lire. Écris 2006, 2006-04 ou 2006-04-10.',
    de: '„{{typed}}“ ist kein Datum, das ich lesen kann. Bitte schreibe 2006, 2006-04 oder 2006-04-10.',
  },
  emptyQuestion: {
    en: 'The question is empty. Ask in plain words, for example: Who signed the treaty?',
    es: 'La pregunta está vacía. Pregunta con palabras sencillas, por ejemplo: Who signed the treaty?',
    fr: 'La question est vide. Demande en mots simples, par exemple : Who signed the treaty?',
    de: 'Die Frage ist leer. Frage in einfachen Worten, zum Beispiel: Who signed the treaty?',
  },
  longQuestion: {
    en: 'The question has {{length}} characters; at most {{most}} are read. Ask in fewer words.',
    es: 'La pregunta tiene {{length}} caracteres; se leen como máximo {{most}}. Pregunta con menos palabras.',
    fr: 'La question a {{length}} caractères ; j’en lis {{most}} au plus. Demande en moins de mots.',
    de: 'Die Frage hat {{length}} Zeichen; höchstens {{most}} werden gelesen. Frage mit weniger Worten.',
  },
  emptyLibrary: {
    en: 'The library holds no cable yet. Add some with: npm run pilcrow -- ingest PATH',
    es: 'El archivo aún no contiene ningún cable. Añade algunos con: npm run pilcrow -- ingest PATH',
    fr: 'L’archive ne contient encore aucun câble. Ajoutes-en avec : npm run pilcrow -- ingest PATH',
    de: 'Das Archiv enthält noch keine Depesche. Füge welche hinzu mit: npm run pilcrow -- ingest PATH',
  },
  noCableNumber: {
    en: '“{{typed}}” is no cable number; one looks like 06MEXICO1889.',
    es: '«{{typed}}» no es un número de cable; uno tiene la forma 06MEXICO1889.',
    fr: '« {{typed}} » n’est pas un numéro de câble ; il ressemble à 06MEXICO1889.',
    de: '„{{typed}}“ ist keine Depeschennummer; eine sieht aus wie 06MEXICO1889.',
  },
  noYear: {
    en: '“{{typed}}” has no year, and not exactly one cable of this archive fits it.',
    es: '«{{typed}}» no lleva año, y no hay exactamente un cable de este archivo que encaje.',
    fr: '« {{typed}} » n’a pas d’année, et ce n’est pas exactement un câble de cette archive qui y correspond.',
    de: '„{{typed}}“ hat kein Jahr, und es passt nicht genau eine Depesche dieses Archivs dazu.',
  },
  noParagraphNumber: {
    en: '“{{typed}}” is no paragraph number. Please give one such as 2.',
    es: '«{{typed}}» no es un número de párrafo. Indica uno como 2.',
    fr: '« {{typed}} » n’est pas un numéro de paragraphe. Donne-en un, par exemple 2.',
    de: '„{{typed}}“ ist keine Absatznummer. Bitte gib eine an wie 2.',
  },
  noText: {
    en: 'There is no text in that message that I could ask about.',
    es: 'En ese mensaje no hay texto sobre el que preguntar.',
    fr: 'Il n’y a dans ce message aucun texte sur lequel je pourrais demander.',
    de: 'In dieser Nachricht steht kein Text, zu dem ich fragen könnte.',
  },
})
