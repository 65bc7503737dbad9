import type { Mitigation } from '@/lib/catalogue/entries'

type Snippet = Mitigation['snippets'][number]

const kinds: Record<Snippet['kind'], string> = {
  compose: 'Compose',
  'daemon.json': 'daemon.json',
  dockerfile: 'Dockerfile',
  kubernetes: 'Kubernetes',
  command: 'Command',
  config: 'Configuration',
}

/** What stands above a snippet: "Kubernetes: In a pod". */
export function snippetLabel({ kind, label }: Pick<Snippet, 'kind' | 'label'>): string {
  return label ? `${kinds[kind]}: ${label}` : kinds[kind]
}
