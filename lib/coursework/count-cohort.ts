import type { CohortView } from '@/lib/coursework/views'
import type { Submission } from '@/lib/importers/submission/submission'

/** Components that the exercise is about; what nobody chose of them is worth a lesson. */
const EXPECTED = [
  'docker-client',
  'docker-host',
  'docker-daemon',
  'container',
  'image',
  'registry',
  'docker-volume',
  'bridge-network',
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'etcd',
  'kubelet',
  'kube-proxy',
  'pod',
  'node',
]

type Counts = Pick<CohortView, 'categories' | 'components' | 'missed' | 'findings'>

/** Counts what texts chose, one after the other: each text counts once for each category, component and check. */
export function countCohort(): { add: (reading: Submission) => void; result: () => Counts } {
  const categories = new Map<string, { docker: number; kubernetes: number }>()
  const components = new Map<string, number>()
  const findings = new Map<string, number>()
  const countUp = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  return {
    add: ({ threats, findings: found }) => {
      for (const platform of ['docker', 'kubernetes'] as const) {
        const own = threats.filter((threat) => threat.platform === platform)
        for (const letter of new Set(own.flatMap((threat) => threat.categories))) {
          const before = categories.get(letter) ?? { docker: 0, kubernetes: 0 }
          categories.set(letter, { ...before, [platform]: before[platform] + 1 })
        }
      }
      for (const component of new Set(threats.flatMap((threat) => threat.component ?? [])))
        countUp(components, component)
      for (const key of new Set(found.flatMap((finding) => finding.key ?? []))) countUp(findings, key)
    },
    result: () => ({
      categories: [...'STRIDE'].map((letter) => ({
        letter,
        ...(categories.get(letter) ?? { docker: 0, kubernetes: 0 }),
      })),
      components: [...components]
        .map(([component, count]) => ({ component, count }))
        .sort((a, b) => b.count - a.count || (a.component < b.component ? -1 : 1)),
      missed: EXPECTED.filter((component) => !components.has(component)),
      findings: [...findings]
        .map(([key, count]) => ({ key, count }))
        .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
    }),
  }
}
