/** @module All that people can type, press, choose and fill in. A new command is a file and a line here. */
import { about, defineHelp } from './about.js'
import { againButton } from './again.js'
import { ask } from './ask.js'
import { backButton } from './back.js'
import { browse, listPageButton, narrowMenu, openListButton } from './browse.js'
import { cite, citeButton, citeSourceMenu } from './cite.js'
import { glossary } from './glossary.js'
import { similar, similarButton } from './similar.js'
import { loosenButton, morePassagesButton, passagesPageButton, search } from './search.js'
import { followUpButton, followUpModal } from './follow-up.js'
import { shareButton } from './share.js'
import { linkedMenu, linksButton, linksPageButton, listedMenu } from './cable-links.js'
import { downloadButton } from './download.js'
import { jumpButton, jumpModal } from './jump.js'
import { cable, cableButton, pageButton, wholeCableButton } from './cable.js'
import { corpus } from './corpus.js'
import type { Command, MessageCommand } from './define.js'
import type { ComponentHandler } from './define-components.js'
import { feedbackButton } from './feedback.js'
import { askAboutThis, findCables } from './message-commands.js'
import { neighbourButton, paragraphButton } from './paragraph.js'
import { privacy } from './privacy.js'
import { settings } from './settings.js'

export const commands: readonly Command[] = [
  ask,
  search,
  cable,
  similar,
  browse,
  cite,
  glossary,
  about,
  defineHelp(() => ({
    commands: commands.map(({ data }) => data),
    messageCommands: messageCommands.map(({ data }) => data),
  })),
  privacy,
  settings,
  corpus,
]

export const messageCommands: readonly MessageCommand[] = [findCables, askAboutThis]

/** Buttons, menus and modals. */
export const components: readonly ComponentHandler[] = [
  paragraphButton,
  neighbourButton,
  cableButton,
  pageButton,
  wholeCableButton,
  backButton,
  linkedMenu,
  listedMenu,
  linksButton,
  linksPageButton,
  citeButton,
  citeSourceMenu,
  similarButton,
  listPageButton,
  openListButton,
  narrowMenu,
  jumpButton,
  jumpModal,
  downloadButton,
  feedbackButton,
  followUpButton,
  followUpModal,
  shareButton,
  morePassagesButton,
  passagesPageButton,
  loosenButton,
  againButton,
]
