import type { Test } from '@/lib/catalogue/condition'
import type { Attribute } from '@/lib/catalogue/entries'
import type { FactValue } from '@/lib/model/fact'

/** Why a value cannot be one of this attribute; undefined when it can. Unknown (null) always can. */
export function valueMisfit(attribute: Attribute, value: FactValue): string | undefined {
  if (value === null) return undefined
  switch (attribute.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'it is true or false'
    case 'number':
      return typeof value === 'number' ? undefined : 'it is a number'
    case 'list':
      return Array.isArray(value) ? undefined : 'it is a list'
    case 'enum':
      return typeof value === 'string' && attribute.values?.includes(value)
        ? undefined
        : `its values are ${attribute.values?.join(', ')}`
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number' ? undefined : 'it is an amount or "none"'
    case 'text':
      return typeof value === 'string' ? undefined : 'it is text'
  }
}

/** Why a test can never be meant for this attribute; undefined when it can. */
export function testMisfit(attribute: Attribute, test: Test): string | undefined {
  if (typeof test !== 'object') {
    return attribute.type === 'list'
      ? 'a list is tested by hasAny, hasAll or isEmpty'
      : valueMisfit(attribute, test)
  }
  if ('in' in test || 'notIn' in test) {
    const values = 'in' in test ? test.in : test.notIn
    if (attribute.type === 'list') return 'a list is tested by hasAny, hasAll or isEmpty'
    if (new Set(values).size < values.length) return 'it names a value twice'
    return values.map((value) => valueMisfit(attribute, value)).find((misfit) => misfit !== undefined)
  }
  if ('below' in test || 'atLeast' in test) {
    return attribute.type === 'number' ? undefined : 'only a number is tested by below or atLeast'
  }
  return attribute.type === 'list' ? undefined : 'only a list is tested by hasAny, hasAll or isEmpty'
}
