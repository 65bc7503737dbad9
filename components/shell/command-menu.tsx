'use client'

import { Fragment } from 'react'
import { usePalette } from '@/components/shell/command-store'
import { MenuDivider, MenuItem } from '@/components/ui/menu'

/** Commands of the registry as items of a menu, in groups with a line between. What the page lacks is left out. */
export function CommandItems({ groups }: { groups: readonly (readonly string[])[] }) {
  const ofPages = usePalette((state) => state.ofPages)
  const all = Object.values(ofPages).flat()
  const shown = groups
    .map((ids) => ids.flatMap((id) => all.find((command) => command.id === id) ?? []))
    .filter((commands) => commands.length > 0)
  return shown.map((commands, index) => (
    <Fragment key={commands[0]?.id}>
      {index > 0 ? <MenuDivider /> : null}
      {commands.map((command) =>
        'href' in command ? null : (
          <MenuItem
            key={command.id}
            icon={command.icon ?? <span className="size-4" />}
            {...(command.keys && { keys: command.keys })}
            {...(command.isDangerous && { isDangerous: true })}
            {...(command.isDisabled && { isDisabled: true })}
            onSelect={command.run}
          >
            {command.label}
          </MenuItem>
        ),
      )}
    </Fragment>
  ))
}
