'use server'

import { defineAction } from '@/lib/actions/define-action'
import { Input as KeepInput, keepVersion } from '@/lib/services/keep-version'
import { Input as ListInput, listHistory } from '@/lib/services/list-history'
import { planUndo, Input as UndoInput } from '@/lib/services/plan-undo'
import { Input as RemoveInput, removeVersion } from '@/lib/services/remove-version'

export const listHistoryAction = defineAction(ListInput, listHistory)
export const planUndoAction = defineAction(UndoInput, planUndo)
export const keepVersionAction = defineAction(KeepInput, (actor, input) => keepVersion(actor, input))
export const removeVersionAction = defineAction(RemoveInput, removeVersion)
