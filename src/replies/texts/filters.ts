/** Filters that no cable passes. */
import { definePhrases } from './phrase.js'

export const filterPhrases = definePhrases({
  menuPost: {
    en: 'Only cables from this post',
    es: 'Solo cables de este puesto',
    fr: 'Seulement les câbles de ce poste',
    de: 'Nur Depeschen dieser Vertretung',
  },
  menuClassification: {
    en: 'Only this classification',
    es: 'Solo esta clasificación',
    fr: 'Seulement cette classification',
    de: 'Nur diese Einstufung',
  },
  menuYears: {
    en: 'Only these years',
    es: 'Solo estos años',
    fr: 'Seulement ces années',
    de: 'Nur diese Jahre',
  },
  menuYearsHint: {
    en: 'All from the first to the last that you choose.',
    es: 'Todos desde el primero hasta el último que elijas.',
    fr: 'Toutes, de la première à la dernière que tu choisis.',
    de: 'Alle vom ersten bis zum letzten, das du wählst.',
  },
  menuAny: { en: 'No filter', es: 'Sin filtro', fr: 'Sans filtre', de: 'Ohne Filter' },
  noPost: {
    en: 'This archive has no cables from “{{post}}”.',
    es: 'Este archivo no tiene cables de «{{post}}».',
    fr: 'Cette archive n’a aucun câble de « {{post}} ».',
    de: 'Dieses Archiv hat keine Depeschen von „{{post}}“.',
  },
  noTag: {
    en: 'No cable in this archive has the TAG “{{tag}}”.',
    es: 'Ningún cable de este archivo lleva el TAG «{{tag}}».',
    fr: 'Aucun câble de cette archive ne porte le TAG « {{tag}} ».',
    de: 'Keine Depesche in diesem Archiv trägt den TAG „{{tag}}“.',
  },
  noClassification: {
    en: 'No cable in this archive is classified {{level}}.',
    es: 'Ningún cable de este archivo está clasificado como {{level}}.',
    fr: 'Aucun câble de cette archive n’est classifié {{level}}.',
    de: 'Keine Depesche in diesem Archiv ist als {{level}} eingestuft.',
  },
  backwards: {
    en: 'The dates are the wrong way round: {{after}} is later than {{before}}.',
    es: 'Las fechas están al revés: {{after}} es posterior a {{before}}.',
    fr: 'Les dates sont inversées : {{after}} est après {{before}}.',
    de: 'Die Daten sind vertauscht: {{after}} liegt nach {{before}}.',
  },
  years: {
    en: 'No cables from that time. This archive has cables from {{first}} to {{last}}.',
    es: 'No hay cables de esa época. Este archivo tiene cables de {{first}} a {{last}}.',
    fr: 'Aucun câble de cette période. Cette archive a des câbles de {{first}} à {{last}}.',
    de: 'Keine Depeschen aus dieser Zeit. Dieses Archiv hat Depeschen von {{first}} bis {{last}}.',
  },
  together: {
    en: 'No cable matches all these filters together.',
    es: 'Ningún cable cumple todos estos filtros a la vez.',
    fr: 'Aucun câble ne correspond à tous ces filtres à la fois.',
    de: 'Keine Depesche erfüllt alle diese Filter zugleich.',
  },
  without: {
    en: 'Without {{filter}}',
    es: 'Sin {{filter}}',
    fr: 'Sans {{filter}}',
    de: 'Ohne {{filter}}',
  },
  near: {
    en: 'Near it: {{filters}}',
    es: 'Parecidos: {{filters}}',
    fr: 'Proches : {{filters}}',
    de: 'Ähnlich: {{filters}}',
  },
})
