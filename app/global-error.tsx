'use client'

import { buttonStyle } from '@/components/ui/button-style'
import { ErrorState } from '@/components/ui/error-state'
import '@/app/globals.css'

/** The last resort: not even the document around the pages could be drawn. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en">
      <body>
        <main>
          <ErrorState
            level={1}
            title="Bulkhead could not be shown"
            {...(error.digest ? { reference: error.digest } : {})}
            actions={
              <button type="button" className={buttonStyle('primary')} onClick={reset}>
                Try again
              </button>
            }
          >
            Something went wrong that should not. Nothing that was saved is lost. If trying again does not
            help, look for the reference in the server’s log.
          </ErrorState>
        </main>
      </body>
    </html>
  )
}
