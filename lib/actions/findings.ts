'use server'

import { defineAction } from '@/lib/actions/define-action'
import { ChooseInput, chooseFindings, PlaceInput, placeFindings } from '@/lib/services/judge-findings'

export const placeFindingsAction = defineAction(PlaceInput, placeFindings)
export const chooseFindingsAction = defineAction(ChooseInput, (actor, input) => chooseFindings(actor, input))
