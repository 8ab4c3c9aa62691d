/** Filling the fields of a modal as a person does. */
import { eachComponent, isSelect, Type } from './components.js'
import { NotOffered } from './command-options.js'
import type { Component, Modal } from './wire.js'

/** By custom id or label: text for a text field, one or more values for a menu. */
export type ModalFields = Readonly<Record<string, string | readonly string[]>>

/** The components of a MODAL_SUBMIT; throws {@link NotOffered} for what the form would not take. */
export function fillModal(modal: Modal, fields: ModalFields): object[] {
  const used = new Set<string>()
  const valueOf = (field: Component, label: string): string | readonly string[] | undefined => {
    for (const key of [field.custom_id ?? '', label]) {
      if (fields[key] === undefined) continue
      used.add(key)
      return fields[key]
    }
    return undefined
  }
  const fill = (field: Component, label: string): object => {
    const base = { type: field.type, id: field.id ?? 0, custom_id: field.custom_id }
    const given = valueOf(field, label)
    if (isSelect(field)) return { ...base, values: chosen(field, label, given ?? preset(field)) }
    const text = given ?? field.value ?? ''
    if (typeof text !== 'string') throw new NotOffered(`The field "${label}" takes text.`)
    refuseText(field, label, text)
    return { ...base, value: text }
  }
  const filled = modal.components.map((component): object => {
    const base = { type: component.type, id: component.id ?? 0 }
    if (component.type === Type.ActionRow) {
      return {
        ...base,
        components: (component.components ?? []).map((field) => fill(field, field.label ?? '')),
      }
    }
    if (!component.component) return base
    return { ...base, component: fill(component.component, component.label ?? '') }
  })
  const unknown = Object.keys(fields).filter((key) => !used.has(key))
  if (unknown.length > 0) {
    const known = [...eachComponent(modal.components)].flatMap(({ custom_id: id }) => id ?? [])
    throw new NotOffered(`The modal has no field ${unknown.join(', ')}; it has ${known.join(', ')}.`)
  }
  return filled
}

/** What a menu shows as chosen when it opens. */
function preset({ options }: Component): string[] {
  return (options ?? []).flatMap((option) => (option.default === true ? [option.value] : []))
}

function refuseText(field: Component, label: string, text: string): void {
  if (text === '' && field.required !== false) throw new NotOffered(`The field "${label}" is required.`)
  const [least, most] = [field.min_length ?? 0, field.max_length ?? 4_000]
  if (text !== '' && (text.length < least || text.length > most)) {
    throw new NotOffered(`The field "${label}" takes ${least} to ${most} characters, not ${text.length}.`)
  }
}

/** The values that a choice stands for, named by value or label. */
export function chosen(menu: Component, name: string, wanted: string | readonly string[]): string[] {
  const list = typeof wanted === 'string' ? [wanted] : wanted
  const least = menu.min_values ?? 1
  const most = menu.max_values ?? 1
  const isOptional = menu.required === false && list.length === 0
  if (!isOptional && (list.length < least || list.length > most)) {
    throw new NotOffered(`The menu "${name}" takes ${least} to ${most} values, not ${list.length}.`)
  }
  if (menu.type !== Type.StringSelect) return [...list]
  return list.map((one) => {
    const option = menu.options?.find(({ value, label }) => value === one || label === one)
    if (option) return option.value
    const labels = (menu.options ?? []).map(({ label }) => label)
    throw new NotOffered(`The menu "${name}" has no "${one}"; it has ${labels.join(', ')}.`)
  })
}
