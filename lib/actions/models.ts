'use server'

import { defineAction } from '@/lib/actions/define-action'
import { Input as CreateInput, createModel } from '@/lib/services/create-model'
import { Input as DeleteInput, deleteModel } from '@/lib/services/delete-model'

export const createModelAction = defineAction(CreateInput, (actor, input) => createModel(actor, input))
export const deleteModelAction = defineAction(DeleteInput, (actor, input) => deleteModel(actor, input))
