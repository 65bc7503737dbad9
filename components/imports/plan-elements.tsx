'use client'

import type { ReactNode } from 'react'
import { MoreOf } from '@/components/imports/more-of'
import { PlanDifferences } from '@/components/imports/plan-differences'
import { PlanSection } from '@/components/imports/plan-section'
import { groupByType } from '@/components/imports/plan-words'
import { FileLine } from '@/components/ui/file-line'
import { Check, Minus, PencilLine, Plus } from '@/components/ui/icons'
import { useModel } from '@/lib/client/model-provider'
import type { ImportPlan, PlanItem } from '@/lib/importers/import-plan'

const marks = {
  added: <Plus aria-hidden className="text-success" />,
  changed: <PencilLine aria-hidden className="text-accent" />,
  gone: <Minus aria-hidden className="text-warning" />,
  unchanged: <Check aria-hidden className="text-ink-faint" />,
}

type Item = PlanItem & Partial<Pick<ImportPlan['changed'][number], 'differences'>>

type PlanElementsProps = {
  title: string
  kind: keyof typeof marks
  items: readonly Item[]
  hint?: string
  isOpen?: boolean
  /** Above the list. */
  children?: ReactNode
}

/** Elements of a plan, by type, each with where it was declared. */
export function PlanElements({ title, kind, items, hint, isOpen, children }: PlanElementsProps) {
  const catalogue = useModel((state) => state.catalogue)
  return (
    <PlanSection title={title} count={items.length} hint={hint} isOpen={isOpen}>
      {children}
      {groupByType(items).map((group) => (
        <div key={group.type} className="mb-3 last:mb-0">
          <h3 className="mb-0.5 text-ink-muted text-xs">
            {group.kind === 'component'
              ? (catalogue.componentTypes.get(group.type)?.plural ?? group.type)
              : (catalogue.flowTypes.get(group.type)?.label ?? group.type)}{' '}
            <span className="tabular">{group.items.length}</span>
          </h3>
          <MoreOf items={group.items}>
            {(item) => (
              <li key={item.elementId} className="border-line border-b py-1 last:border-b-0">
                <div className="flex items-baseline gap-2">
                  <span className="translate-y-0.5 [&_svg]:size-3.5">{marks[kind]}</span>
                  <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{item.name}</span>
                  {item.source ? <FileLine {...item.source} className="max-w-[45%]" /> : null}
                </div>
                {item.differences ? <PlanDifferences differences={item.differences} /> : null}
              </li>
            )}
          </MoreOf>
        </div>
      ))}
    </PlanSection>
  )
}
