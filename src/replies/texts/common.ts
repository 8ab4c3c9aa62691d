/** What any interaction may be answered with. */
import { definePhrases } from './phrase.js'

export const commonPhrases = definePhrases({
  fault: {
    en: 'Something went wrong on my side. If it happens again, please give the owner of this bot the error number {{errorId}}.',
    es: 'Algo ha fallado por mi parte. Si vuelve a ocurrir, comunica al propietario de este bot el número de error {{errorId}}.',
    fr: 'Une erreur s’est produite de mon côté. Si cela se reproduit, indique au propriétaire de ce bot le numéro d’erreur {{errorId}}.',
    de: 'Bei mir ist etwas schiefgegangen. Wenn es wieder vorkommt, nenne dem Betreiber dieses Bots bitte die Fehlernummer {{errorId}}.',
  },
  tooLong: {
    en: 'This took too long, so I stopped. Please try again later.',
    es: 'Esto ha tardado demasiado y lo he detenido. Vuelve a intentarlo más tarde.',
    fr: 'Cela a pris trop de temps, je me suis arrêté. Réessaie plus tard.',
    de: 'Das hat zu lange gedauert, ich habe abgebrochen. Bitte versuche es später noch einmal.',
  },
  restarting: {
    en: 'I am restarting. Please try again in a minute.',
    es: 'Me estoy reiniciando. Vuelve a intentarlo dentro de un minuto.',
    fr: 'Je redémarre. Réessaie dans une minute.',
    de: 'Ich starte gerade neu. Bitte versuche es in einer Minute noch einmal.',
  },
  goneCommand: {
    en: '{{command}} no longer exists. The owner of this bot can update the list of commands with “pilcrow register”.',
    es: '{{command}} ya no existe. El propietario de este bot puede actualizar la lista de comandos con «pilcrow register».',
    fr: '{{command}} n’existe plus. Le propriétaire de ce bot peut actualiser la liste des commandes avec « pilcrow register ».',
    de: '{{command}} gibt es nicht mehr. Der Betreiber dieses Bots kann die Liste der Befehle mit „pilcrow register“ aktualisieren.',
  },
  foreignButton: {
    en: 'This button is damaged or not mine. Please run the command again.',
    es: 'Este botón está dañado o no es mío. Vuelve a ejecutar el comando.',
    fr: 'Ce bouton est endommagé ou n’est pas à moi. Relance la commande.',
    de: 'Dieser Knopf ist beschädigt oder nicht von mir. Bitte rufe den Befehl noch einmal auf.',
  },
  outdatedButton: {
    en: 'This button is from another version of this bot. Please run the command again.',
    es: 'Este botón es de otra versión de este bot. Vuelve a ejecutar el comando.',
    fr: 'Ce bouton vient d’une autre version de ce bot. Relance la commande.',
    de: 'Dieser Knopf stammt aus einer anderen Version dieses Bots. Bitte rufe den Befehl noch einmal auf.',
  },
  notYours: {
    en: 'That answer is private. Use /ask to ask your own question.',
    es: 'Esa respuesta es privada. Haz tu propia pregunta con /preguntar.',
    fr: 'Cette réponse est privée. Pose ta propre question avec /demander.',
    de: 'Diese Antwort ist privat. Stelle mit /fragen deine eigene Frage.',
  },
  noRoom: {
    en: 'This is too long to continue from this message. Please run the command again.',
    es: 'Esto es demasiado largo para continuar desde este mensaje. Vuelve a ejecutar el comando.',
    fr: 'C’est trop long pour continuer depuis ce message. Relance la commande.',
    de: 'Das ist zu lang, um von dieser Nachricht aus fortzufahren. Bitte rufe den Befehl noch einmal auf.',
  },
  thanksUp: {
    en: 'Thank you, your rating is saved. To see what is kept, use /privacy show.',
    es: 'Gracias, tu valoración se ha guardado. Para ver qué se conserva, usa /privacidad ver.',
    fr: 'Merci, ton avis est enregistré. Pour voir ce qui est conservé, utilise /confidentialité voir.',
    de: 'Danke, deine Bewertung ist gespeichert. Was aufbewahrt wird, zeigt /datenschutz zeigen.',
  },
  thanksDown: {
    en: 'Thank you for telling me, your rating is saved. To see what is kept, use /privacy show.',
    es: 'Gracias por decirlo, tu valoración se ha guardado. Para ver qué se conserva, usa /privacidad ver.',
    fr: 'Merci de l’avoir signalé, ton avis est enregistré. Pour voir ce qui est conservé, utilise /confidentialité voir.',
    de: 'Danke für den Hinweis, deine Bewertung ist gespeichert. Was aufbewahrt wird, zeigt /datenschutz zeigen.',
  },
  tooOften: {
    en: [
      'You have asked a lot in the last minute. Please wait {{count}} second, then try again.',
      'You have asked a lot in the last minute. Please wait {{count}} seconds, then try again.',
    ],
    es: [
      'Has preguntado mucho en el último minuto. Espera {{count}} segundo y vuelve a intentarlo.',
      'Has preguntado mucho en el último minuto. Espera {{count}} segundos y vuelve a intentarlo.',
    ],
    fr: [
      'Tu as posé beaucoup de questions pendant la dernière minute. Attends {{count}} seconde, puis réessaie.',
      'Tu as posé beaucoup de questions pendant la dernière minute. Attends {{count}} secondes, puis réessaie.',
    ],
    de: [
      'Du hast in der letzten Minute viel gefragt. Bitte warte {{count}} Sekunde und versuche es dann noch einmal.',
      'Du hast in der letzten Minute viel gefragt. Bitte warte {{count}} Sekunden und versuche es dann noch einmal.',
    ],
  },
  tooFast: {
    en: [
      'You have pressed a lot of buttons in the last minute. Please wait {{count}} second, then try again.',
      'You have pressed a lot of buttons in the last minute. Please wait {{count}} seconds, then try again.',
    ],
    es: [
      'Has pulsado muchos botones en el último minuto. Espera {{count}} segundo y vuelve a intentarlo.',
      'Has pulsado muchos botones en el último minuto. Espera {{count}} segundos y vuelve a intentarlo.',
    ],
    fr: [
      'Tu as appuyé sur beaucoup de boutons pendant la dernière minute. Attends {{count}} seconde, puis réessaie.',
      'Tu as appuyé sur beaucoup de boutons pendant la dernière minute. Attends {{count}} secondes, puis réessaie.',
    ],
    de: [
      'Du hast in der letzten Minute viele Knöpfe gedrückt. Bitte warte {{count}} Sekunde und versuche es dann noch einmal.',
      'Du hast in der letzten Minute viele Knöpfe gedrückt. Bitte warte {{count}} Sekunden und versuche es dann noch einmal.',
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
    fr: 'Sur ce serveur, les réponses sont privées. Pose ta question avec /demander pour être seul à voir la réponse.',
    de: 'Auf diesem Server sind Antworten privat. Bitte frage mit /fragen, damit nur du die Antwort siehst.',
  },
})
