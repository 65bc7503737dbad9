import { describe, expect, it } from 'vitest'
import { browse, parseBrowse, writeBrowse } from '@/components/catalogue/browse-filters'
import { buildSearch } from '@/components/catalogue/build-search'
import { listEntries } from '@/lib/catalogue/list-entries'
import { openRepositoryCatalogue } from '@/lib/cli/repository-catalogue'

const catalogue = openRepositoryCatalogue()
const items = listEntries(catalogue)
const search = buildSearch(items)
const found = (query: string) => browse(items, parseBrowse(new URLSearchParams(query)), search)

describe('browsing the catalogue', () => {
  it('shows everything without filters', () => {
    expect(found('')).toHaveLength(items.length)
    expect(items.length).toBe(
      catalogue.pack.threats.length +
        catalogue.pack.mitigations.length +
        catalogue.componentTypes.size +
        catalogue.flowTypes.size,
    )
  })

  it('finds an entry by the beginning of a word, by a slip, by its id and by a reference', () => {
    const first = (query: string) =>
      found(`kind=threat&q=${encodeURIComponent(query)}`)
        .slice(0, 5)
        .map(({ title }) => title.toLowerCase())
        .join('; ')
    expect(first('privil')).toContain('privileged')
    expect(first('privilged')).toContain('privileged')
    const [threat] = catalogue.pack.threats
    expect(found(`q=${threat?.id}`)[0]?.id).toBe(threat?.id)
    expect(found('q=T1611').length).toBeGreaterThan(0)
    expect(found('q=zzzqqq')).toEqual([])
  })

  it('narrows by each facet, and by all of them together', () => {
    const sample = items.find(
      ({ kind, types, frameworks }) =>
        kind === 'threat' && types.includes('container') && frameworks.includes('attack'),
    )
    const [letter, platform, severity] = [sample?.letters[0], sample?.platforms[0], sample?.severity]
    const threats = found(
      `kind=threat&type=container&letter=${letter}&severity=${severity}&platform=${platform}&framework=attack`,
    )
    expect(threats).toContainEqual(sample)
    expect(threats.length).toBeLessThan(items.length)
    for (const item of threats) {
      expect(item).toMatchObject({ kind: 'threat', severity })
      expect(item.platforms).toContain(platform)
      expect(item.types).toContain('container')
      expect(item.letters).toContain(letter)
      expect(item.frameworks).toContain('attack')
    }
  })

  it('keeps the filters in the address', () => {
    const query = 'q=a%20b&kind=type&platform=shared'
    expect(writeBrowse(parseBrowse(new URLSearchParams(query)))).toBe(query)
  })
})
