/** Why an edit was refused. `changed`: somebody was faster; `current` then holds the value that stands. */
export type RefusalCode = 'changed' | 'exists' | 'missing' | 'in-use' | 'cycle' | 'invalid'

export type Refusal = { refused: true; code: RefusalCode; sentence: string; current?: unknown }

/** Makes a refusal; the sentence says what happened and what to do. */
export function refuse(code: RefusalCode, sentence: string, current?: unknown): Refusal {
  return current === undefined
    ? { refused: true, code, sentence }
    : { refused: true, code, sentence, current }
}

/** Tells a refusal from a result. */
export function isRefusal(result: object): result is Refusal {
  return 'refused' in result && result.refused === true
}
