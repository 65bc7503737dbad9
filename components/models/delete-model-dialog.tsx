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
            label: 'Take back',
            onClick: () => run(() => restoreModelAction({ id: model.id }), `${model.name} is back.`),
          },
        })
        router.refresh()
        return undefined
      }}
    >
      <strong className="font-medium text-ink">{model.name}</strong> goes for everybody, with its components,
      threats and decisions. It lies among the deleted models for 30 days, where an owner can take it back.
    </ConfirmDialog>
  )
}
