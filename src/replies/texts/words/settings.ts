import { defineWords, privateNames } from './words.js'

export const settingsWords = defineWords({
  command: {
    names: { es: 'ajustes', fr: 'réglages', de: 'einstellungen' },
    description: {
      en: 'How I behave in this server: for those who manage it',
      es: 'Cómo me comporto en este servidor: para quienes lo gestionan',
      fr: 'Comment je me comporte sur ce serveur : pour qui le gère',
      de: 'Wie ich mich auf diesem Server verhalte: für alle, die ihn verwalten',
    },
  },
  show: {
    names: { es: 'ver', fr: 'voir', de: 'zeigen' },
    description: {
      en: 'Show the settings of this server',
      es: 'Ver los ajustes de este servidor',
      fr: 'Voir les réglages de ce serveur',
      de: 'Die Einstellungen dieses Servers zeigen',
    },
  },
  change: {
    names: { es: 'cambiar', fr: 'changer', de: 'ändern' },
    description: {
      en: 'Change settings; what you leave out stays',
      es: 'Cambiar ajustes; lo que omitas queda igual',
      fr: 'Changer des réglages ; ce que tu omets reste',
      de: 'Einstellungen ändern; was du weglässt, bleibt',
    },
  },
  private: {
    names: privateNames,
    description: {
      en: 'Whether replies are shown to the asker only',
      es: 'Si las respuestas se muestran solo a quien pregunta',
      fr: 'Si les réponses ne sont montrées qu’à qui demande',
      de: 'Ob Antworten nur der fragenden Person gezeigt werden',
    },
  },
  limit: {
    names: { es: 'límite', fr: 'limite', de: 'grenze' },
    description: {
      en: 'How many questions and commands one person has in a minute; 0 is no limit',
      es: 'Cuántas preguntas y comandos tiene una persona por minuto; 0 es sin límite',
      fr: 'Combien de questions et commandes une personne a par minute ; 0 : sans limite',
      de: 'Wie viele Fragen und Befehle eine Person in der Minute hat; 0 ist keine Grenze',
    },
  },
  sources: {
    names: { es: 'fuentes', fr: 'sources', de: 'quellen' },
    description: {
      en: 'Whether names marked “protect” and private numbers and addresses are masked',
      es: 'Si se ocultan los nombres marcados «protect» y los números de documentos',
      fr: 'Si les noms marqués « protect » et les numéros de papiers sont masqués',
      de: 'Ob Namen mit dem Vermerk „protect“ und Ausweisnummern verdeckt werden',
    },
  },
  language: {
    names: { es: 'idioma', fr: 'langue', de: 'sprache' },
    description: {
      en: 'Language of all my replies here',
      es: 'Idioma de todas mis respuestas aquí',
      fr: 'Langue de toutes mes réponses ici',
      de: 'Sprache aller meiner Antworten hier',
    },
  },
  channels: {
    names: { es: 'canales', fr: 'salons', de: 'kanäle' },
    description: {
      en: 'Answer only in the channels that you name',
      es: 'Responder solo en los canales que indiques',
      fr: 'Répondre seulement dans les salons que tu nommes',
      de: 'Nur in den Kanälen antworten, die du nennst',
    },
  },
  add: {
    names: { es: 'añadir', fr: 'ajouter', de: 'hinzufügen' },
    description: {
      en: 'A channel to answer in, with its threads, or a category with its channels',
      es: 'Un canal en el que responder, con sus hilos, o una categoría con sus canales',
      fr: 'Un salon où répondre, avec ses fils, ou une catégorie avec ses salons',
      de: 'Ein Kanal für Antworten, mit seinen Threads, oder eine Kategorie mit ihren Kanälen',
    },
  },
  remove: {
    names: { es: 'quitar', fr: 'retirer', de: 'entfernen' },
    description: {
      en: 'A channel or category to answer in no longer',
      es: 'Un canal o una categoría donde ya no responder',
      fr: 'Un salon ou une catégorie où ne plus répondre',
      de: 'Ein Kanal oder eine Kategorie ohne Antworten von jetzt an',
    },
  },
  all: {
    names: { es: 'todos', fr: 'tous', de: 'alle' },
    description: {
      en: 'Answer in all channels again',
      es: 'Volver a responder en todos los canales',
      fr: 'Répondre de nouveau dans tous les salons',
      de: 'Wieder in allen Kanälen antworten',
    },
  },
})

export const privacyWords = defineWords({
  command: {
    names: { es: 'privacidad', fr: 'confidentialité', de: 'datenschutz' },
    description: {
      en: 'What is kept of you, and how to remove it',
      es: 'Qué se conserva de ti y cómo eliminarlo',
      fr: 'Ce qui est conservé de toi, et comment l’effacer',
      de: 'Was von dir aufbewahrt wird, und wie man es entfernt',
    },
  },
  show: {
    names: { es: 'ver', fr: 'voir', de: 'zeigen' },
    description: {
      en: 'What is kept, and how much of it is of you',
      es: 'Qué se conserva y cuánto de ello es tuyo',
      fr: 'Ce qui est conservé, et combien vient de toi',
      de: 'Was aufbewahrt wird, und wie viel davon von dir ist',
    },
  },
  forget: {
    names: { es: 'olvidar', fr: 'oublier', de: 'vergessen' },
    description: {
      en: 'Remove all that is kept of you, at once and for good',
      es: 'Eliminar todo lo que se conserva de ti, de inmediato y para siempre',
      fr: 'Effacer tout ce qui est conservé de toi, tout de suite et pour de bon',
      de: 'Alles entfernen, was von dir aufbewahrt wird, sofort und endgültig',
    },
  },
})

export const aboutWords = defineWords({
  about: {
    names: { es: 'acerca', fr: 'propos', de: 'info' },
    description: {
      en: 'What this bot knows, how it works, and what it keeps',
      es: 'Qué sabe este bot, cómo funciona y qué conserva',
      fr: 'Ce que ce bot sait, comment il marche, et ce qu’il conserve',
      de: 'Was dieser Bot weiß, wie er arbeitet und was er aufbewahrt',
    },
  },
  help: {
    names: { es: 'ayuda', fr: 'aide', de: 'hilfe' },
    description: {
      en: 'What you can do here',
      es: 'Qué puedes hacer aquí',
      fr: 'Ce que tu peux faire ici',
      de: 'Was du hier tun kannst',
    },
  },
})
