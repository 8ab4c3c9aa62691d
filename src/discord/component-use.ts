/** @module What somebody did with a button, a menu or a modal, as plain data. */
import {
  ComponentType,
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  type ModalSubmitInteraction,
} from 'discord.js'
import type { ComponentHandler, ComponentUse } from '../../commands/define-components.js'

export type ComponentInteraction = ButtonInteraction | AnySelectMenuInteraction | ModalSubmitInteraction

export function kindOf(interaction: ComponentInteraction): ComponentHandler['kind'] {
  if (interaction.isModalSubmit()) return 'modal'
  return interaction.isButton() ? 'button' : 'menu'
}

export function useOf(interaction: ComponentInteraction): ComponentUse {
  const { customId } = interaction
  if (interaction.isModalSubmit()) {
    return { customId, values: [], fields: textFields(interaction), choices: menusOf(interaction) }
  }
  const values = interaction.isButton() ? [] : interaction.values
  return { customId, values, fields: new Map(), choices: new Map() }
}

function textFields({ fields }: ModalSubmitInteraction): Map<string, string> {
  return new Map(
    fields.fields.map((field, id): [string, string] => [
      id,
      'value' in field && typeof field.value === 'string' ? field.value : '',
    ]),
  )
}

function menusOf({ fields }: ModalSubmitInteraction): Map<string, readonly string[]> {
  return new Map(
    [...fields.fields].flatMap(([id, field]): [string, readonly string[]][] =>
      field.type === ComponentType.StringSelect ? [[id, field.values]] : [],
    ),
  )
}
