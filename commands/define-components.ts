/** @module Buttons, select menus and modals as typed data: what their `custom_id` carries, and what is done with it. */
import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js'
import { menuOptions, type MenuOption, type Reply } from '../src/replies/components.js'
import { foreign, type Field, type Fields, type Route, type ValuesOf } from '../src/replies/routes.js'
import { refusal } from '../src/replies/texts/refusal.js'
import type { ComponentContext, ComponentRunContext } from './context.js'
import type { Place, Prepared } from './prepared.js'

/** What somebody did with a component, as it comes from Discord. */
export interface ComponentUse {
  readonly customId: string
  /** Chosen in a menu; none for a button. */
  readonly values: readonly string[]
  /** Filled into a modal, by the field's id; none for a message's component. */
  readonly fields: ReadonlyMap<string, string>
  /** Chosen in the menus of a modal, by the menu's id; one that was not shown is not there. */
  readonly choices: Chosen
}

export type Chosen = ReadonlyMap<string, readonly string[]>

export interface ComponentHandler {
  readonly kind: 'button' | 'menu' | 'modal'
  /** Name of its route. */
  readonly name: string
  /** Whether it asks a new question, which counts as a command does; all else goes on from what is shown. */
  readonly asks: boolean
  /** @throws UserError when what came does not fit the schema */
  prepare(use: ComponentUse, context: ComponentContext): Prepared
}

/** Where the reply goes: always the same, or as the values and the message say. */
type PlaceOf<V> = Place | ((values: V, context: ComponentContext) => Place)

function placeOf<V>(place: PlaceOf<V>, values: V, context: ComponentContext): Place {
  return typeof place === 'function' ? place(values, context) : place
}

/** @param asks see `ComponentHandler` */
export function defineButton<F extends Fields>(
  route: Route<F>,
  place: PlaceOf<ValuesOf<F>>,
  run: (values: ValuesOf<F>, context: ComponentRunContext) => Reply | Promise<Reply>,
  asks = false,
): ComponentHandler {
  return {
    kind: 'button',
    name: route.name,
    asks,
    prepare: ({ customId }, context) => {
      const values = route.parse(customId)
      return {
        place: placeOf(place, values, context),
        run: async (stage) => run(values, { ...context, ...stage }),
      }
    },
  }
}

/** A button that opens a modal. The modal must be made of what is at hand: it is the acknowledgement. */
export function defineModalButton<F extends Fields>(
  route: Route<F>,
  open: (values: ValuesOf<F>, context: ComponentContext) => APIModalInteractionResponseCallbackData,
): ComponentHandler {
  return {
    kind: 'button',
    name: route.name,
    asks: false,
    prepare: ({ customId }, context) => ({
      place: 'modal',
      modal: open(route.parse(customId), context),
    }),
  }
}

/** @param choice reads a chosen value, which is outside text like all of it */
export function defineMenu<F extends Fields, T>(
  route: Route<F>,
  choice: Field<T>,
  place: PlaceOf<ValuesOf<F>>,
  run: (values: ValuesOf<F>, chosen: readonly T[], context: ComponentRunContext) => Reply | Promise<Reply>,
): ComponentHandler {
  return {
    kind: 'menu',
    name: route.name,
    asks: false,
    prepare: ({ customId, values: raw }, context) => {
      const values = route.parse(customId)
      const chosen = raw.map((each) => choice.decode(each)).filter((each) => each !== undefined)
      if (chosen.length === 0 || chosen.length < raw.length) throw foreign()
      return {
        place: placeOf(place, values, context),
        run: async (stage) => run(values, chosen, { ...context, ...stage }),
      }
    },
  }
}

export interface ModalField {
  /** At most 45 characters. */
  readonly label: string
  /** At most 100 characters. */
  readonly description?: string
  readonly isLong?: boolean
  /** Characters. */
  readonly maxLength: number
  /** At most 100 characters. */
  readonly placeholder?: string
  readonly required?: boolean
}

/** By id; ids stand in the code, labels before people. */
export type ModalFields = Readonly<Record<string, ModalField>>

/** Nothing needs to be chosen in it. */
export interface ModalMenu {
  /** At most 45 characters. */
  readonly label: string
  /** At most 100 characters. */
  readonly description?: string
  readonly placeholder: string
  /** 1 to 25. */
  readonly options: readonly MenuOption[]
  /** Values that are chosen when it opens. */
  readonly chosen: readonly string[]
  /** One when not given. */
  readonly maxChosen?: number
}

export type ModalMenus = Readonly<Record<string, ModalMenu>>

interface ModalForm<M extends ModalFields> {
  /** At most 45 characters. */
  readonly title: string
  readonly fields: M
  /** Below the fields; five of both together. */
  readonly menus?: ModalMenus
}

interface Filled<M extends ModalFields> {
  /** Those not required are `''` when left empty. */
  readonly texts: Readonly<Record<keyof M, string>>
  /** The handler checks the values: what a menu offers may have changed since. */
  readonly chosen: Chosen
}

interface ModalDefinition<F extends Fields, M extends ModalFields> {
  readonly route: Route<F>
  /** What the caller sees: its words may be in the caller's language, its fields are always the same. */
  readonly form: (context: ComponentContext, values: ValuesOf<F>) => ModalForm<M>
  readonly place: Place | ((values: ValuesOf<F>, context: ComponentContext, filled: Filled<M>) => Place)
  /** See `ComponentHandler`; not when not given. */
  readonly asks?: boolean
  run(values: ValuesOf<F>, filled: Filled<M>, context: ComponentRunContext): Reply | Promise<Reply>
}

export interface ModalHandler<F extends Fields> extends ComponentHandler {
  /** What a button gives to Discord to open it. @throws UserError when the values do not fit into a `custom_id` */
  open(values: ValuesOf<F>, context: ComponentContext): APIModalInteractionResponseCallbackData
}

/** A window with text fields. It opens from a button on a message, and that message comes back with what was filled in. */
export function defineModal<F extends Fields, const M extends ModalFields>(
  definition: ModalDefinition<F, M>,
): ModalHandler<F> {
  const { route, place, form } = definition
  return {
    kind: 'modal',
    name: route.name,
    asks: definition.asks ?? false,
    open: (values, context) => {
      const id = route.id(values)
      if (id === null) throw refusal('common.noRoom')
      const { title, fields, menus = {} } = form(context, values)
      const components = [...Object.entries(fields).map(labelOf), ...Object.entries(menus).map(menuLabelOf)]
      return { custom_id: id, title, components }
    },
    prepare: ({ customId, fields: raw, choices: chosen }, context) => {
      const values = route.parse(customId)
      const filled = { texts: readFields(form(context, values).fields, raw), chosen }
      return {
        place: typeof place === 'function' ? place(values, context, filled) : place,
        run: async (stage) => definition.run(values, filled, { ...context, ...stage }),
      }
    },
  }
}

function labelOf([id, field]: [string, ModalField]): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: field.label,
    ...(field.description !== undefined && { description: field.description }),
    component: {
      type: ComponentType.TextInput,
      custom_id: id,
      style: field.isLong === true ? TextInputStyle.Paragraph : TextInputStyle.Short,
      max_length: field.maxLength,
      required: field.required ?? false,
      ...(field.placeholder !== undefined && { placeholder: field.placeholder }),
    },
  }
}

function menuLabelOf([id, menu]: [string, ModalMenu]): APILabelComponent {
  const { label, description, placeholder, options, chosen, maxChosen = 1 } = menu
  return {
    type: ComponentType.Label,
    label,
    ...(description !== undefined && { description }),
    component: {
      type: ComponentType.StringSelect,
      custom_id: id,
      required: false,
      min_values: 0,
      max_values: maxChosen,
      placeholder,
      options: menuOptions(options).map((option) => ({
        ...option,
        ...(chosen.includes(option.value) && { default: true }),
      })),
    },
  }
}

function readFields<M extends ModalFields>(
  fields: M,
  raw: ReadonlyMap<string, string>,
): Record<keyof M, string> {
  const filled = Object.entries(fields).map(([id, { maxLength, required = false }]): [string, string] => {
    const text = raw.get(id) ?? ''
    // Discord counts code points.
    if ((required && text === '') || Array.from(text).length > maxLength) throw foreign()
    return [id, text]
  })
  return Object.fromEntries(filled) as Record<keyof M, string> // One entry for each field, made directly above.
}
