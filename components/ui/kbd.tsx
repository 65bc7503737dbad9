'use client'

import { useSyncExternalStore } from 'react'
import { cn } from '@/components/ui/cn'

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)
const never = () => () => {}

/** "Mod" is Command on Apple's machines and Ctrl elsewhere. */
export function useModKey(): string {
  return useSyncExternalStore(never, isApple, () => false) ? '⌘' : 'Ctrl'
}

/** Keys to press, as small caps: <Kbd keys={['Mod', 'K']} />. */
export function Kbd({ keys, tone = 'plain' }: { keys: readonly string[]; tone?: 'plain' | 'inverse' }) {
  const mod = useModKey()
  return (
    <span className="inline-flex items-center gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className={cn(
            'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1 font-sans text-2xs leading-none',
            tone === 'inverse' ? 'border-current/40' : 'border-line-mid bg-surface text-ink-muted',
          )}
        >
          {key === 'Mod' ? mod : key}
        </kbd>
      ))}
    </span>
  )
}
