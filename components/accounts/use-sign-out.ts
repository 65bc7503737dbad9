'use client'

import { useCallback } from 'react'
import { toast } from '@/components/ui/toast'
import { signOutAction } from '@/lib/actions/account'
import { forgetAccount } from '@/lib/client/pending-store'

/** Ends the session, and empties what this browser kept of the account. */
export function useSignOut(userId: string): () => void {
  return useCallback(async () => {
    const result = await signOutAction({}).catch(() => undefined)
    if (!result?.ok) {
      toast({
        title: result?.sentence ?? 'The server could not be reached, so you are still signed in.',
        tone: 'danger',
      })
      return
    }
    // Without storage (a private window) there is nothing to empty.
    await forgetAccount(userId).catch(() => undefined)
    // A whole page load: nothing that was drawn for this account is kept.
    window.location.assign('/sign-in')
  }, [userId])
}
