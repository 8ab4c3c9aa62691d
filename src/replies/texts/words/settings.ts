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
      en: 'Whether answers are private by default',
      es: 'Si las respuestas son privadas por defecto',
      fr: 'Si les réponses sont privées par défaut',
      de: 'Ob Antworten standardmäßig privat sind',
    },
  },
  limit: {
    names: { es: 'límite', fr: 'limite', de: 'grenze' },
    description: {
      en: 'Questions and commands per person per minute (0 = no limit)',
      es: 'Preguntas y comandos por persona y minuto (0 = sin límite)',
      fr: 'Questions et commandes par personne et par minute (0 = sans limite)',
      de: 'Fragen und Befehle pro Person und Minute (0 = keine Grenze)',
    },
  },
  sources: {
    names: { es: 'fuentes', fr: 'sources', de: 'quellen' },
    description: {
      en: 'Whether names marked “protect” and private numbers and addresses are masked',
      es: 'Si se ocultan nombres marcados «protect» y números y direcciones privados',
      fr: 'Si les noms marqués « protect », numéros et adresses privés sont masqués',
      de: 'Ob Namen mit dem Vermerk „protect“, private Nummern und Adressen verdeckt werden',
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
      en: 'A channel or category to stop answering in',
      es: 'Un canal o una categoría donde dejar de responder',
      fr: 'Un salon ou une catégorie où ne plus répondre',
      de: 'Ein Kanal oder eine Kategorie, wo nicht mehr geantwortet wird',
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
      en: 'What is kept about you, and how to delete it',
      es: 'Qué se conserva sobre ti y cómo eliminarlo',
      fr: 'Ce qui est conservé à ton sujet, et comment l’effacer',
      de: 'Was über dich aufbewahrt wird und wie man es löscht',
    },
  },
  show: {
    names: { es: 'ver', fr: 'voir', de: 'zeigen' },
    description: {
      en: 'What is kept, and how much of it is about you',
      es: 'Qué se conserva y cuánto es sobre ti',
      fr: 'Ce qui est conservé, et combien à ton sujet',
      de: 'Was aufbewahrt wird und wie viel davon über dich',
    },
  },
  forget: {
    names: { es: 'olvidar', fr: 'oublier', de: 'vergessen' },
    description: {
      en: 'Delete everything that is kept about you, for good',
      es: 'Eliminar todo lo que se conserva sobre ti, para siempre',
      fr: 'Effacer définitivement tout ce qui est conservé à ton sujet',
      de: 'Alles endgültig löschen, was über dich aufbewahrt wird',
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
