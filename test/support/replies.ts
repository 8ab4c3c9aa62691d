/** What tests ask of a reply: whether Discord takes it, what stands on it, which buttons it has. */
import { expect } from 'vitest'
import { editOf } from '../../src/discord/message.js'
import type { Reply } from '../../src/replies/components.js'
import { eachComponent, Type } from '../../src/playground/components.js'
import type { Component } from '../../src/playground/wire.js'
import { texts } from '../../src/replies/texts/texts.js'
import { validate } from './discord-validation.js'

/** The sentences that most tests read. */
export const SAY = texts('en')

const EDIT = '/webhooks/{webhook_id}/{webhook_token}/messages/@original'

/** By Discord's own description, not by our constants. */
export function expectValid(reply: Reply): void {
  const { components, flags } = editOf(reply)
  const body = { components, flags, allowed_mentions: { parse: [] } }
  expect(validate({ method: 'PATCH', route: EDIT, body, files: [], flags: Number(flags) })).toEqual([])
}

export function textsOf(reply: Reply): string[] {
  return all(reply).flatMap(({ content }) => content ?? [])
}

export function buttonsOf(reply: Reply): { label: string; id: string }[] {
  return all(reply)
    .filter(({ type }) => type === Type.Button)
    .map(({ label, custom_id }) => ({ label: label ?? '', id: custom_id ?? '' }))
}

function all(reply: Reply): Component[] {
  return [...eachComponent(reply.components as unknown as Component[])]
}
