import { buttonText, eachComponent, isSelect, Type } from './components.js'
import { NotOffered } from './command-options.js'
import type { Dispatcher } from './dispatch.js'
import { Kind, type Interaction, type Outcome } from './interaction.js'
import { chosen, fillModal, type ModalFields } from './modal-form.js'
import { renderMessage, renderModal } from './render.js'
import { Flag, type Component, type Message, type Modal } from './wire.js'
import { waitFor } from './wait.js'
import type { Person, StoredMessage } from './world.js'

/** A message or a modal in front of a person, who can use what is on it. What it shows is always the newest state. */
export class Reply {
  readonly #dispatcher: Dispatcher
  readonly #outcome: Extract<Outcome, { kind: 'message' | 'modal' }>

  constructor(
    dispatcher: Dispatcher,
    readonly person: Person,
    outcome: Extract<Outcome, { kind: 'message' | 'modal' }>,
    /** What the bot answered with this; undefined for a message that it wrote of itself. */
    readonly interaction: Interaction | undefined,
  ) {
    this.#dispatcher = dispatcher
    this.#outcome = outcome
  }

  /** The message as Discord would send it now. */
  get message(): Message {
    return this.#stored.message
  }

  /** The modal that was opened; throws when a message came instead. */
  get modal(): Modal {
    if (this.#outcome.kind !== 'modal') throw new Error(`There is no modal, but a message: ${this.text}`)
    return this.#outcome.modal
  }

  get isModal(): boolean {
    return this.#outcome.kind === 'modal'
  }

  /** What stands there, as readable text; `render.ts` says how. */
  get text(): string {
    return this.#outcome.kind === 'modal' ? renderModal(this.#outcome.modal) : renderMessage(this.message)
  }

  get isPrivate(): boolean {
    return (this.message.flags & Flag.Ephemeral) !== 0
  }

  get isDeleted(): boolean {
    return !this.#dispatcher.world.messages.has(this.message.id)
  }

  /** Words of the buttons, in order. */
  get buttons(): string[] {
    return this.#all(({ type }) => type === Type.Button).map(buttonText)
  }

  /** Milliseconds from what the person did to the bot's acknowledgement. */
  get acknowledgedAfter(): number | undefined {
    return this.interaction?.acknowledgedAfter
  }

  /** Further messages that came of the same interaction, oldest first. */
  get followUps(): Reply[] {
    const all = this.interaction?.followUps ?? []
    const { message } = this.#outcome.kind === 'message' ? this.#outcome : { message: undefined }
    return all.filter((one) => one !== message).map((one) => this.#showing(one))
  }

  /**
   * Waits for a further message of the same interaction.
   * @param number counts from 1
   * @param withinMs milliseconds; then `NoAnswer`
   */
  async followUp(number = 1, withinMs = 5_000): Promise<Reply> {
    const { world } = this.#dispatcher
    const missing = (): string => `There is no follow-up ${number} after ${withinMs} ms.`
    const has = (): boolean => this.followUps.length >= number
    if (!has()) await waitFor(world, 'created', has, withinMs, missing)
    const found = this.followUps[number - 1]
    if (found === undefined) throw new Error(missing())
    return found
  }

  /** The same, before another person's eyes; an ephemeral message is not there for them. */
  as(person: Person | { readonly person: Person }): Reply {
    const other = 'person' in person ? person.person : person
    return new Reply(this.#dispatcher, other, this.#outcome, this.interaction)
  }

  /**
   * Waits until the text of this message is as wanted, for answers that grow.
   * @param withinMs milliseconds; then `NoAnswer` with the text as it stands
   */
  async until(isWanted: (text: string) => boolean, withinMs = 5_000): Promise<this> {
    const { world } = this.#dispatcher
    if (isWanted(this.text)) return this
    const missing = (): string => `After ${withinMs} ms the message still was: ${this.text}`
    await waitFor(world, 'edited', () => isWanted(this.text), withinMs, missing)
    return this
  }

  /** Clicks a button, named by its label or custom id. */
  click(button: string): Promise<Reply> {
    const found = this.#find(
      'button',
      button,
      (one) => one.type === Type.Button && [one.custom_id, one.label, buttonText(one)].includes(button),
      this.buttons,
    )
    if (!found.custom_id)
      throw new NotOffered(`The button "${button}" opens a page and tells the bot nothing.`)
    return this.#use(found, `a click on [${button}]`, {})
  }

  /**
   * Presses a button that need not be there, on a message that the person need not see: what a client that was tampered
   * with might send, and what a Discord that checked nothing would let through.
   */
  forge(customId: string): Promise<Reply> {
    const data = { component_type: Type.Button, custom_id: customId }
    return this.#send(Kind.Component, `a forged click on [${customId.slice(0, 40)}]`, data, this.#stored)
  }

  /**
   * Chooses in a menu, by value or label.
   * @param menu its custom id or placeholder; may be left out where there is one menu only
   */
  select(values: string | readonly string[], menu?: string): Promise<Reply> {
    const menus = this.#all(isSelect)
    const names = menus.map((one) => one.placeholder ?? one.custom_id ?? '')
    const found = this.#find(
      'menu',
      menu ?? '',
      (one) =>
        isSelect(one) &&
        (menu === undefined ? menus.length === 1 : [one.custom_id, one.placeholder].includes(menu)),
      names,
    )
    const name = found.placeholder ?? found.custom_id ?? ''
    const data = { values: chosen(found, name, values), resolved: this.#resolved(found, values) }
    return this.#use(found, `a choice in <${name}>`, data)
  }

  /** Fills the modal in and sends it; fields are named by custom id or label. */
  submitModal(fields: ModalFields): Promise<Reply> {
    const { modal } = this
    const data = { custom_id: modal.custom_id, components: fillModal(modal, fields) }
    const label = `the modal "${modal.title}"`
    return this.#send(Kind.ModalSubmit, label, data, this.interaction?.source)
  }

  get #stored(): StoredMessage {
    if (this.#outcome.kind !== 'message') throw new Error('There is no message, but a modal.')
    return this.#outcome.message
  }

  #all(isWanted: (component: Component) => boolean): Component[] {
    return [...eachComponent(this.message.components)].filter(isWanted)
  }

  #find(
    kind: string,
    name: string,
    isWanted: (component: Component) => boolean,
    names: readonly string[],
  ): Component {
    this.#refuseUnseen()
    const found = this.#all(isWanted)
    const [first] = found
    if (first === undefined)
      throw new NotOffered(`There is no ${kind} "${name}"; there are: ${names.join(', ')}.`)
    const exact = found.find((one) => one.custom_id === name)
    if (found.length > 1 && exact === undefined) {
      throw new NotOffered(`There are ${found.length} ${kind}s "${name}": name one by its custom id.`)
    }
    const chosenOne = exact ?? first
    if (chosenOne.disabled === true) throw new NotOffered(`The ${kind} "${name}" is off.`)
    return chosenOne
  }

  #refuseUnseen(): void {
    const { onlyFor } = this.#stored
    if (this.isDeleted) throw new NotOffered('The message is deleted.')
    if (onlyFor !== null && onlyFor !== this.person.wire.id) {
      throw new NotOffered(`The message is private: ${this.person.wire.username} does not see it.`)
    }
  }

  #resolved(menu: Component, values: string | readonly string[]): object | undefined {
    if (menu.type !== Type.UserSelect) return undefined
    const ids = typeof values === 'string' ? [values] : values
    const people = ids.flatMap((id) => this.#dispatcher.world.people.get(id) ?? [])
    return { users: Object.fromEntries(people.map(({ wire }) => [wire.id, wire])) }
  }

  #use(component: Component, label: string, more: object): Promise<Reply> {
    const data = { component_type: component.type, custom_id: component.custom_id, id: component.id, ...more }
    return this.#send(Kind.Component, label, data, this.#stored)
  }

  #send(kind: number, label: string, data: object, source: StoredMessage | undefined): Promise<Reply> {
    const channelId = source?.message.channel_id
    const channel =
      channelId === undefined ? this.interaction?.channel : this.#dispatcher.world.channels.get(channelId)
    if (channel === undefined) throw new Error(`The channel of ${label} is not there.`)
    const trigger = kind === Kind.ModalSubmit ? this.interaction : undefined
    const act = { kind, person: this.person, channel, label, source, trigger }
    return seen(this.#dispatcher, this.#dispatcher.act(act, data))
  }

  #showing(message: StoredMessage): Reply {
    return new Reply(this.#dispatcher, this.person, { kind: 'message', message }, this.interaction)
  }
}

/** Waits for what a person sees of their interaction; rejects with {@link NoAnswer}. */
export async function seen(dispatcher: Dispatcher, interaction: Interaction): Promise<Reply> {
  const outcome = await interaction.outcome
  if (outcome.kind === 'choices') throw new Error(`${interaction.label} was answered with choices.`)
  return new Reply(dispatcher, interaction.person, outcome, interaction)
}
