/** @module Options of a command as data: what Discord is told of them, and the type that the handler gets. */
import {
  ApplicationCommandOptionType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  type LocalizationMap,
} from 'discord.js'
import type { UserError } from '../src/errors.js'
import { shorten } from '../src/replies/components.js'
import { CHOICE_TEXT_MAX, CHOICES_MAX } from '../src/replies/limits.js'
import { localizationsOf, type Localised, type Translated } from '../src/replies/texts/locale.js'
import { refusal } from '../src/replies/texts/refusal.js'
import type { CommandContext } from './context.js'

export interface Choice {
  /** What is shown (characters beyond Discord's limit are cut). */
  readonly name: string
  /** In the other languages; only for choices that are registered. */
  readonly names?: Translated
  readonly value: string
}

/**
 * @param typed so far, possibly empty
 * @param others the other options as far as they are filled in, as text
 */
export type Complete = (
  typed: string,
  others: Readonly<Record<string, string>>,
  context: CommandContext,
) => readonly Choice[]

/** How a command or an option is called and explained. */
export interface Described {
  /** At most 100 characters. */
  readonly description: string | Localised
  /** What it is called in the other languages; the same everywhere when not given. */
  readonly names?: Translated
}

interface DescribedOption extends Described {
  readonly required?: boolean
}

export interface StringOption extends DescribedOption {
  readonly type: 'string'
  /** Characters. */
  readonly minLength?: number
  readonly maxLength: number
  readonly autocomplete?: Complete
}

export interface IntegerOption extends DescribedOption {
  readonly type: 'integer'
  readonly min: number
  readonly max: number
}

export interface BooleanOption extends DescribedOption {
  readonly type: 'boolean'
}

export interface ChoiceOption extends DescribedOption {
  readonly type: 'choice'
  readonly choices: readonly Choice[]
}

/** A file; its size and kind are the handler's to check. */
export interface FileOption extends DescribedOption {
  readonly type: 'file'
  /** Endings of names, with the dot, that Discord lets people choose: at most 10; all when not given. */
  readonly endings?: readonly `.${string}`[]
}

/** A channel or a role of the server; the handler gets its id. */
export interface PlaceOption extends DescribedOption {
  readonly type: 'channel' | 'role'
}

export type Option = StringOption | IntegerOption | BooleanOption | ChoiceOption | FileOption | PlaceOption

/** A file that somebody attached. Everything but the size is what the sender says. */
export interface AttachedFile {
  readonly name: string
  /** bytes */
  readonly size: number
  readonly contentType: string | null
  /** Where Discord keeps it. */
  readonly url: string
}

/** By name, as Discord shows it: lower case. */
export type Options = Readonly<Record<string, Option>>

type ValueOf<O extends Option> = O extends ChoiceOption
  ? O['choices'][number]['value']
  : O extends StringOption
    ? string
    : O extends IntegerOption
      ? number
      : O extends FileOption
        ? AttachedFile
        : O extends PlaceOption
          ? string
          : boolean

/** What the handler gets: every option by name, those not required possibly `undefined`. */
export type Arguments<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly required: true }
    ? ValueOf<O[K]>
    : ValueOf<O[K]> | undefined
}

/** An option as it comes from Discord. */
export interface RawOption {
  readonly name: string
  readonly value?: string | number | boolean | undefined
  /** Beside the value of a file option, which is an id. */
  readonly attachment?: AttachedFile | null | undefined
  /** Those of a subcommand. */
  readonly options?: readonly RawOption[] | undefined
}

/**
 * Checks what came against the schema: Discord does so too, but against the commands as they were last registered.
 * @throws UserError when it does not fit
 */
export function readArguments<O extends Options>(options: O, raw: readonly RawOption[]): Arguments<O> {
  const unknown = raw.find(({ name }) => !Object.hasOwn(options, name))
  if (unknown !== undefined) throw outdated(unknown.name)
  const values = Object.entries(options).map(([name, option]): [string, unknown] => {
    const given = raw.find((each) => each.name === name)
    const value = option.type === 'file' ? given?.attachment : given?.value
    const isRefused =
      given === undefined ? option.required === true : value === undefined || !accepts(option, value)
    if (isRefused) throw outdated(name)
    return [name, value]
  })
  return Object.fromEntries(values) as Arguments<O> // Each value was checked against its option directly above.
}

const SNOWFLAKE = /^\d{1,20}$/u

function accepts(option: Option, value: string | number | boolean | AttachedFile | null): boolean {
  switch (option.type) {
    case 'string': {
      // Discord counts code points.
      const length = typeof value === 'string' ? Array.from(value).length : -1
      return length >= (option.minLength ?? 0) && length <= option.maxLength
    }
    case 'integer':
      return Number.isInteger(value) && Number(value) >= option.min && Number(value) <= option.max
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return option.choices.some((choice) => choice.value === value)
    case 'file':
      return typeof value === 'object' && value !== null
    case 'channel':
    case 'role':
      return typeof value === 'string' && SNOWFLAKE.test(value)
  }
}

export function outdated(name: string): UserError {
  return refusal('input.outdatedOption', { option: name })
}

/** Required options first, as Discord demands. */
export function describeOptions(options: Options): APIApplicationCommandBasicOption[] {
  return Object.entries(options)
    .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
    .map(([name, option]) => describeOption(name, option))
}

/** Name and description of a command or option in the other languages. */
export function describe({ names, description }: Described): {
  name_localizations?: LocalizationMap
  description: string
  description_localizations?: LocalizationMap
} {
  return {
    ...(names !== undefined && { name_localizations: localizationsOf(names) }),
    ...(typeof description === 'string'
      ? { description }
      : { description: description.en, description_localizations: localizationsOf(description) }),
  }
}

function describeOption(name: string, option: Option): APIApplicationCommandBasicOption {
  const base = { name, ...describe(option), required: option.required ?? false }
  switch (option.type) {
    case 'string': {
      const bounds = { min_length: option.minLength ?? 0, max_length: option.maxLength }
      const string = { ...base, ...bounds, type: ApplicationCommandOptionType.String } as const
      return option.autocomplete === undefined ? string : { ...string, autocomplete: true }
    }
    case 'integer':
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        min_value: option.min,
        max_value: option.max,
      }
    case 'boolean':
      return { ...base, type: ApplicationCommandOptionType.Boolean }
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: option.choices.map(describeChoice),
      }
    case 'file':
      return {
        ...base,
        type: ApplicationCommandOptionType.Attachment,
        ...(option.endings !== undefined && { file_types: [...option.endings] }),
      }
    case 'channel':
      return { ...base, type: ApplicationCommandOptionType.Channel }
    case 'role':
      return { ...base, type: ApplicationCommandOptionType.Role }
  }
}

function describeChoice({ name, names, value }: Choice): APIApplicationCommandOptionChoice<string> {
  return { name, value, ...(names !== undefined && { name_localizations: localizationsOf(names) }) }
}

/** Suggestions for the option in focus, within Discord's limits; none for an option that has no suggestions. */
export function complete(
  options: Options,
  focused: string,
  raw: readonly RawOption[],
  context: CommandContext,
): Choice[] {
  const option = options[focused]
  if (option?.type !== 'string' || option.autocomplete === undefined) return []
  const typed = Object.fromEntries(
    raw.map(({ name, value }): [string, string] => [name, String(value ?? '')]),
  )
  return option
    .autocomplete(typed[focused] ?? '', typed, context)
    .filter(({ name, value }) => name !== '' && value !== '' && value.length <= CHOICE_TEXT_MAX)
    .slice(0, CHOICES_MAX)
    .map(({ name, value }) => ({ name: shorten(name, CHOICE_TEXT_MAX), value }))
}
