/** @module A private answer made public: the same message, without what only its asker needs, and with who shared it. */
import { ComponentType, type APIMessageTopLevelComponent } from 'discord.js'
import { share } from './ask-routes.js'
import { text, type Reply } from './components.js'
import { fitLine } from './cut.js'
import { NAME_MAX } from './limits.js'
import { routeNameOf } from './routes.js'
import type { Say } from './texts/texts.js'

/** @param name of who shares it; outside text */
export function sharedCopy(
  say: Say,
  components: readonly APIMessageTopLevelComponent[],
  name: string,
): Reply {
  const note = text(`-# ${say('answer.sharedBy', { name: fitLine(name, NAME_MAX) })}`)
  return { components: [...withoutButton(components), note] }
}

export function withoutShare(say: Say, components: readonly APIMessageTopLevelComponent[]): Reply {
  return { components: [...withoutButton(components), text(`-# ${say('answer.shared')}`)] }
}

function withoutButton(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  return components.map((component) => pruned(component))
}

/** The component without the share button, at whatever depth. */
function pruned<C extends object>(component: C): C {
  if (!('components' in component) || !Array.isArray(component.components)) return component
  const kept = (component.components as object[]).filter((each) => !isShare(each)).map(pruned)
  return { ...component, components: kept }
}

function isShare(component: object): boolean {
  return (
    'type' in component &&
    component.type === ComponentType.Button &&
    'custom_id' in component &&
    routeNameOf(String(component.custom_id)) === share.name
  )
}
