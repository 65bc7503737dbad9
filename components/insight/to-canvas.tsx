'use client'

import { ButtonLink } from '@/components/ui/button-link'
import { useModel } from '@/lib/client/model-provider'

/** The next step where a model has nothing in it yet. */
export function ToCanvas() {
  const modelId = useModel((state) => state.modelId)
  return (
    <ButtonLink variant="primary" href={`/models/${encodeURIComponent(modelId)}/canvas`}>
      Go to the canvas
    </ButtonLink>
  )
}
