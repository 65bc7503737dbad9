import { describe, expect, it } from 'vitest'
import { type Command, matchCommands } from '@/components/shell/command-store'

const commands: Command[] = [
  { id: 'a', label: 'Threats', group: 'This model', href: '/a' },
  { id: 'b', label: 'Model settings', group: 'This model', run: () => {} },
  { id: 'c', label: 'Shop (sample)', group: 'Models', href: '/c' },
]
const ids = (typed: string) => matchCommands(commands, typed).map((command) => command.id)

describe('matchCommands', () => {
  it('gives all for nothing typed', () => {
    expect(ids('  ')).toEqual(['a', 'b', 'c'])
  })

  it('wants every word, in label or group, in any order and case', () => {
    expect(ids('SET model')).toEqual(['b'])
    expect(ids('model')).toEqual(['a', 'b', 'c'])
    expect(ids('shop threats')).toEqual([])
  })
})
