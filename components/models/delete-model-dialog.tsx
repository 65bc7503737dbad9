'use client'

import { useRouter } from 'next/navigation'
import type { DeleteModel } from '@/components/models/model-actions'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'

type DeleteModelDialogProps = {
  model: { id: string; name: string }
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  deleteModel: DeleteModel
}

export function DeleteModelDialog({ model, isOpen, onOpenChange, deleteModel }: DeleteModelDialogProps) {
  const router = useRouter()
  return (
    <ConfirmDialog
      isDangerous
      title="Delete this model?"
      confirmLabel="Delete model"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onConfirm={async () => {
        const result = await deleteModel({ id: model.id })
        if (!result.ok) return result.sentence
        toast({ title: `Deleted ${model.name}.` })
        router.refresh()
        return undefined
      }}
    >
      <strong className="font-medium text-ink">{model.name}</strong> goes for everybody, with its components,
      threats and decisions. You cannot undo this here. To keep a copy, download its Bulkhead file from the
      report page first.
    </ConfirmDialog>
  )
}
