/** What any interaction may be answered with. */
import { definePhrases } from './phrase.js'

export const commonPhrases = definePhrases({
  fault: {
    en: 'Something went wrong on my side, and it is in the log. If it happens again, please tell the owner of this bot the error number {{errorId}}.',
    es: 'Algo ha fallado por mi parte y ha quedado en el registro. Si vuelve a ocurrir, comunica al propietario de este bot el número de error {{errorId}}.',
    fr: 'Quelque chose a échoué de mon côté, et c’est dans le journal. Si cela se reproduit, indique au propriétaire de ce bot le numéro d’erreur {{errorId}}.',
    de: 'Bei mir ist etwas schiefgegangen; es steht im Protokoll. Wenn es wieder vorkommt, nenne dem Betreiber dieses Bots bitte die Fehlernummer {{errorId}}.',
  },
  tooLong: {
    en: 'This is taking too long, so I stopped waiting for it. Please try again later.',
    es: 'Esto tarda demasiado y he dejado de esperar. Vuelve a intentarlo más tarde.',
    fr: 'Cela prend trop de temps, j’ai cessé d’attendre. Réessaie plus tard.',
    de: 'Das dauert zu lange, ich warte nicht länger darauf. Bitte versuche es später noch einmal.',
  },
  restarting: {
    en: 'I am being restarted. Please try again in a minute.',
    es: 'Me están reiniciando. Vuelve a intentarlo dentro de un minuto.',
    fr: 'On me redémarre. Réessaie dans une minute.',
    de: 'Ich werde gerade neu gestartet. Bitte versuche es in einer Minute noch einmal.',
  },
  goneCommand: {
    en: 'I have no command {{command}} any more. The owner can renew the list with “pilcrow register”.',
    es: 'Ya no tengo el comando {{command}}. El propietario puede renovar la lista con «pilcrow register».',
    fr: 'Je n’ai plus de commande {{command}}. Le propriétaire peut renouveler la liste avec « pilcrow register ».',
    de: 'Den Befehl {{command}} habe ich nicht mehr. Der Betreiber kann die Liste mit „pilcrow register“ erneuern.',
  },
  foreignButton: {
    en: 'This button is not one of mine, or it is damaged. Please run the command again.',
    es: 'Este botón no es mío o está dañado. Vuelve a ejecutar el comando.',
    fr: 'Ce bouton n’est pas à moi, ou il est endommagé. Relance la commande.',
    de: 'Dieser Knopf ist nicht von mir, oder er ist beschädigt. Bitte rufe den Befehl noch einmal auf.',
  },
  outdatedButton: {
    en: 'This button was made by another version of me. Please run the command again.',
    es: 'Este botón lo creó otra versión de mí. Vuelve a ejecutar el comando.',
    fr: 'Ce bouton vient d’une autre version de moi. Relance la commande.',
    de: 'Dieser Knopf stammt von einer anderen Version von mir. Bitte rufe den Befehl noch einmal auf.',
  },
  notYours: {
    en: 'That answer is private to somebody else. Please ask yourself.',
    es: 'Esa respuesta es privada de otra persona. Pregunta tú mismo.',
    fr: 'Cette réponse est privée et à quelqu’un d’autre. Pose la question toi-même.',
    de: 'Diese Antwort ist nur für jemand anderen. Bitte frage selbst.',
  },
  noRoom: {
    en: 'This is too long to go on from here. Please run the command again.',
    es: 'Esto es demasiado largo para seguir desde aquí. Vuelve a ejecutar el comando.',
    fr: 'C’est trop long pour continuer d’ici. Relance la commande.',
    de: 'Das ist zu lang, um von hier aus weiterzumachen. Bitte rufe den Befehl noch einmal auf.',
  },
  thanksUp: {
    en: 'Thank you, noted. /privacy says what is kept.',
    es: 'Gracias, anotado. /privacidad dice qué se conserva.',
    fr: 'Merci, c’est noté. /confidentialité dit ce qui est conservé.',
    de: 'Danke, notiert. /datenschutz sagt, was aufbewahrt wird.',
  },
  thanksDown: {
    en: 'Thank you for saying so, noted. /privacy says what is kept.',
    es: 'Gracias por decirlo, anotado. /privacidad dice qué se conserva.',
    fr: 'Merci de le dire, c’est noté. /confidentialité dit ce qui est conservé.',
    de: 'Danke für den Hinweis, notiert. /datenschutz sagt, was aufbewahrt wird.',
  },
  tooOften: {
    en: [
      'You have asked a lot in the last minute. Please wait {{count}} second, then I am glad to go on.',
      'You have asked a lot in the last minute. Please wait {{count}} seconds, then I am glad to go on.',
    ],
    es: [
      'Has preguntado mucho en el último minuto. Espera {{count}} segundo y con gusto seguimos.',
      'Has preguntado mucho en el último minuto. Espera {{count}} segundos y con gusto seguimos.',
    ],
    fr: [
      'Tu as beaucoup demandé pendant la dernière minute. Attends {{count}} seconde, et je continue volontiers.',
      'Tu as beaucoup demandé pendant la dernière minute. Attends {{count}} secondes, et je continue volontiers.',
    ],
    de: [
      'Du hast in der letzten Minute viel gefragt. Bitte warte {{count}} Sekunde, dann mache ich gern weiter.',
      'Du hast in der letzten Minute viel gefragt. Bitte warte {{count}} Sekunden, dann mache ich gern weiter.',
    ],
  },
  tooFast: {
    en: [
      'You have pressed a lot of buttons in the last minute. Please wait {{count}} second, then I am glad to go on.',
      'You have pressed a lot of buttons in the last minute. Please wait {{count}} seconds, then I am glad to go on.',
    ],
    es: [
      'Has pulsado muchos botones en el último minuto. Espera {{count}} segundo y con gusto seguimos.',
      'Has pulsado muchos botones en el último minuto. Espera {{count}} segundos y con gusto seguimos.',
    ],
    fr: [
      'Tu as appuyé sur beaucoup de boutons pendant la dernière minute. Attends {{count}} seconde, et je continue volontiers.',
      'Tu as appuyé sur beaucoup de boutons pendant la dernière minute. Attends {{count}} secondes, et je continue volontiers.',
    ],
    de: [
      'Du hast in der letzten Minute viele Knöpfe gedrückt. Bitte warte {{count}} Sekunde, dann mache ich gern weiter.',
      'Du hast in der letzten Minute viele Knöpfe gedrückt. Bitte warte {{count}} Sekunden, dann mache ich gern weiter.',
    ],
  },
  otherChannel: {
    en: 'In this server I answer in these channels:',
    es: 'En este servidor respondo en estos canales:',
    fr: 'Sur ce serveur, je réponds dans ces salons :',
    de: 'Auf diesem Server antworte ich in diesen Kanälen:',
  },
  otherServer: {
    en: 'I do not answer in this server: my owner has named the servers in which I do. You can ask me in a direct message.',
    es: 'No respondo en este servidor: mi propietario ha indicado en cuáles lo hago. Puedes preguntarme por mensaje directo.',
    fr: 'Je ne réponds pas sur ce serveur : mon propriétaire a indiqué sur lesquels je réponds. Tu peux me demander en message privé.',
    de: 'Auf diesem Server antworte ich nicht: Mein Betreiber hat festgelegt, auf welchen ich antworte. Du kannst mich in einer Direktnachricht fragen.',
  },
  channelsGone: {
    en: 'The channels in which I may answer here no longer exist. A member who manages this server can name others with /settings channels.',
    es: 'Los canales en los que puedo responder aquí ya no existen. Un miembro que gestione este servidor puede indicar otros con /ajustes canales.',
    fr: 'Les salons où je peux répondre ici n’existent plus. Un membre qui gère ce serveur peut en indiquer d’autres avec /réglages salons.',
    de: 'Die Kanäle, in denen ich hier antworten darf, gibt es nicht mehr. Ein Mitglied, das diesen Server verwaltet, kann mit /einstellungen kanäle andere angeben.',
  },
  askPrivately: {
    en: 'In this server answers are private. Please ask with /ask, so that only you see the answer.',
    es: 'En este servidor las respuestas son privadas. Pregunta con /preguntar para que solo tú veas la respuesta.',
    fr: 'Sur ce serveur, les réponses sont privées. Demande avec /demander, pour que toi seul voies la réponse.',
    de: 'Auf diesem Server sind Antworten privat. Bitte frage mit /fragen, damit nur du die Antwort siehst.',
  },
})
