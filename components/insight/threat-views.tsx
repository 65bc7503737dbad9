'use client'

import { useMemo } from 'react'
import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs'
import { useModel } from '@/lib/client/model-provider'

/** The ways to look at a model's threats, each with its address. */
export function ThreatViews() {
  const modelId = useModel((state) => state.modelId)
  const tabs = useMemo((): LinkTab[] => {
    const base = `/models/${encodeURIComponent(modelId)}/threats`
    return [
      { href: base, label: 'List', isExact: true },
      { href: `${base}/focus`, label: 'Focus' },
      { href: `${base}/questions`, label: 'Questions' },
      { href: `${base}/coverage`, label: 'Coverage' },
      { href: `${base}/controls`, label: 'Controls' },
    ]
  }, [modelId])
  return (
    <div className="flex h-9 shrink-0 items-stretch border-line border-b bg-surface px-2 md:px-3 print:hidden">
      <LinkTabs label="Views of the threats" tabs={tabs} />
    </div>
  )
}
