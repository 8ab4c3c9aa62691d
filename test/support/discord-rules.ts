/** Rules of Discord that its OpenAPI description leaves out, as its documentation gives them. */
import type { Problem } from '../../src/playground/stand-in.js'

interface Component {
  type: number
  custom_id?: string
  style?: number
  label?: string
  emoji?: unknown
  url?: string
  sku_id?: string
  content?: string
  min_values?: number
  max_values?: number
  required?: boolean
  options?: { value: string; default?: boolean }[]
  components?: Component[]
  accessory?: Component
  component?: Component
}

interface Embed {
  title?: string
  description?: string
  author?: { name?: string }
  footer?: { text?: string }
  fields?: { name: string; value: string }[]
}

interface MessageBody {
  content?: string | null
  embeds?: Embed[] | null
  components?: Component[] | null
  flags?: number | null
}

interface Option {
  type: number
  name: string
  name_localizations?: Record<string, string> | null
  description?: string
  required?: boolean
  autocomplete?: boolean
  choices?: { name: string; value: string | number }[]
  options?: Option[]
  file_types?: string[] | null
}

interface CommandBody extends Omit<Option, 'type' | 'name'> {
  name?: string
  type?: number
}

const COMPONENTS_V2 = 1 << 15
const EPHEMERAL = 1 << 6
/** Suppress embeds, ephemeral, suppress notifications, voice message, Components V2. */
const FLAGS_OF_NEW = (1 << 2) | EPHEMERAL | (1 << 12) | (1 << 13) | COMPONENTS_V2
const FLAGS_OF_EDIT = (1 << 2) | EPHEMERAL | COMPONENTS_V2
const Type = { Row: 1, Button: 2, StringSelect: 3, ChannelSelect: 8, Text: 10, Container: 17 } as const

/** @param context `flags` of the message as it stands, 0 for a new one */
export function messageProblems(body: unknown, context: { flags: number; isEdit: boolean }): Problem[] {
  const { content, embeds, components, flags } = (body ?? {}) as MessageBody
  const isV2 = (((flags ?? 0) | context.flags) & COMPONENTS_V2) !== 0
  const foreignFlags = (flags ?? 0) & ~(context.isEdit ? FLAGS_OF_EDIT : FLAGS_OF_NEW)
  return [
    ...problem((content?.length ?? 0) > 2_000, 'content', `${content?.length ?? 0} characters, at most 2000`),
    ...problem(embedCharacters(embeds ?? []) > 6_000, 'embeds', 'more than 6000 characters in all'),
    ...problem(foreignFlags !== 0, 'flags', `flags ${foreignFlags} cannot be set here`),
    ...(isV2 ? v2Problems(content, embeds ?? [], components ?? []) : legacyProblems(components ?? [])),
    ...treeProblems(components ?? []),
  ]
}

export function modalProblems(data: unknown): Problem[] {
  const { components = [] } = (data ?? {}) as { components?: Component[] }
  return [
    ...problem(components.length > 5, 'components', `${components.length} rows, at most 5`),
    ...treeProblems(components),
    ...[...each(components)].flatMap(modalMenuProblems),
  ]
}

/** https://docs.discord.com/developers/components/reference#string-select: what is required asks for one value at least. */
function modalMenuProblems({ type, required = true, min_values: least = 1 }: Component): Problem[] {
  if (type !== Type.StringSelect) return []
  return problem(required && least === 0, 'components', 'a menu is required and asks for no value')
}

export function choicesProblems(data: unknown): Problem[] {
  const { choices = [] } = (data ?? {}) as { choices?: { value: unknown }[] }
  return choices.flatMap(({ value }, index) =>
    problem(String(value).length > 100, `choices.${index}.value`, 'more than 100 characters'),
  )
}

/** Names and options of one command, and its size: 8,000 characters of names, descriptions and values in all. */
export function commandProblems(body: unknown, isPartial = false): Problem[] {
  const command = body as CommandBody
  const isSlash = (command.type ?? 1) === 1
  const described = command.description ?? ''
  return [
    ...(isSlash ? nameProblems(command, '') : []),
    ...problem(
      isSlash && !isPartial && described === '',
      'description',
      'a slash command needs a description',
    ),
    ...problem(!isSlash && described !== '', 'description', 'only a slash command has a description'),
    ...optionListProblems(command.options ?? [], 'options'),
    ...problem(
      characters(command) > 8_000,
      '',
      'more than 8000 characters of names, descriptions and values',
    ),
  ]
}

function optionListProblems(options: readonly Option[], path: string): Problem[] {
  const firstOptional = options.findIndex(({ required }) => required !== true)
  const lateRequired = options.findLastIndex(({ required }) => required === true)
  const names = options.map(({ name }) => name)
  return [
    ...problem(
      firstOptional !== -1 && lateRequired > firstOptional,
      path,
      'a required option stands behind an optional one',
    ),
    ...problem(new Set(names).size < names.length, path, 'two options have the same name'),
    ...options.flatMap((option, index) => [
      ...nameProblems(option, `${path}.${index}.`),
      ...problem(
        option.autocomplete === true && (option.choices?.length ?? 0) > 0,
        `${path}.${index}`,
        'choices and autocomplete exclude each other',
      ),
      ...fileTypeProblems(option, `${path}.${index}.file_types`),
      ...optionListProblems(option.options ?? [], `${path}.${index}.options`),
    ]),
  ]
}

/** https://docs.discord.com/developers/reference#file-type-filtering */
function fileTypeProblems({ type, file_types: types }: Option, path: string): Problem[] {
  const given = types ?? []
  const isKnown = (each: string): boolean => /^(?:audio|image|video|\.[\w.+-]+)$/u.test(each)
  return [
    ...problem(given.length > 10, path, `${given.length} kinds of file, at most 10`),
    ...problem(given.length > 0 && type !== 11, path, 'only an attachment has kinds of file'),
    ...problem(!given.every(isKnown), path, 'a kind is audio, image, video, or an ending with its dot'),
  ]
}

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u

function nameProblems({ name, name_localizations: others }: Option | CommandBody, prefix: string): Problem[] {
  const named: [string, string][] = [
    ...(name === undefined ? [] : [[`${prefix}name`, name] satisfies [string, string]]),
    ...Object.entries(others ?? {}).map(([locale, text]): [string, string] => [
      `${prefix}name_localizations.${locale}`,
      text,
    ]),
  ]
  return named.flatMap(([path, text]) =>
    problem(
      !NAME.test(text) || text !== text.toLowerCase(),
      path,
      `"${text}" is no name for a command or option`,
    ),
  )
}

function characters({ name = '', description = '', options = [], ...rest }: CommandBody): number {
  const choices = rest.choices ?? []
  return (
    name.length +
    description.length +
    choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0) +
    options.reduce((sum, option) => sum + characters(option), 0)
  )
}

function v2Problems(
  content: string | null | undefined,
  embeds: readonly Embed[],
  components: readonly Component[],
): Problem[] {
  const all = [...each(components)]
  const text = all.reduce((sum, one) => sum + (one.type === Type.Text ? (one.content ?? '').length : 0), 0)
  const bytes = all.reduce(
    (sum, one) => sum + (one.type === Type.Text ? Buffer.byteLength(one.content ?? '') + 12 : 0),
    0,
  )
  return [
    ...problem(!!content, 'content', 'cannot stand beside Components V2'),
    ...problem(embeds.length > 0, 'embeds', 'cannot stand beside Components V2'),
    ...problem(all.length > 40, 'components', `${all.length} components in all, at most 40`),
    ...problem(text > 4_000, 'components', `${text} characters of text in all, at most 4000`),
    ...problem(bytes > V2_BYTES, 'components', `${bytes} bytes of text in all, more than Discord stores`),
  ]
}

/** From about here on Discord answers 500, 12 bytes for each text display counted in (discord-api-docs, issue 8554). */
const V2_BYTES = 10_170

function legacyProblems(components: readonly Component[]): Problem[] {
  return [
    ...problem(components.length > 5, 'components', `${components.length} rows, at most 5`),
    ...components.flatMap(({ type }, index) =>
      problem(type !== Type.Row, `components.${index}.type`, `type ${type} needs the Components V2 flag`),
    ),
  ]
}

/** What holds for the components of messages and modals alike. */
function treeProblems(components: readonly Component[]): Problem[] {
  const all = [...each(components)]
  const ids = all.flatMap(({ custom_id: id }) => id ?? [])
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  return [
    ...problem(twice !== undefined, 'components', `custom id "${twice ?? ''}" is used twice`),
    ...all.flatMap((one) => [...buttonProblems(one), ...rowProblems(one), ...menuProblems(one)]),
  ]
}

function buttonProblems({
  type,
  style,
  custom_id: id,
  url,
  label,
  emoji,
  sku_id: sku,
}: Component): Problem[] {
  if (type !== Type.Button) return []
  const [isLink, isPremium] = [style === 5, style === 6]
  const isWhole = isPremium
    ? sku !== undefined
    : isLink
      ? url !== undefined && id === undefined
      : id !== undefined && url === undefined
  return [
    ...problem(!isWhole, 'components', `the button "${label ?? ''}" does not fit its style ${style ?? 0}`),
    ...problem(
      !isPremium && !label && emoji === undefined,
      'components',
      'a button has neither label nor emoji',
    ),
  ]
}

function rowProblems({ type, components = [] }: Component): Problem[] {
  if (type !== Type.Row) return []
  const others = components.filter((one) => one.type !== Type.Button).length
  return problem(
    others > 0 && components.length > 1,
    'components',
    'a row holds five buttons or one menu or field',
  )
}

function menuProblems({
  type,
  options = [],
  min_values: least = 1,
  max_values: most = 1,
}: Component): Problem[] {
  if (type !== Type.StringSelect) return []
  const values = options.map(({ value }) => value)
  return [
    ...problem(
      new Set(values).size < values.length,
      'components',
      'two options of a menu have the same value',
    ),
    ...problem(
      options.filter((option) => option.default === true).length > most,
      'components',
      'more options of a menu are chosen than it takes',
    ),
    ...problem(least > most || most > values.length, 'components', 'a menu asks for more values than it has'),
  ]
}

function embedCharacters(embeds: readonly Embed[]): number {
  const texts = embeds.flatMap(({ title, description, author, footer, fields = [] }) => [
    title,
    description,
    author?.name,
    footer?.text,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ])
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0)
}

function* each(components: readonly Component[]): Generator<Component> {
  for (const one of components) {
    yield one
    yield* each(one.components ?? [])
    if (one.accessory) yield* each([one.accessory])
    if (one.component) yield* each([one.component])
  }
}

function problem(isWrong: boolean, path: string, message: string): Problem[] {
  return isWrong ? [{ path, message }] : []
}
