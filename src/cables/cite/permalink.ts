/** @module Stable addresses of cables, from the owner's template. */

/** What stands for the cable's number in a template. */
export const ID_SLOT = '{id}'

/**
 * @param template address with `{id}` in it
 * @example permalink('https://archive.example/cable/{id}', '06MEXICO1889') // 'https://archive.example/cable/06MEXICO1889'
 */
export function permalink(template: string, id: string): string {
  return template.replaceAll(ID_SLOT, encodeURIComponent(id))
}
