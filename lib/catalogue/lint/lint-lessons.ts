import type { Lesson } from '@/lib/catalogue/entries'
import { valueMisfit } from '@/lib/catalogue/lint/fits-attribute'
import { hasAttribute, type PackIndex } from '@/lib/catalogue/lint/pack-index'

/** Lessons of checks that are not there, on types that are not there, or of values that an attribute cannot have. */
export function lintLessons(index: PackIndex): string[] {
  return (index.pack.lessons ?? []).flatMap((lesson) => [
    ...lesson.keys
      .filter((key) => /^(?:docker|k8s):/.test(key) && !index.controlIds.has(key))
      .map((key) => `The lesson ${lesson.id} is of an unknown control, ${key}.`),
    ...lesson.on
      .filter((type) => !index.componentTypeIds.has(type))
      .map((type) => `The lesson ${lesson.id} is on an unknown type, ${type}.`),
    ...lintValues(index, lesson),
  ])
}

function lintValues(index: PackIndex, { id, on, attribute, pass, fail }: Lesson): string[] {
  if (attribute === undefined)
    return pass === undefined && fail === undefined
      ? []
      : [`The lesson ${id} has a value, but names no attribute.`]
  const known = index.attributes.get(attribute)
  if (!known) return [`The lesson ${id} teaches an unknown attribute, ${attribute}.`]
  if (pass === undefined && fail === undefined)
    return [`The lesson ${id} names the attribute ${attribute}, but no value of it.`]
  return [
    ...on
      .filter((type) => index.componentTypeIds.has(type) && !hasAttribute(index, type, attribute))
      .map((type) => `The lesson ${id} teaches ${attribute}, which ${type} does not have.`),
    ...[pass, fail].flatMap((value) => {
      const misfit = value === undefined ? undefined : valueMisfit(known, value)
      return misfit ? [`A value of the lesson ${id} does not fit ${attribute}: ${misfit}.`] : []
    }),
  ]
}
