/** A message as plain text, for people who read a snapshot. */
import { buttonText, eachComponent, isSelect, Type } from './components.js'
import { Flag, type Component, type Embed, type Message, type Modal } from './wire.js'

/**
 * - `(private)` first, for an ephemeral message
 * - a text display as it is; a section's text with its button or picture behind it
 * - `---` for a separator; the lines of a container behind `│ `
 * - `[label]` a button, `[label](url)` one that opens a page, `[label ✗]` one that is off
 * - `<placeholder: one | *two>` a menu; `*` marks what is chosen
 * - `{file name}` a file, `{picture: description}` a picture
 */
export function renderMessage(message: Message): string {
  const isLoading = (message.flags & Flag.Loading) !== 0
  const shown = new Set([...eachComponent(message.components)].map(({ file }) => file?.url))
  const lines = [
    ...((message.flags & Flag.Ephemeral) === 0 ? [] : ['(private)']),
    ...(isLoading ? ['… is thinking'] : []),
    ...(message.content === '' ? [] : [message.content]),
    ...message.embeds.map(embed),
    ...message.components.map(component),
    ...message.attachments.filter(({ url }) => !shown.has(url)).map(({ filename }) => `{${filename}}`),
  ]
  return lines.join('\n')
}

/** The title, then a line for each field: `label (required): value`. */
export function renderModal(modal: Modal): string {
  return [`# ${modal.title}`, ...modal.components.map(component)].join('\n')
}

function component(it: Component): string {
  const inner = it.components ?? []
  switch (it.type) {
    case Type.ActionRow:
      return inner.map(component).join(' ')
    case Type.Button:
      return button(it)
    case Type.TextInput:
      return field(it, it.label ?? '')
    case Type.Section:
      return [...inner.map(component), ...(it.accessory ? [component(it.accessory)] : [])].join('\n')
    case Type.TextDisplay:
      return it.content ?? ''
    case Type.Thumbnail:
      return `{picture: ${it.description ?? ''}}`
    case Type.MediaGallery:
      return (it.items ?? []).map(({ description }) => `{picture: ${description ?? ''}}`).join(' ')
    case Type.File:
      return `{${decodeURIComponent(it.file?.url.split('/').at(-1) ?? '')}}`
    case Type.Separator:
      return it.divider === false ? '' : '---'
    case Type.Container:
      return inner
        .map(component)
        .join('\n')
        .split('\n')
        .map((line) => `│ ${line}`.trimEnd())
        .join('\n')
    case Type.Label:
      return labelled(it)
    default:
      return isSelect(it) ? menu(it) : `{component ${it.type}}`
  }
}

function field(it: Component, label: string): string {
  return `${label}${it.required === false ? '' : ' (required)'}: ${it.value ?? ''}`
}

function labelled({ label, description, component: it }: Component): string {
  const filled =
    it?.type === Type.TextInput ? field(it, label ?? '') : `${label ?? ''}: ${it ? component(it) : ''}`
  return description ? `${filled}\n${description}` : filled
}

function button(it: Component): string {
  const text = buttonText(it)
  if (it.url) return `[${text}](${it.url})`
  return it.disabled === true ? `[${text} ✗]` : `[${text}]`
}

function menu(it: Component): string {
  const options = (it.options ?? []).map((option) => (option.default === true ? '*' : '') + option.label)
  return `<${[it.placeholder ?? '', options.join(' | ')].filter((part) => part !== '').join(': ')}>`
}

function embed(it: Embed): string {
  const parts = [
    it.author?.name,
    it.title,
    it.description,
    ...(it.fields ?? []).map(({ name, value }) => `${name}: ${value}`),
    it.footer?.text,
  ]
  return parts.filter((part) => part).join('\n')
}
