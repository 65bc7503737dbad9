import { describe, expect, it } from 'vitest'
import { arrangeModels, type ModelOrder, openThreats } from '@/components/models/arrange-models'
import type { ModelCard } from '@/lib/model/protocol'

function card(name: string, components: number, high: number, updatedAt: string): ModelCard {
  return {
    id: name.toLowerCase(),
    name,
    seq: 1,
    components,
    flows: 0,
    counts: {
      open: { critical: 1, high, medium: 0, low: 0, info: 0 },
      states: { raised: high, possible: 0, countered: 0, attached: 0, silent: 0 },
      statuses: {
        open: high,
        mitigated: 0,
        accepted: 0,
        transferred: 0,
        'not-applicable': 0,
        'review-again': 0,
      },
      folded: 0,
    },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt,
  }
}

const models = [
  card('Shop', 3, 9, '2026-02-01T00:00:00.000Z'),
  card('Voting app', 12, 2, '2026-03-01T00:00:00.000Z'),
  card('bank', 7, 0, '2026-01-02T00:00:00.000Z'),
]
const names = (typed: string, order: ModelOrder) =>
  arrangeModels(models, typed, order).map((model) => model.name)

describe('arrangeModels', () => {
  it('puts the last changed first', () => {
    expect(names('', 'updated')).toEqual(['Voting app', 'Shop', 'bank'])
  })

  it('sorts names without regard to case', () => {
    expect(names('', 'name')).toEqual(['bank', 'Shop', 'Voting app'])
  })

  it('puts the most open threats and the most components first', () => {
    expect(names('', 'open')).toEqual(['Shop', 'Voting app', 'bank'])
    expect(names('', 'components')).toEqual(['Voting app', 'bank', 'Shop'])
  })

  it('keeps names that hold the typed text in any case', () => {
    expect(names(' SHO ', 'name')).toEqual(['Shop'])
    expect(names('nothing', 'name')).toEqual([])
  })

  it('counts no open threats where counts are missing', () => {
    const { counts: _missing, ...bare } = card('Bare', 1, 4, '2026-01-01T00:00:00.000Z')
    expect(openThreats(bare)).toBe(0)
    expect(openThreats(card('Shop', 1, 4, '2026-01-01T00:00:00.000Z'))).toBe(5)
  })
})
