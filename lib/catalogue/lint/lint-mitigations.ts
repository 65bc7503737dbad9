import type { PackIndex } from '@/lib/catalogue/lint/pack-index'

/** Mitigations that name controls which are not there. */
export function lintMitigations(index: PackIndex): string[] {
  return index.pack.mitigations.flatMap(({ id, controls }) =>
    controls
      .filter((control) => !index.controlIds.has(control))
      .map((control) => `The mitigation ${id} names an unknown control, ${control}.`),
  )
}
