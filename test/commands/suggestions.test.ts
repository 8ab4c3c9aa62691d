import { describe, expect, it } from 'vitest'
import type { CommandContext } from '../../commands/context.js'
import { complete, type Complete, type Options } from '../../commands/options.js'
import { suggestPosts, suggestTags } from '../../commands/suggestions.js'
import { abstention, servicesOf } from '../support/archive.js'
import { contextOf } from '../support/context.js'

const tallies = (values: readonly string[]) => values.map((value, at) => ({ value, cables: 100 - at }))

const context: CommandContext = contextOf({
  ...servicesOf(() => Promise.resolve(abstention())),
  tagCounts: () => tallies(['PGOV', 'KAWC', 'PHUM', 'PREL', 'KCOR', 'RS', 'KPRP']),
  origins: () => tallies(['Embassy Salisbury', 'Embassy Paris', 'Embassy Paramaribo', 'US Mission UNVIE']),
})

function suggested(autocomplete: Complete, typed: string): string[] {
  const options: Options = { it: { type: 'string', description: 'It', maxLength: 100, autocomplete } }
  return complete(options, 'it', [{ name: 'it', value: typed }], context).map(({ value }) => value)
}

describe('suggested TAGS', () => {
  it('come in the order of their cables as long as nothing is typed, those without a name among them', () => {
    expect(suggested(suggestTags, '')).toEqual(['PGOV', 'KAWC', 'PHUM', 'PREL', 'KCOR', 'RS', 'KPRP'])
  })

  it('are the code first, then what begins so, then what is called so, then what means it', () => {
    expect(suggested(suggestTags, 'prel')[0]).toBe('PREL')
    expect(suggested(suggestTags, 'human rights')).toEqual(['PHUM'])
    expect(suggested(suggestTags, 'p').slice(0, 3)).toEqual(['PGOV', 'PHUM', 'PREL'])
    expect(suggested(suggestTags, 'corruption')).toEqual(['KCOR'])
    expect(suggested(suggestTags, 'war crimes')).toEqual(['KAWC'])
    expect(suggested(suggestTags, 'xyzzy')).toEqual([])
  })
})

describe('suggested posts', () => {
  it('are found by the beginnings of their words and by their country', () => {
    expect(suggested(suggestPosts, 'par')).toEqual(['Embassy Paris', 'Embassy Paramaribo'])
    expect(suggested(suggestPosts, 'france')).toEqual(['Embassy Paris'])
    expect(suggested(suggestPosts, 'sbu')).toEqual([])
  })
})

describe('the name of a suggestion', () => {
  it('uses the hundred characters that Discord gives it', () => {
    const name = `${'n'.repeat(97)}🚢${'m'.repeat(40)}`
    const long: Complete = () => [{ name, value: 'x' }]
    const options: Options = { it: { type: 'string', description: 'It', maxLength: 100, autocomplete: long } }
    const [choice] = complete(options, 'it', [{ name: 'it', value: '' }], context)
    expect(choice?.name).toBe(`${'n'.repeat(97)}🚢…`)
    expect(choice?.name.length).toBe(100)
  })
})
