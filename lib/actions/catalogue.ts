'use server'

import { defineAction } from '@/lib/actions/define-action'
import { Input as MoveInput, moveToCatalogue } from '@/lib/services/move-to-catalogue'
import { Input as PreviewInput, previewOwn } from '@/lib/services/preview-own'
import { Input as SaveInput, saveOwnEntry } from '@/lib/services/save-own-entry'

export const saveOwnEntryAction = defineAction(SaveInput, (actor, input) => saveOwnEntry(actor, input))
export const previewOwnAction = defineAction(PreviewInput, previewOwn)
export const moveToCatalogueAction = defineAction(MoveInput, (actor, input) => moveToCatalogue(actor, input))
