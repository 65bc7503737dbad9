import type { Command } from '@/components/shell/command-store'
import type { ListKeys } from '@/components/threats/use-list-actions'

type Does = { keys: ListKeys; decide: () => void; search: () => void }

/** What one can do in the list of threats, with its keys. */
export function listCommands({ keys, decide, search }: Does): Command[] {
  const group = 'Threat list'
  return [
    { id: 'threats-next', label: 'Next line', group, keys: ['J'], isOutOfPalette: true, run: keys.arrowdown },
    {
      id: 'threats-before',
      label: 'Previous line',
      group,
      keys: ['K'],
      isOutOfPalette: true,
      run: keys.arrowup,
    },
    {
      id: 'threats-open',
      label: 'Open a threat, open or close a group',
      group,
      keys: ['Enter'],
      isOutOfPalette: true,
      isNative: true,
      run: keys.enter,
    },
    { id: 'threats-select', label: 'Select or leave out this line', group, keys: ['X'], run: keys.select },
    { id: 'threats-decide', label: 'Decide what is selected, or this line', group, keys: ['E'], run: decide },
    { id: 'threats-search', label: 'Search threats', group, keys: ['/'], run: search },
    {
      id: 'threats-clear',
      label: 'Clear the selection',
      group,
      keys: ['Esc'],
      isNative: true,
      run: keys.escape,
    },
  ]
}
