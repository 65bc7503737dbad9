'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { giveUpImport, useImport } from '@/components/imports/import-store'
import { toast } from '@/components/ui/toast'
import { deleteModelAction } from '@/lib/actions/models'

/** Leaves everything as it was: a model that was made for this import goes again. */
export function useGiveUp(): () => void {
  const router = useRouter()
  return useCallback(async () => {
    const { current } = useImport.getState()
    giveUpImport()
    if (current.step === 'idle' || !current.isNewModel) return
    router.push('/models')
    const result = await deleteModelAction({ id: current.modelId })
    if (result.ok) router.refresh()
    else toast({ title: result.sentence, tone: 'danger' })
  }, [router])
}
