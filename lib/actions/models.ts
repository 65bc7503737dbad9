'use server'

import { defineAction } from '@/lib/actions/define-action'
import { Input as ArchiveInput, archiveModel } from '@/lib/services/archive-model'
import { Input as CreateInput, createModel } from '@/lib/services/create-model'
import { Input as DeleteInput, deleteModel } from '@/lib/services/delete-model'
import { Input as DuplicateInput, duplicateModel } from '@/lib/services/duplicate-model'
import { Input as MoveInput, moveModel } from '@/lib/services/move-model'
import { Input as PurgeInput, purgeModel } from '@/lib/services/purge-model'
import { Input as RestoreInput, restoreModel } from '@/lib/services/restore-model'

export const createModelAction = defineAction(CreateInput, (actor, input) => createModel(actor, input))
export const deleteModelAction = defineAction(DeleteInput, (actor, input) => deleteModel(actor, input))
export const archiveModelAction = defineAction(ArchiveInput, (actor, input) => archiveModel(actor, input))
export const duplicateModelAction = defineAction(DuplicateInput, (actor, input) =>
  duplicateModel(actor, input),
)
export const moveModelAction = defineAction(MoveInput, moveModel)
export const restoreModelAction = defineAction(RestoreInput, restoreModel)
export const purgeModelAction = defineAction(PurgeInput, (actor, input) => purgeModel(actor, input))
