import type { CableSuggestion } from '../library/suggest.js'
import { dayOf } from './dates.js'
import type { Say } from './texts/texts.js'

/** `06MEXICO1889 · 10 Apr 2006 · SUBJECT`, not escaped: autocomplete shows it as it is. */
export function suggestionLine(say: Say, { id, date, subject }: CableSuggestion): string {
  return [id, dayOf(say, date), subject].filter((part) => part !== '').join(' · ')
}
