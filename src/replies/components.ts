/** @module The few Components V2 shapes that replies are built of, and how their limits are counted. */
import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISelectMenuOption,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
} from 'discord.js'
import { cleanLine } from './clean.js'
import {
  BUTTON_LABEL_MAX,
  MENU_OPTIONS_MAX,
  MENU_PLACEHOLDER_MAX,
  MENU_TEXT_MAX,
  MESSAGE_COMPONENTS_MAX,
  MESSAGE_TEXT_MAX,
} from './limits.js'
import { roomOf } from './room.js'

/** What a handler gives back; the router sends it. */
export interface Reply {
  readonly components: readonly APIMessageTopLevelComponent[]
  /** Each is shown where a file component names it. */
  readonly files?: readonly ReplyFile[]
}

export interface ReplyFile {
  /** Letters, digits, `-`, `_` and `.` only. */
  readonly name: string
  readonly content: string
}

/** Accent of a reply's edge, as RGB. */
export const ACCENT = { answer: 0x2f6f4f, unsure: 0x8a8f98, reader: 0x3b5b8c, trouble: 0xa8553a } as const

/** @param id a number by which the text is found again in its message */
export function text(content: string, id?: number): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content, ...(id !== undefined && { id }) }
}

export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator }
}

/** `null` when the state does not fit into a `custom_id`: a reply without the button beats no reply. */
export function button(
  label: string,
  customId: string | null,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId | null {
  if (customId === null) return null
  return { type: ComponentType.Button, style, label: shorten(label, BUTTON_LABEL_MAX), custom_id: customId }
}

/** The text with the button beside it, or the text alone. */
export function textWithButton(
  content: string,
  accessory: APIButtonComponentWithCustomId | null,
): APISectionComponent | APITextDisplayComponent {
  if (accessory === null) return text(content)
  return { type: ComponentType.Section, components: [text(content)], accessory }
}

/** At most five buttons; no row where none is left. */
export function row(
  buttons: readonly (APIButtonComponentWithCustomId | null)[],
): APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  const present = buttons.filter((each) => each !== null)
  return present.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: present }]
}

export interface MenuOption {
  readonly label: string
  /** At most 100 characters. */
  readonly value: string
  readonly description?: string
}

/** A menu of which one option is chosen, in a row of its own; no row where there is nothing to choose, or no room for the state. */
export function menu(
  placeholder: string,
  customId: string | null,
  options: readonly MenuOption[],
): APIActionRowComponent<APIStringSelectComponent>[] {
  if (customId === null || options.length === 0) return []
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: customId,
          placeholder: shorten(placeholder, MENU_PLACEHOLDER_MAX),
          options: menuOptions(options),
        },
      ],
    },
  ]
}

/** As many as a menu holds, within Discord's limits. */
export function menuOptions(options: readonly MenuOption[]): APISelectMenuOption[] {
  return options.slice(0, MENU_OPTIONS_MAX).map(({ label, value, description }) => ({
    label: shorten(label, MENU_TEXT_MAX),
    value,
    ...(description !== undefined &&
      description !== '' && { description: shorten(description, MENU_TEXT_MAX) }),
  }))
}

/** Labels are plain text to Discord: nothing in them needs escaping, but they must fit. */
export function shorten(label: string, max: number): string {
  const clean = cleanLine(label)
  if (clean.length <= max) return clean
  const kept = clean.slice(0, max - 1)
  return (/[\uD800-\uDBFF]$/u.test(kept) ? kept.slice(0, -1) : kept) + '…'
}

export function card(accent: number, components: APIComponentInContainer[]): Reply {
  const container: APIContainerComponent = { type: ComponentType.Container, accent_color: accent, components }
  return { components: [container] }
}

/**
 * Whether Discord would take the reply as one message.
 * @param reserve characters that are still to come
 */
export function fitsMessage(reply: Reply, reserve = 0): boolean {
  const { room, components } = measure(reply.components)
  return room + reserve <= MESSAGE_TEXT_MAX && components <= MESSAGE_COMPONENTS_MAX
}

interface Size {
  /** That all text displays take, in characters. */
  readonly room: number
  /** Nested ones and accessories counted. */
  readonly components: number
}

function measure(components: readonly object[]): Size {
  let room = 0
  let count = 0
  for (const component of components) {
    count += 1
    if ('content' in component && typeof component.content === 'string') room += roomOf(component.content)
    for (const nested of nestedIn(component)) {
      const size = measure([nested])
      room += size.room
      count += size.components
    }
  }
  return { room, components: count }
}

function nestedIn(component: object): object[] {
  const children: unknown[] =
    'components' in component && Array.isArray(component.components) ? component.components : []
  const accessory = 'accessory' in component ? [component.accessory] : []
  return [...children, ...accessory].filter((each) => typeof each === 'object' && each !== null)
}
