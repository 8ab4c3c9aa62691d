import type { Component } from './wire.js'

/** Component types (https://discord.com/developers/docs/components/reference#component-object-component-types). */
export const Type = {
  ActionRow: 1,
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  UserSelect: 5,
  RoleSelect: 6,
  MentionableSelect: 7,
  ChannelSelect: 8,
  Section: 9,
  TextDisplay: 10,
  Thumbnail: 11,
  MediaGallery: 12,
  File: 13,
  Separator: 14,
  Container: 17,
  Label: 18,
} as const

const SELECTS: readonly number[] = [
  Type.StringSelect,
  Type.UserSelect,
  Type.RoleSelect,
  Type.MentionableSelect,
  Type.ChannelSelect,
]

export function isSelect(component: Component): boolean {
  return SELECTS.includes(component.type)
}

/** Every component of a tree, parents first, in reading order. */
export function* eachComponent(components: readonly Component[]): Generator<Component> {
  for (const component of components) {
    yield component
    yield* eachComponent(component.components ?? [])
    if (component.accessory) yield* eachComponent([component.accessory])
    if (component.component) yield* eachComponent([component.component])
  }
}

/** The words on a button: its emoji, then its label. */
export function buttonText(button: Component): string {
  return [button.emoji?.name, button.label].filter((part) => part).join(' ')
}

/** Gives every component the id that Discord would: the next free number, counting from 1. */
export function withIds(components: readonly Component[]): Component[] {
  const taken = new Set([...eachComponent(components)].map((component) => component.id))
  let last = 0
  const next = (): number => {
    do last += 1
    while (taken.has(last))
    return last
  }
  const number = (component: Component): Component => {
    const numbered: Component = { ...component, id: component.id ?? next() }
    if (component.components) numbered.components = component.components.map(number)
    if (component.accessory) numbered.accessory = number(component.accessory)
    if (component.component) numbered.component = number(component.component)
    return numbered
  }
  return components.map(number)
}
