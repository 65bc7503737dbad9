'use client'

import { useMemo } from 'react'
import { PlanCounts } from '@/components/imports/plan-counts'
import { PlanElements } from '@/components/imports/plan-elements'
import { PlanFiles } from '@/components/imports/plan-files'
import { PlanNotes } from '@/components/imports/plan-notes'
import { PlanPreview } from '@/components/imports/plan-preview'
import { PlanScans } from '@/components/imports/plan-scans'
import { PlanVerdicts } from '@/components/imports/plan-verdicts'
import { tooManyFiles } from '@/components/imports/run-import'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import type { ImportPlan } from '@/lib/importers/import-plan'

type PlanViewProps = {
  plan: ImportPlan
  hasMore: boolean
  removesGone: boolean
  onRemovesGone: (removes: boolean) => void
}

/** Nothing was dropped but output of scanners, which has its own way in. */
function isScansOnly({ outcomes = [] }: ImportPlan): boolean {
  return (
    outcomes.length > 0 &&
    outcomes.every(({ scanner, readAs }) => scanner !== undefined && readAs === undefined)
  )
}

/** What an import would do: counts and a drawing at the right, everything by name and file:line at the left. */
export function PlanView({ plan, hasMore, removesGone, onRemovesGone }: PlanViewProps) {
  const unread = useMemo(
    () =>
      plan.unreadable.map(({ file, line, sentence }) => ({ file, line, what: undefined, words: sentence })),
    [plan],
  )
  return (
    <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-5 max-lg:order-2">
        {hasMore ? <Callout tone="warning">{tooManyFiles}</Callout> : null}
        {plan.outcomes ? <PlanScans outcomes={plan.outcomes} /> : null}
        {plan.change || isScansOnly(plan) ? null : (
          <Callout tone="info" title="There is nothing to import">
            {plan.unchanged.length > 0
              ? 'Everything in these files is in the model already.'
              : 'No components were found. What was left out, and why, is listed below.'}
          </Callout>
        )}
        <PlanNotes title="Could not be read" tone="danger" notes={unread} isOpen />
        <PlanVerdicts plan={plan} />
        {plan.outcomes ? <PlanFiles outcomes={plan.outcomes} /> : null}
        <PlanElements title="Created" kind="added" items={plan.added} isOpen />
        <PlanElements title="Changed" kind="changed" items={plan.changed} isOpen />
        <PlanElements
          title="No longer in the files"
          hint="They stay in the model, marked as gone, until somebody removes them."
          kind="gone"
          items={plan.gone}
          isOpen
        >
          <Checkbox
            className="mb-2"
            label="Remove them with this import"
            checked={removesGone}
            onChange={(event) => onRemovesGone(event.target.checked)}
          />
        </PlanElements>
        <PlanNotes
          title="Read with a warning"
          tone="warning"
          isOpen
          notes={plan.warnings.map(({ file, line, sentence }) => ({
            file,
            line,
            what: undefined,
            words: sentence,
          }))}
        />
        <PlanNotes
          title="Left out"
          tone="neutral"
          isOpen
          notes={plan.skipped.map(({ file, line, what, why }) => ({ file, line, what, words: why }))}
        />
        <PlanElements title="Unchanged" kind="unchanged" items={plan.unchanged} />
      </div>
      <div className="flex flex-col gap-4 max-lg:order-1 lg:sticky lg:top-0 lg:self-start">
        <PlanPreview plan={plan} />
        <PlanCounts plan={plan} />
      </div>
    </div>
  )
}
