import { isEditType } from '@/lib/model/apply-edit'
import type { Change } from '@/lib/model/change'
import type { ChangesAnswer, ModelAnswer, Problem, SavedChange, SinceAnswer } from '@/lib/model/protocol'

// Our own server's answers, told apart by kind. The schemas stay on the server, which checks everything that it takes;
// what this page has to notice is another kind of answer, and edits that a newer server knows and this page does not.

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0
const areTexts = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string')
const areAll = (value: unknown, is: (item: unknown) => boolean) => Array.isArray(value) && value.every(is)

const isEdit = (value: unknown) => isObject(value) && isEditType(value.type)

const isChange = (value: unknown): value is Change =>
  isObject(value) &&
  typeof value.id === 'string' &&
  typeof value.label === 'string' &&
  typeof value.atomic === 'boolean' &&
  areEdits(value.edits)

const isSaved = (value: unknown): value is SavedChange =>
  isObject(value) && isCount(value.seq) && isChange(value.change)

const isRefused = (value: unknown) =>
  isObject(value) &&
  typeof value.changeId === 'string' &&
  isCount(value.edit) &&
  typeof value.code === 'string' &&
  typeof value.sentence === 'string'

const isSinceBase = (value: unknown): value is Fields =>
  isObject(value) && isCount(value.seq) && areAll(value.since, isSaved)

/** True for a list of edits of kinds that this page can apply. */
export function areEdits(value: unknown): value is Change['edits'] {
  return areAll(value, isEdit)
}

/** True for the answer to changes that were sent. */
export function isChangesAnswer(value: unknown): value is ChangesAnswer {
  return isSinceBase(value) && areTexts(value.accepted) && areAll(value.refused, isRefused)
}

/** True for what happened after a state. */
export function isSinceAnswer(value: unknown): value is SinceAnswer {
  return isSinceBase(value) && (value.here === undefined || areAll(value.here, isObject))
}

/** True for a whole document. */
export function isModelAnswer(value: unknown): value is ModelAnswer {
  return (
    isObject(value) &&
    isCount(value.seq) &&
    isObject(value.document) &&
    isObject(value.document.meta) &&
    isObject(value.document.components) &&
    isObject(value.document.flows)
  )
}

/** True for an expected failure with its sentence. */
export function isProblem(value: unknown): value is Problem {
  return (
    isObject(value) &&
    value.ok === false &&
    typeof value.code === 'string' &&
    typeof value.sentence === 'string'
  )
}
