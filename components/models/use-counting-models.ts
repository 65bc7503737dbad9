'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { ModelCard } from '@/lib/model/protocol'

/** Asks again while threats of some models are not counted yet: the server counts a few at a time. */
export function useCountingModels(models: readonly ModelCard[]): void {
  const router = useRouter()
  useEffect(() => {
    if (!models.some((model) => model.isCounting)) return
    const timer = setTimeout(() => router.refresh(), 300)
    return () => clearTimeout(timer)
  }, [models, router])
}
