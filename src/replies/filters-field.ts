/** @module The filters of a question in a `custom_id`: `origin~after~before~classification~tag~year~cable~otherTag`, what is missing empty. */
import type { CableFilter } from '../library/filter.js'
import type { Field } from './routes.js'

/** Characters of one value; more does not fit a `custom_id` anyway. */
const VALUE_MAX = 60

const DAY = /^(\d{4})(\d{2})(\d{2})$/u

export const filtersField: Field<CableFilter> = {
  encode: ({ origin, after, before, classification, tag, year, cable, otherTag }) =>
    [origin, compact(after), compact(before), classification, tag, year?.toString(), cable, otherTag]
      .map((value) => encodeURIComponent(value ?? '').replaceAll('~', '%7E'))
      .join('~')
      .replace(/~+$/u, ''),
  decode: (text) => {
    const values = text.split('~').map(decoded)
    if (values.length > 8 || values.includes(undefined)) return undefined
    const [origin = '', after = '', before = '', classification = '', tag = '', year = '', cable = ''] =
      values
    const otherTag = values[7] ?? ''
    if ([after, before].some((day) => day !== '' && !DAY.test(day))) return undefined
    if (year !== '' && !/^\d{4}$/u.test(year)) return undefined
    return {
      ...(origin !== '' && { origin }),
      ...(after !== '' && { after: after.replace(DAY, '$1-$2-$3') }),
      ...(before !== '' && { before: before.replace(DAY, '$1-$2-$3') }),
      ...(classification !== '' && { classification }),
      ...(tag !== '' && { tag }),
      ...(year !== '' && { year: Number(year) }),
      ...(cable !== '' && { cable }),
      ...(otherTag !== '' && { otherTag }),
    }
  },
}

function compact(day: string | undefined): string | undefined {
  return day?.replaceAll('-', '')
}

function decoded(text: string): string | undefined {
  try {
    const value = decodeURIComponent(text)
    return value.length > VALUE_MAX ? undefined : value
  } catch {
    return undefined // A stray `%`: not written by us, and the route says so.
  }
}
