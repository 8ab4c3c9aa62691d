/**
 * @module The one place where a `custom_id` is built and parsed: `name.version:field:field`.
 * What comes back in a `custom_id` is foreign input: bounded, versioned, checked field by field, never trusted.
 */
import type { UserError } from '../errors.js'
import { CUSTOM_ID_MAX } from './limits.js'
import { refusal } from './texts/refusal.js'

/** One value in a `custom_id`. Methods, not properties, so that fields of different types fit one list. */
export interface Field<T> {
  encode(value: T): string
  /** `undefined` when the text is no such value. */
  decode(text: string): T | undefined
}

export type Fields = Readonly<Record<string, Field<unknown>>>

export type ValuesOf<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never
}

export interface Route<F extends Fields> {
  readonly name: string
  /** The `custom_id` that carries the values, or `null` when it would be longer than Discord takes. */
  id(values: ValuesOf<F>): string | null
  /** @throws UserError when the id was not built by this route, or by another version of it. */
  parse(customId: string): ValuesOf<F>
}

/** Any characters but the separator survive, because the text is percent-encoded. */
export function textField(maxLength: number): Field<string> {
  return {
    encode: (value) => encodeURIComponent(value),
    decode: (text) => {
      const value = decodePercent(text)
      return value === undefined || value === '' || value.length > maxLength ? undefined : value
    },
  }
}

/** Text as it is, for values of menus: they stand alone, so nothing in them separates. */
export function plainField(maxLength: number): Field<string> {
  return {
    encode: (value) => value,
    decode: (text) => (text === '' || text.length > maxLength ? undefined : text),
  }
}

export function integerField(min: number, max: number): Field<number> {
  return {
    encode: (value) => String(value),
    decode: (text) => {
      if (!/^\d{1,9}$/u.test(text)) return undefined
      const value = Number(text)
      return value >= min && value <= max ? value : undefined
    },
  }
}

/** One of a few words. */
export function wordField<const W extends string>(...words: readonly W[]): Field<W> {
  return {
    encode: (value) => value,
    decode: (text) => words.find((word) => word === text),
  }
}

/**
 * @param name lower-case letters
 * @param version raised whenever the fields change: older buttons then get a sentence, not a wrong reading
 * @example
 * const page = defineRoute('page', 1, { cable: textField(40), page: integerField(1, 9_999) })
 * page.id({ cable: '06MEXICO1889', page: 2 }) // 'page.1:06MEXICO1889:2'
 */
export function defineRoute<F extends Fields>(name: string, version: number, fields: F): Route<F> {
  const build = (values: Readonly<Record<string, unknown>>): string =>
    [`${name}.${version}`, ...Object.entries(fields).map(([key, field]) => field.encode(values[key]))].join(
      ':',
    )

  return {
    name,
    id: (values) => {
      const id = build(values)
      return id.length <= CUSTOM_ID_MAX ? id : null
    },
    parse: (customId) => {
      // Half of a surrogate pair cannot be encoded, so no id of ours has one, and none can be built to compare with.
      if (customId.length > CUSTOM_ID_MAX || /\p{Surrogate}/u.test(customId)) throw foreign()
      const [head = '', ...texts] = customId.split(':')
      if (!head.startsWith(`${name}.`)) throw foreign()
      if (head !== `${name}.${version}`) throw outdated()
      const keys = Object.keys(fields)
      if (texts.length !== keys.length) throw foreign()
      const values = Object.fromEntries(
        Object.entries(fields).map(([key, field], at) => [key, field.decode(texts[at] ?? '')]),
      )
      if (Object.values(values).includes(undefined)) throw foreign()
      // One state has one spelling: `02` for `2` was not written by us.
      if (build(values) !== customId) throw foreign()
      return values as ValuesOf<F> // Each field was decoded by its own type directly above.
    },
  }
}

/** The name of the route that a `custom_id` claims to be of. */
export function routeNameOf(customId: string): string {
  return customId.slice(0, CUSTOM_ID_MAX).split('.', 1)[0] ?? ''
}

/** For an id that no route of ours has written. */
export function foreign(): UserError {
  return refusal('common.foreignButton')
}

function outdated(): UserError {
  return refusal('common.outdatedButton')
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined // A stray `%`: not written by us, and the caller says so.
  }
}
