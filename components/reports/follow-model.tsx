'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useModel } from '@/lib/client/model-provider'

/** Makes the report anew when the model has gone on since: it is made on the server, from what is saved. */
export function FollowModel({ seq }: { seq: number | undefined }) {
  const saved = useModel((state) => state.outbox.seq)
  const router = useRouter()
  useEffect(() => {
    if (seq === undefined || saved <= seq) return
    const timer = setTimeout(() => router.refresh(), 300)
    return () => clearTimeout(timer)
  }, [saved, seq, router])
  return null
}
