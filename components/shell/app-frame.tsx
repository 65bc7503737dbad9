import type { ComponentProps } from 'react'
import { CommandKeys } from '@/components/shell/command-keys'
import { CommandPalette } from '@/components/shell/command-palette'
import { MAIN_ID } from '@/components/shell/page-body'
import { Rail } from '@/components/shell/rail'
import { ShellProvider } from '@/components/shell/shell-context'

/** Rail at the left, the page at the right. Pages bring their own TopBar and PageBody. */
export function AppFrame({ children, ...shell }: ComponentProps<typeof ShellProvider>) {
  return (
    <ShellProvider {...shell}>
      <a
        href={`#${MAIN_ID}`}
        className="absolute top-2 left-2 z-60 -translate-y-20 rounded-md bg-accent-solid px-3 py-2 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <div className="flex h-dvh overflow-hidden print:block print:h-auto print:overflow-visible">
        <Rail />
        <div className="flex min-w-0 flex-1 flex-col">{children}</div>
      </div>
      <CommandPalette />
      <CommandKeys />
    </ShellProvider>
  )
}
