'use client'

import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { ErrorState } from '@/components/ui/error-state'

/** Something that nobody expected. `digest` is the reference under which the server logged it. */
export function PageProblem({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState
      title="This page could not be shown"
      {...(error.digest ? { reference: error.digest } : {})}
      actions={
        <>
          <ButtonLink href="/models">Go to the models</ButtonLink>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        </>
      }
    >
      Something went wrong that should not. Nothing that was saved is lost.
      {error.digest ? ' If trying again does not help, look for the reference in the server’s log.' : ''}
    </ErrorState>
  )
}
