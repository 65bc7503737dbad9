'use client'

import { useMemo } from 'react'
import { cardThreats } from '@/components/reports/card-threats'
import { Drawing } from '@/components/reports/drawing'
import { CodeBlock } from '@/components/ui/code-block'
import { Disclosure } from '@/components/ui/disclosure'
import { useModel } from '@/lib/client/model-provider'
import { formatCount } from '@/lib/model/format-count'

/** The drawing as readers of the file will see it, in this page's own theme, with the text that a forge draws it from. */
export function ReportDrawing({ mermaid }: { mermaid: string }) {
  const model = useModel((state) => state.model)
  const catalogue = useModel((state) => state.catalogue)
  const byElement = useModel((state) => state.index.byElement)
  const threats = useMemo(() => cardThreats(byElement), [byElement])
  const count = Object.keys(model.components).length
  return (
    <div className="my-3 overflow-hidden rounded-md border border-line">
      <section
        aria-label="Drawing"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="max-h-[70vh] overflow-auto focus-visible:-outline-offset-2"
      >
        <Drawing
          model={model}
          catalogue={catalogue}
          threats={threats}
          hasLegend
          label={`Drawing of the model: ${formatCount(count)} components. They are listed below with their data flows.`}
          className="h-auto w-full min-w-120"
        />
      </section>
      <Disclosure
        summary="Mermaid text, which GitHub and GitLab draw"
        className="border-line border-t text-sm"
      >
        <div className="p-2 pt-0">
          <CodeBlock code={mermaid} label="mermaid" />
        </div>
      </Disclosure>
    </div>
  )
}
