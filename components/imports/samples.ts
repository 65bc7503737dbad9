import type { Chosen } from '@/components/imports/drop-overlay'

/** A system to begin with, under public/samples. */
export type Sample = {
  folder: string
  title: string
  about: string
  platform: 'Docker' | 'Kubernetes'
  files: readonly string[]
}

/** Systems to begin with: readable sources of ours, each imported like files of your own. */
export const samples: readonly Sample[] = [
  {
    folder: 'shop',
    title: 'Shop',
    about: 'A small web shop: a proxy, two services, a database and a cache.',
    platform: 'Docker',
    files: ['compose.yaml'],
  },
  {
    folder: 'harbour',
    title: 'Harbour',
    about: 'A booking platform: twenty services on four networks.',
    platform: 'Docker',
    files: ['compose.yaml', 'notifier.env'],
  },
  {
    folder: 'web-app',
    title: 'Web application',
    about: 'A page, an API and a database, with the Dockerfiles they are built from.',
    platform: 'Docker',
    files: ['compose.yaml', 'api/Dockerfile', 'web/.dockerignore', 'web/Dockerfile'],
  },
  {
    folder: 'ci-runner',
    title: 'Build runner',
    about: 'A machine that builds images: a runner with the engine, a builder and a registry.',
    platform: 'Docker',
    files: ['compose.yaml', 'job.Dockerfile'],
  },
  {
    folder: 'swarm',
    title: 'Swarm stack',
    about: 'Services with replicas on several machines, joined by overlay networks.',
    platform: 'Docker',
    files: ['stack.yaml'],
  },
  {
    folder: 'bulkhead',
    title: 'Bulkhead',
    about: 'Bulkhead itself, as its own container runs it: how hardening shows.',
    platform: 'Docker',
    files: ['Dockerfile', 'compose.yaml'],
  },
  {
    folder: 'rke-course',
    title: 'Course cluster',
    about: 'One machine made with RKE that is control plane, etcd and worker, and an application on it.',
    platform: 'Kubernetes',
    files: ['cluster.yml', 'notes-app.yaml'],
  },
  {
    folder: 'kubeadm-ha',
    title: 'Hardened cluster',
    about: 'Three control planes made with kubeadm, and a namespace with restricted pods and traffic.',
    platform: 'Kubernetes',
    files: ['kubeadm-config.yaml', 'orders.yaml'],
  },
  {
    folder: 'managed-cluster',
    title: 'Managed cluster',
    about: 'A shop on a provider\u2019s cluster, with roles of the cloud and a database outside.',
    platform: 'Kubernetes',
    files: ['platform.yaml'],
  },
  {
    folder: 'gitops',
    title: 'GitOps',
    about: 'Argo CD with rights over the whole cluster, fed from a repository.',
    platform: 'Kubernetes',
    files: ['argocd.yaml'],
  },
  {
    folder: 'service-mesh',
    title: 'Service mesh',
    about: 'Three services of a bank behind a gateway, with encryption and policies of a mesh.',
    platform: 'Kubernetes',
    files: ['mesh.yaml'],
  },
  {
    folder: 'monitoring',
    title: 'Monitoring',
    about: 'Metrics and logs of a whole cluster, as a chart renders them: agents that see all of a node.',
    platform: 'Kubernetes',
    files: ['monitoring.yaml'],
  },
]

/** Platforms that there are samples for, in order. */
export const platforms = ['Docker', 'Kubernetes'] as const

/** The files of a sample, as if they had been dropped. */
export async function fetchSample({ folder, files }: Sample): Promise<Chosen> {
  const fetched = files.map(async (name) => {
    const response = await fetch(`/samples/${folder}/${name}`)
    if (!response.ok) throw new Error(`The sample ${folder}/${name} is not on the server.`)
    return { path: `${folder}/${name}`, file: new File([await response.blob()], name) }
  })
  return { files: await Promise.all(fetched), hasMore: false }
}
