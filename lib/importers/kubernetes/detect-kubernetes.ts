import type { InputFile } from '@/lib/importers/extract'
import { isKustomization } from '@/lib/importers/kubernetes/kustomize'
import { withoutComments } from '@/lib/importers/yaml/json-stream'

const version = /^\uFEFF?[ \t]*["']?apiVersion["']?[ \t]*:/m
const kind = /^\uFEFF?[ \t]*(?:- )?["']?kind["']?[ \t]*:/m
const jsonObject = /^\uFEFF?\s*[{[]/
const jsonKind = /"kind"\s*:\s*"/
const jsonVersion = /"apiVersion"\s*:\s*"/

/** Whether a file holds Kubernetes objects or the configuration of a cluster, by its content. */
export function detectKubernetes({ path, text }: InputFile): 'yes' | 'maybe' | 'no' {
  const found = byContent(text)
  // It needs neither version nor kind, and tells which files are the base of others.
  return found === 'no' && isKustomization(path) ? 'maybe' : found
}

function byContent(text: string): 'yes' | 'no' {
  // Comments before an object of JSON say nothing of it.
  const isCommented = /^\s*(?:#|\/\/)/.test(text)
  const bare = isCommented ? withoutComments(text) : text
  const isJson = jsonObject.test(bare) && !/^\uFEFF?\s*\{\{/.test(bare)
  if (isJson && jsonKind.test(text) && jsonVersion.test(text)) return 'yes'
  if (isJson && !isCommented) return 'no'
  if (version.test(text) && kind.test(text)) return 'yes'
  return isClusterFile(text) ? 'yes' : 'no'
}

/** Files that set up a whole cluster and name no kind. */
export function isClusterFile(text: string): boolean {
  return isRkeConfig(text) || DISTRIBUTION.test(text)
}

/** Settings that stand in the config.yaml of RKE2 and K3s and nowhere else; each may end in `+`, to add to another file. */
const DISTRIBUTION =
  /^["']?(?:kubelet-arg|kube-proxy-arg|etcd-arg|kube-(?:apiserver|controller-manager|scheduler|cloud-controller-manager)-arg|secrets-encryption|write-kubeconfig-mode|protect-kernel-defaults|flannel-backend|datastore-endpoint|etcd-expose-metrics|node-taint)\+?["']?[ \t]*:/m

/** RKE's cluster.yml has neither version nor kind, but always nodes with roles. */
export function isRkeConfig(text: string): boolean {
  if (!/^nodes[ \t]*:/m.test(text)) return false
  const hasRoles = /^[ \t]+(?:- )?role[ \t]*:/m.test(text)
  const hasServices = /^[ \t]+(?:kube-api|kube-controller|kubelet|kubeproxy|scheduler|etcd)[ \t]*:/m.test(
    text,
  )
  return (
    hasRoles &&
    (hasServices || /^(kubernetes_version|cluster_name|ssh_key_path|rancher_kubernetes)/m.test(text))
  )
}
