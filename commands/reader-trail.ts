/** @module The way back of who reads: kept on a private message alone, which is turned in place; what all see stays as it is. */
import type { ReaderView } from '../src/replies/reader-routes.js'
import { crumbOf, trailOn, withCrumb, type Trail } from '../src/replies/trail.js'
import type { ComponentContext } from './context.js'
import type { Place } from './prepared.js'

type Reading = Pick<ComponentContext, 'source' | 'services'>

/** In the place of a view that only its reader sees, and beside one that all see. */
export function whereOneReads(_: unknown, { source }: ComponentContext): Place {
  return source.isPrivate ? 'in-place' : 'private'
}

export function trailOf({ source }: Reading): Trail {
  return source.isPrivate ? trailOn(source.components) : []
}

/** The way back for who goes on from the view. */
export function trailFrom(view: ReaderView, context: Reading): Trail {
  if (!context.source.isPrivate) return []
  const trail = trailOf(context)
  const cable = context.services.cable(view.cable)
  // What was removed meanwhile is nothing to go back to.
  return cable === undefined ? trail : withCrumb(trail, crumbOf(cable, view))
}
