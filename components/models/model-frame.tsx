'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useMemo, useState } from 'react'
import { ImportIntoModel } from '@/components/imports/import-into-model'
import { modelTabs } from '@/components/models/model-tabs'
import { Others } from '@/components/models/others'
import { SavedIndicator } from '@/components/models/saved-indicator'
import { useUndoCommands } from '@/components/models/use-undo-commands'
import { type Command, useCommands } from '@/components/shell/command-store'
import { TopBar } from '@/components/shell/top-bar'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import { Settings2 } from '@/components/ui/icons'
import { LinkTabs } from '@/components/ui/link-tabs'
import { useLoadEarly } from '@/components/ui/use-load-early'
import { summarise } from '@/lib/analysis/summary'
import { useModel } from '@/lib/client/model-provider'
import { formatCount } from '@/lib/model/format-count'

const ModelSettings = dynamic(
  () => import('@/components/models/model-settings').then((each) => each.ModelSettings),
  { loading: () => null },
)

const RefusedEdits = dynamic(
  () => import('@/components/threats/refused-edits').then((each) => each.RefusedEdits),
  { loading: () => null },
)

const early = [
  () => import('@/components/models/model-settings'),
  () => import('@/components/threats/refused-edits'),
  () => import('@/components/imports/run-import'),
]

/** What every page of a model has: top bar, tabs, import, settings. Inside a ModelProvider. */
export function ModelFrame({ isArchived, children }: { isArchived: boolean; children: ReactNode }) {
  const modelId = useModel((state) => state.modelId)
  const name = useModel((state) => state.model.meta.name)
  const rows = useModel((state) => state.index.rows)
  const hasRefused = useModel((state) => state.refused.length > 0)
  const open = useMemo(
    () => Object.values(summarise(rows).open).reduce((sum, count) => sum + count, 0),
    [rows],
  )
  const isPending = useModel((state) => state.index.isPending)
  const [isSettingsOpen, setSettingsOpen] = useState(false)
  useLoadEarly(early)
  const tabs = useMemo(() => modelTabs(modelId), [modelId])
  const commands = useMemo(
    (): Command[] => [
      ...tabs.map(({ href, label }) => ({ id: href, label, href, group: 'This model' })),
      {
        id: 'settings',
        label: 'Name, scope and assumptions',
        group: 'This model',
        run: () => setSettingsOpen(true),
      },
    ],
    [tabs],
  )
  useCommands('model', commands)
  useUndoCommands()

  return (
    <>
      <TopBar
        crumbs={[{ label: 'Models', href: '/models' }, { label: name }]}
        status={
          <span className="flex items-center gap-3">
            <Others />
            {isArchived ? (
              <span title="It can be read, not changed. Bring it back on the list of models to go on.">
                <Badge>Archived</Badge>
              </span>
            ) : null}
            <SavedIndicator />
          </span>
        }
      />
      <div className="flex h-10 shrink-0 items-center gap-2 border-line border-b bg-surface px-2 md:px-3 print:hidden">
        <LinkTabs
          label="Parts of the model"
          tabs={tabs.map((tab) =>
            tab.label === 'Threats' && !isPending ? { ...tab, count: formatCount(open) } : tab,
          )}
        />
        <div className="ml-auto flex items-center gap-1">
          <ImportIntoModel />
          <IconButton
            label="Model settings"
            icon={<Settings2 aria-hidden />}
            onClick={() => setSettingsOpen(true)}
          />
        </div>
      </div>
      {hasRefused ? <RefusedEdits /> : null}
      {children}
      {isSettingsOpen ? <ModelSettings isOpen onOpenChange={setSettingsOpen} /> : null}
    </>
  )
}
