import { describe, expect, it } from 'vitest'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import { CatalogueFile } from '@/lib/catalogue/entries'
import { compilePack } from '@/lib/catalogue/pack'
import { matchThreats } from '@/lib/coursework/model/match-threats'
import { soundCatalogue } from '@/lib/testing/sound-catalogue'

const catalogue = openCatalogue(compilePack([CatalogueFile.parse(soundCatalogue())]))

describe('matchThreats', () => {
  it('names the words in common as the text spells them, also where the catalogue spells them otherwise', () => {
    const [match] = matchThreats(
      { platform: 'docker', categories: ['E'], component: null, text: 'Strangers are opening the boxes.' },
      catalogue,
    )
    expect(match?.threatId).toBe('T-1')
    const said = match?.reasons.find((reason) => reason.startsWith('words in common: ')) ?? ''
    const words = said.replace('words in common: ', '').split(', ')
    expect(words.length).toBeGreaterThan(1)
    for (const word of words) expect(['strangers', 'opening', 'boxes']).toContain(word)
  })
})
