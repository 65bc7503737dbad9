'use server'

import { defineAction } from '@/lib/actions/define-action'
import { Input as CreateInput, createModel } from '@/lib/services/create-model'
import { Input as DeleteInput, deleteModel } from '@/lib/services/delete-model'
import { Input as RenameInput, renameModel } from '@/lib/services/rename-model'

export const createModelAction = defineAction(CreateInput, (actor, input) => createModel(actor, input))
export const renameModelAction = defineAction(RenameInput, renameModel)
export const deleteModelAction = defineAction(DeleteInput, (actor, input) => deleteModel(actor, input))
