'use client'

import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useModel } from '@/lib/client/model-provider'

/** Somebody moved the model to another catalogue while this page was open: what it shows is by the older one. */
export function CatalogueMoved() {
  const isMoved = useModel((state) => state.model.catalogue !== state.catalogue.hash)
  if (!isMoved) return null
  return (
    <Callout
      tone="warning"
      className="m-2"
      action={
        <Button size="sm" onClick={() => window.location.reload()}>
          Load it again
        </Button>
      }
    >
      This model was moved to another catalogue. What you see is still by the one before.
    </Callout>
  )
}
