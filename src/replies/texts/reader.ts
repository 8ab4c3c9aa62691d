/** Cables and paragraphs as they are read. */
import { definePhrases } from './phrase.js'

export const readerPhrases = definePhrases({
  noCable: {
    en: '{{cable}} is not in this archive; it may have been removed.',
    es: '{{cable}} no está en este archivo; puede que se haya retirado.',
    fr: '{{cable}} n’est pas dans cette archive ; il a peut-être été retiré.',
    de: '{{cable}} ist nicht in diesem Archiv; vielleicht wurde es entfernt.',
  },
  unknownCable: {
    en: 'There is no cable {{cable}} in this archive.',
    es: 'No hay ningún cable {{cable}} en este archivo.',
    fr: 'Il n’y a pas de câble {{cable}} dans cette archive.',
    de: 'In diesem Archiv gibt es keine Depesche {{cable}}.',
  },
  noPage: {
    en: '{{cable}} has no page {{page}} any more. Open it again with /cable {{cable}}.',
    es: '{{cable}} ya no tiene página {{page}}. Vuelve a abrirlo con /cable {{cable}}.',
    fr: '{{cable}} n’a plus de page {{page}}. Rouvre-le avec /cable {{cable}}.',
    de: '{{cable}} hat keine Seite {{page}} mehr. Öffne es neu mit /cable {{cable}}.',
  },
  goneParagraph: {
    en: '{{cable}} has no such paragraph any more. Open it with /cable {{cable}} to see it as it is now.',
    es: '{{cable}} ya no tiene ese párrafo. Ábrelo con /cable {{cable}} para verlo como es ahora.',
    fr: '{{cable}} n’a plus ce paragraphe. Ouvre-le avec /cable {{cable}} pour le voir tel qu’il est.',
    de: '{{cable}} hat diesen Absatz nicht mehr. Öffne es mit /cable {{cable}}, um es so zu sehen, wie es jetzt ist.',
  },
  noParagraphs: {
    en: '{{cable}} has no paragraph {{wanted}}; it has none.',
    es: '{{cable}} no tiene párrafo {{wanted}}; no tiene ninguno.',
    fr: '{{cable}} n’a pas de paragraphe {{wanted}} ; il n’en a aucun.',
    de: '{{cable}} hat keinen Absatz {{wanted}}; es hat gar keinen.',
  },
  onlyParagraph: {
    en: '{{cable}} has no paragraph {{wanted}}; it has only {{only}}.',
    es: '{{cable}} no tiene párrafo {{wanted}}; solo tiene {{only}}.',
    fr: '{{cable}} n’a pas de paragraphe {{wanted}} ; il n’a que {{only}}.',
    de: '{{cable}} hat keinen Absatz {{wanted}}; es hat nur {{only}}.',
  },
  noParagraph: {
    en: '{{cable}} has no paragraph {{wanted}}; its paragraphs run from {{first}} to {{last}}.',
    es: '{{cable}} no tiene párrafo {{wanted}}; sus párrafos van de {{first}} a {{last}}.',
    fr: '{{cable}} n’a pas de paragraphe {{wanted}} ; ses paragraphes vont de {{first}} à {{last}}.',
    de: '{{cable}} hat keinen Absatz {{wanted}}; seine Absätze reichen von {{first}} bis {{last}}.',
  },
  didYouMean: { en: 'Did you mean', es: '¿Querías decir…?', fr: 'Voulais-tu dire', de: 'Meintest du' },
  earlierPage: {
    en: '◀ Page {{page}} of {{pages}}',
    es: '◀ Página {{page}} de {{pages}}',
    fr: '◀ Page {{page}} sur {{pages}}',
    de: '◀ Seite {{page}} von {{pages}}',
  },
  laterPage: {
    en: 'Page {{page}} of {{pages}} ▶',
    es: 'Página {{page}} de {{pages}} ▶',
    fr: 'Page {{page}} sur {{pages}} ▶',
    de: 'Seite {{page}} von {{pages}} ▶',
  },
  earlierPart: {
    en: '◀ Earlier part',
    es: '◀ Parte anterior',
    fr: '◀ Partie précédente',
    de: '◀ Früherer Teil',
  },
  laterPart: { en: 'Later part ▶', es: 'Parte siguiente ▶', fr: 'Partie suivante ▶', de: 'Späterer Teil ▶' },
  part: {
    en: 'Part {{part}} of {{parts}}',
    es: 'Parte {{part}} de {{parts}}',
    fr: 'Partie {{part}} sur {{parts}}',
    de: 'Teil {{part}} von {{parts}}',
  },
  openCable: { en: 'Open cable', es: 'Abrir cable', fr: 'Ouvrir le câble', de: 'Depesche öffnen' },
  continued: { en: '(continued)', es: '(continuación)', fr: '(suite)', de: '(Fortsetzung)' },
  noText: { en: '(no text)', es: '(sin texto)', fr: '(sans texte)', de: '(kein Text)' },
  noCableText: {
    en: '(this cable has no text)',
    es: '(este cable no tiene texto)',
    fr: '(ce câble n’a pas de texte)',
    de: '(diese Depesche hat keinen Text)',
  },
  noSubject: { en: '(no subject)', es: '(sin asunto)', fr: '(sans objet)', de: '(kein Betreff)' },
  to: { en: 'To', es: 'Para', fr: 'À', de: 'An' },
  info: { en: 'Info', es: 'Copia', fr: 'Info', de: 'Zur Kenntnis' },
  tags: { en: 'TAGS', es: 'TAGS', fr: 'TAGS', de: 'TAGS' },
  references: { en: 'References', es: 'Referencias', fr: 'Références', de: 'Bezüge' },
  mentioned: {
    en: ['{{count}} cable of this archive is mentioned:', '{{count}} cables of this archive are mentioned:'],
    es: ['Se menciona {{count}} cable de este archivo:', 'Se mencionan {{count}} cables de este archivo:'],
    fr: [
      '{{count}} câble de cette archive est mentionné :',
      '{{count}} câbles de cette archive sont mentionnés :',
    ],
    de: [
      '{{count}} Depesche dieses Archivs ist erwähnt:',
      '{{count}} Depeschen dieses Archivs sind erwähnt:',
    ],
  },
  noneMentioned: {
    en: 'No cable of this archive is mentioned in that message.',
    es: 'En ese mensaje no se menciona ningún cable de este archivo.',
    fr: 'Aucun câble de cette archive n’est mentionné dans ce message.',
    de: 'In dieser Nachricht ist keine Depesche dieses Archivs erwähnt.',
  },
  moreMentioned: {
    en: ['and {{count}} more', 'and {{count}} more'],
    es: ['y {{count}} más', 'y {{count}} más'],
    fr: ['et {{count}} de plus', 'et {{count}} de plus'],
    de: ['und {{count}} weitere', 'und {{count}} weitere'],
  },
  notHere: {
    en: 'Not in this archive: {{cables}}',
    es: 'No están en este archivo: {{cables}}',
    fr: 'Pas dans cette archive : {{cables}}',
    de: 'Nicht in diesem Archiv: {{cables}}',
  },
})
