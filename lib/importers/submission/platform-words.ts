import { dropAccents } from '@/lib/importers/submission/stride-words'

const kubernetes =
  /\b(?:kubernetes|k8s|kube[\w-]*|kubelets?|kubectl|etcd|pods?|clusters?|control[ -]plane|api ?-?server|namespaces?|rbac|configmaps?|config maps?|deployments?|replicas?(?:ets?)?|daemonsets?|statefulsets?|cronjobs?|ingress|worker nodes?|nodes?|service ?accounts?|admission|helm|coredns|hpa|clusterrole\w*|rolebindings?|network ?polic(?:y|ies)|podsecurity\w*|aks|eks|gke|scheduler|cni|crds?|operators?)\b/gi
const docker =
  /\b(?:docker\w*|dockerfiles?|containers?|images?|registr(?:y|ies)|engine|daemon|deamon|compose|swarm|containerd|runc|docker\.sock|hub|volumes?|bind mounts?|layers?|contenedor(?:es)?|conteiner(?:es)?|imagen(?:es)?|imagem|imagens)\b/gi

/** How many words of either platform a text holds. Many words are used for both; Kubernetes has more of its own. */
export function platformWords(text: string): { docker: number; kubernetes: number } {
  const plain = dropAccents(text)
  return { docker: plain.match(docker)?.length ?? 0, kubernetes: plain.match(kubernetes)?.length ?? 0 }
}
