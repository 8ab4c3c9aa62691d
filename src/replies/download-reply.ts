/** @module The original message of a cable as a file. */
import { ComponentType } from 'discord.js'
import { text, type Reply } from './components.js'
import { escapeLine } from './escape.js'
import type { Say } from './texts/texts.js'

export function downloadReply(say: Say, cable: string, message: string): Reply {
  // Canonical numbers are letters and digits; whatever else one might hold has no place in the name of a file.
  const name = `${cable.replace(/[^A-Za-z0-9_-]/gu, '')}.txt`
  return {
    components: [
      text(say('reader.downloadOf', { cable: escapeLine(cable) })),
      { type: ComponentType.File, file: { url: `attachment://${name}` } },
    ],
    files: [{ name, content: message }],
  }
}
