import type { CommandContext } from './context.js'

/** Whether only the asker sees the reply: as asked for, or else as the server has set it. */
export function privately(args: { readonly private: boolean | undefined }, context: CommandContext): boolean {
  return args.private ?? context.settings.isPrivate
}
