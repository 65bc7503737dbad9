/** Which benchmark a set of titles is of, by the words that only one of them has. */
export function platformOf(titles: readonly string[]): 'docker' | 'kubernetes' | 'neither' {
  let docker = 0
  let kubernetes = 0
  for (const title of titles) {
    if (
      /\b(?:kube\w*|etcd|API server|controller.?manager|scheduler|RBAC|pods?|namespaces? |cluster\w*|CNI|admission|service account|PodSecurity\w*|master node|worker node|control plane)\b/i.test(
        title,
      )
    )
      kubernetes++
    if (
      /\b(?:docker\w*|containerd|swarm|dockerfiles?|container(?:'s)? (?:host|is|runtime|images?)|HEALTHCHECK|aufs|live restore|userland proxy|registr(?:y|ies)|cgroup|host's|sshd)\b/i.test(
        title,
      )
    )
      docker++
  }
  if (docker === 0 && kubernetes === 0)
    // A few quoted lines may name neither; a cluster's benchmark has no line on containers without one of its own words.
    return titles.some((title) => /\bcontainers?\b/i.test(title)) ? 'docker' : 'neither'
  return docker > kubernetes ? 'docker' : 'kubernetes'
}
