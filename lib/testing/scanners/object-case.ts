/**
 * One weakness of objects beside workloads as the tests of scanners know it: rules that report it, manifests that have it
 * and manifests that do not. `whole`: what is missing counts only once somebody says that nothing else is in the namespace.
 */
export type ObjectCase = {
  rules: readonly string[]
  bad: readonly string[]
  good: readonly string[]
  whole?: true
}
