import { describeEdit, type Wording } from '@/lib/analysis/words/describe-edit'
import type { Edit, EditType } from '@/lib/model/change'
import { formatCount } from '@/lib/model/format-count'

/** So many edits are told one by one; of more, each kind by its count. */
const TOLD = 6

const kinds: Partial<Record<EditType, readonly [one: string, many: string]>> = {
  'add-component': ['Adds 1 component', 'Adds # components'],
  'remove-component': ['Removes 1 component', 'Removes # components'],
  'set-component': ['Changes a field of 1 component', 'Changes # fields of components'],
  'add-flow': ['Adds 1 data flow', 'Adds # data flows'],
  'remove-flow': ['Removes 1 data flow', 'Removes # data flows'],
  'set-flow': ['Changes a field of 1 data flow', 'Changes # fields of data flows'],
  'set-fact': ['Sets 1 fact', 'Sets # facts'],
  'add-data-asset': ['Adds 1 data asset', 'Adds # data assets'],
  place: ['Places 1 component', 'Places # components'],
  decide: ['Decides 1 threat', 'Decides # threats'],
  attach: ['Adds 1 threat by hand', 'Adds # threats by hand'],
  'set-mitigation': ['Marks 1 mitigation', 'Marks # mitigations'],
}

/** What a change did, in words: a sentence an edit, or of many edits a sentence a kind. */
export function describeEdits(edits: readonly Edit[], wording: Wording): string[] {
  if (edits.length <= TOLD) return edits.map((edit) => describeEdit(edit, wording))
  const groups = new Map<EditType, Edit[]>()
  for (const edit of edits) groups.set(edit.type, [...(groups.get(edit.type) ?? []), edit])
  return [...groups].flatMap(([type, list]) => {
    const words = kinds[type]
    if (!words) return list.slice(0, TOLD).map((edit) => describeEdit(edit, wording))
    return [list.length === 1 ? words[0] : words[1].replace('#', formatCount(list.length))]
  })
}
