/** @module Days and times as people read them in their language. Citations for footnotes have forms of their own (`cables/cite`). */
import type { Locale } from './texts/locale.js'
import type { Say } from './texts/texts.js'

type Speaker = Pick<Say, 'locale'>

/** English has the cables' own order, `10 Apr 2006`: the one that British and American readers do not mistake. */
const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const FORMATS: ReadonlyMap<Locale, Intl.DateTimeFormat> = new Map(
  (['es', 'fr', 'de'] as const).map((locale) => [
    locale,
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  ]),
)

/** `2006-04-10T19:22:00Z` -> `10 Apr 2006`, `10. Apr. 2006`; what is no day of the calendar stays as it is. */
export function dayOf({ locale }: Speaker, date: string): string {
  const [day] = /^\d{4}-\d{2}-\d{2}/u.exec(date) ?? []
  const time = new Date(`${day ?? ''}T00:00:00Z`)
  // The 30th of February would become a day in March.
  if (Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== day) return date
  const format = FORMATS.get(locale)
  return format === undefined
    ? `${time.getUTCDate()} ${ENGLISH_MONTHS[time.getUTCMonth()] ?? ''} ${time.getUTCFullYear()}`
    : format.format(time)
}

/** `2006-04-10T19:22:00Z` -> `10 Apr 2006, 19:22 UTC`. */
export function timeOf(say: Speaker, date: string): string {
  const [, time] = /T(\d{2}:\d{2})/u.exec(date) ?? []
  return time === undefined ? dayOf(say, date) : `${dayOf(say, date)}, ${time} UTC`
}
