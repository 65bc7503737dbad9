'use client'

import { useRouter } from 'next/navigation'
import type { DeleteModel } from '@/components/models/model-actions'
import { useCommand } from '@/components/people/use-command'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'
import { restoreModelAction } from '@/lib/actions/models'

type DeleteModelDialogProps = {
  model: { id: string; name: string }
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  deleteModel: DeleteModel
}

export function DeleteModelDialog({ model, isOpen, onOpenChange, deleteModel }: DeleteModelDialogProps) {
  const router = useRouter()
  const { run } = useCommand()
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
        toast({
          title: `Deleted ${model.name}.`,
          action: {
            label: 'Restore',
            onClick: () => run(() => restoreModelAction({ id: model.id }), `Restored ${model.name}.`),
          },
        })
        router.refresh()
        return undefined
      }}
    >
      <strong className="font-medium text-ink">{model.name}</strong> is deleted for everybody, with its
      components, threats and decisions. For 30 days an owner can restore it from the deleted models.
    </ConfirmDialog>
  )
}
