'use client'

import { useMemo, useRef } from 'react'
import { describeCard } from '@/components/canvas/describe-card'
import { type FlowView, toFlow } from '@/components/canvas/to-flow'
import { useModel } from '@/lib/client/model-provider'
import type { ThreatModel } from '@/lib/model/threat-model'

/** The drawing of a view, brought up to date when what it shows changes. */
export function useFlowView(model: ThreatModel, viewId: string): FlowView {
  const byElement = useModel((state) => state.index.byElement)
  const catalogue = useModel((state) => state.catalogue)
  const previous = useRef<FlowView | undefined>(undefined)
  // Decisions and mitigations of others leave the drawing alone: only these parts of the document are drawn.
  const { components, flows, views } = model
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parts of the model that are drawn stand for it.
  return useMemo(() => {
    const view = toFlow(
      {
        model,
        catalogue,
        byElement,
        viewId,
        nameOf: (component, rows) => describeCard(component, rows, catalogue),
      },
      previous.current,
    )
    previous.current = view
    return view
  }, [components, flows, views, byElement, catalogue, viewId])
}
