import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

/** A link that is shown once, to copy; the children say who can use it. */
export function ShownLink({ link, label, children }: { link: string; label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      <p>{children}</p>
      <div className="flex items-center gap-2 rounded-md border border-line bg-page py-1.5 pr-1.5 pl-2.5">
        <output aria-label={label} className="min-w-0 flex-1 font-mono text-xs [overflow-wrap:anywhere]">
          {link}
        </output>
        <CopyButton text={link} label="Copy the link" />
      </div>
    </div>
  )
}
