import type { Change } from '@/lib/testing/scanners/manifests'

/**
 * One weakness of a pod as the tests of scanners know it: the rules that report it, changes that bring it about, and
 * changes that look alike but do not. `in: 'pod'`: it belongs to the whole pod, so it is tried once and not per container.
 */
export type PodCase = {
  rules: readonly string[]
  in: 'pod' | 'container'
  bad: readonly Change[]
  good?: readonly Change[]
}
