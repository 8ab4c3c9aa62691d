import type { Settings } from '../config.js'

export function verifyLibrary(settings: Settings, options: { repair?: true }): Promise<number> {
  void settings
  void options
  return Promise.resolve(0)
}
