'use client'

import { usePalette } from '@/components/shell/command-store'
import { Button } from '@/components/ui/button'

/** Commands of the registry as buttons with words, in this order; those that the page lacks or cannot do now are left out. */
export function CommandMenuButtons({ ids }: { ids: readonly string[] }) {
  const ofPages = usePalette((state) => state.ofPages)
  const all = Object.values(ofPages).flat()
  const shown = ids.flatMap((id) => all.find((command) => command.id === id && !command.isDisabled) ?? [])
  return (
    <div className="flex flex-wrap gap-2">
      {shown.map((command) =>
        'href' in command ? null : (
          <Button key={command.id} size="sm" onClick={command.run}>
            {command.icon}
            {command.label}
          </Button>
        ),
      )}
    </div>
  )
}
