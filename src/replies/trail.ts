/**
 * @module The way back in the reader. The views that one came from are buttons on the message itself, and the next view is given
 * those that the last one had, so the bot keeps nothing of what somebody reads.
 */
import {
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
} from 'discord.js'
import { paragraphLabel, type Cable } from '../cables/cable.js'
import { button, row } from './components.js'
import { back, withRoom, type ReaderView } from './reader-routes.js'
import { routeNameOf } from './routes.js'

/** A view that one can go back to. */
export interface Crumb {
  readonly view: ReaderView
  readonly label: string
}

/** Oldest first. */
export type Trail = readonly Crumb[]

/** Views that one can go back to; beyond, the oldest is let go. */
const CRUMBS_MAX = 3

const ARROW = '↩ '

export function crumbOf(cable: Cable, view: ReaderView): Crumb {
  const paragraph = cable.paragraphs.find(({ position }) => position === view.position)
  return { view, label: paragraph === undefined ? cable.id : paragraphLabel(cable.id, paragraph) }
}

/** The same with one more, at its end. */
export function withCrumb(trail: Trail, crumb: Crumb): Trail {
  return [...withoutCrumb(trail, crumb.view), crumb].slice(-CRUMBS_MAX)
}

export function withoutCrumb(trail: Trail, view: ReaderView): Trail {
  return trail.filter((each) => !isSamePlace(each.view, view))
}

/** What is left of it for who goes back to the view. */
export function trailBefore(trail: Trail, view: ReaderView): Trail {
  const at = trail.findIndex((each) => isSamePlace(each.view, view))
  return at < 0 ? trail : trail.slice(0, at)
}

export function crumbAt(trail: Trail, view: ReaderView): Crumb | undefined {
  return trail.find((each) => isSamePlace(each.view, view))
}

/** Position of the paragraph of the cable that one came from last; `undefined` when one came from none. */
export function cameFrom(trail: Trail, cable: string): number | undefined {
  return trail.findLast(({ view }) => view.cable === cable && view.position > 0)?.view.position
}

export function trailRow(trail: Trail): APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  return row(trail.map(({ view, label }) => button(ARROW + label, withRoom(view, back))))
}

/** @throws UserError when another version of the bot wrote the message */
export function trailOn(components: readonly APIMessageTopLevelComponent[]): Trail {
  return buttonsOn(components).flatMap(({ custom_id: id, label = '' }) =>
    routeNameOf(id) === back.name ? [{ view: back.parse(id), label: label.slice(ARROW.length) }] : [],
  )
}

function buttonsOn(components: readonly object[]): APIButtonComponentWithCustomId[] {
  return components.flatMap((component) => {
    if (isButton(component)) return [component]
    return 'components' in component && Array.isArray(component.components)
      ? buttonsOn(component.components as object[])
      : []
  })
}

function isButton(component: object): component is APIButtonComponentWithCustomId {
  return 'type' in component && component.type === ComponentType.Button && 'custom_id' in component
}

/** Another page of a cable, or another part of a paragraph, is the same place. */
function isSamePlace(one: ReaderView, other: ReaderView): boolean {
  return one.cable === other.cable && one.position === other.position
}
