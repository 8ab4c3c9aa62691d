/** @module Buttons, select menus and modals as typed data: what their `custom_id` carries, and what is done with it. */
import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
} from 'discord.js'
import type { Reply } from '../src/replies/components.js'
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
}

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

interface ModalForm<M extends ModalFields> {
  /** At most 45 characters. */
  readonly title: string
  readonly fields: M
}

interface ModalDefinition<F extends Fields, M extends ModalFields> {
  readonly route: Route<F>
  /** What the caller sees: its words may be in the caller's language, its fields are always the same. */
  readonly form: (context: ComponentContext) => ModalForm<M>
  readonly place: PlaceOf<ValuesOf<F>>
  /** See `ComponentHandler`; not when not given. */
  readonly asks?: boolean
  /** @param filled those not required are `''` when left empty */
  run(
    values: ValuesOf<F>,
    filled: Readonly<Record<keyof M, string>>,
    context: ComponentRunContext,
  ): Reply | Promise<Reply>
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
      const { title, fields } = form(context)
      return { custom_id: id, title, components: Object.entries(fields).map(labelOf) }
    },
    prepare: ({ customId, fields: raw }, context) => {
      const values = route.parse(customId)
      const filled = readFields(form(context).fields, raw)
      return {
        place: placeOf(place, values, context),
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
