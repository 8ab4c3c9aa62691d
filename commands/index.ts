/** @module All that people can type and press. A new command is a file and a line here. */
import { ask } from './ask.js'
import { cable, cableButton, pageButton } from './cable.js'
import type { ButtonHandler, Command } from './define.js'
import { neighbourButton, paragraphButton } from './paragraph.js'

export const commands: readonly Command[] = [ask, cable]

export const buttons: readonly ButtonHandler[] = [paragraphButton, neighbourButton, cableButton, pageButton]
