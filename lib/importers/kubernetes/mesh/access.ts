import type { Cluster } from '@/lib/importers/kubernetes/cluster'
import type { Barrier } from '@/lib/importers/kubernetes/connect-policies'
import { UNKNOWN_ACCOUNT, type WorkloadDigest } from '@/lib/importers/kubernetes/digests'
import type { Claims, Requests } from '@/lib/importers/kubernetes/mesh/claims'
import type { AccessPolicy, AccessRule, Source } from '@/lib/importers/kubernetes/mesh/mesh'
import { principalOf } from '@/lib/importers/kubernetes/mesh/read-source'
import { selectsAll } from '@/lib/importers/kubernetes/selector'
import { traffic } from '@/lib/importers/kubernetes/traffic'

const MAX_NAMED = 30

/** The policies of a mesh that decide who may call a workload. */
export class Access {
  private readonly byWorkload = new Map<string, AccessPolicy[]>()

  constructor(
    private readonly cluster: Cluster,
    private readonly policies: readonly AccessPolicy[],
  ) {
    for (const workload of cluster.workloads) {
      const found = policies.filter((policy) => cluster.mesh.covers(policy, workload))
      if (found.length > 0) this.byWorkload.set(workload.key, found)
    }
  }

  /** The policy that surely keeps one workload from another. */
  barrier(from: WorkloadDigest, to: WorkloadDigest): Barrier | undefined {
    const policies = this.byWorkload.get(to.key) ?? []
    const isKnown = this.cluster.mesh.isMeshed(from) !== false
    const denying = policies.find(
      ({ action, rules }) => action === 'deny' && rules.some((rule) => surelyMeans(rule, from, isKnown)),
    )
    if (denying) return denying.meta
    const allowing = policies.filter(({ action }) => action === 'allow')
    if (allowing.length === 0 || !coversPorts(allowing, to)) return undefined
    const isLetIn = allowing.some(({ rules }) => rules.some((rule) => mayMean(rule, from, isKnown)))
    return isLetIn ? undefined : allowing[0]?.meta
  }

  /** Draws flows from callers that policies name one by one: who is let in by name is meant to call. */
  connectNamed(isConnected: (from: string, to: string) => boolean): void {
    const { cluster } = this
    if (this.byWorkload.size === 0) return
    const byAccount = new Map<string, WorkloadDigest[]>()
    for (const workload of cluster.workloads) {
      const principal = principalOf(workload.namespace, workload.account.name)
      const others = byAccount.get(principal)
      if (others) others.push(workload)
      else byAccount.set(principal, [workload])
    }
    for (const to of cluster.workloads) {
      const rules = (this.byWorkload.get(to.key) ?? []).flatMap(({ action, rules }) =>
        action === 'allow' ? rules : [],
      )
      const named = rules.flatMap(({ sources, place }) =>
        sources.flatMap(({ principals = [] }) => principals.map((principal) => ({ principal, place }))),
      )
      for (const { principal, place } of named.slice(0, MAX_NAMED)) {
        for (const from of (byAccount.get(principal) ?? []).slice(0, MAX_NAMED)) {
          if (from.key === to.key || isConnected(from.key, to.key)) continue
          cluster.out.flow({
            key: cluster.flowKey('call', from.key, to.key),
            type: traffic(
              to,
              to.ports.map(({ number, name }) => ({ port: number, isUdp: false, ...(name && { name }) })),
            ),
            from: from.key,
            to: to.key,
            place,
          })
        }
      }
    }
  }

  /** States which workloads let only some in, and which flows have callers that prove who they are. */
  state(requests: readonly Requests[], claims: Claims): void {
    const { out, workloads } = this.cluster
    for (const workload of workloads) {
      const { key } = workload
      const by = out.factOf(key, 'ingressRestricted') ? undefined : this.restricting(workload)
      if (by) claims.state(key, 'ingressRestricted', true, by)
    }
    for (const { flow, to } of requests) {
      const found = to.map((workload) => this.identifying(workload))
      const [by] = found
      if (!by || !found.every((policy) => policy !== undefined)) continue
      claims.state(flow.key, 'authenticated', true, by)
      if (!found.every(({ isMutual }) => isMutual)) continue
      claims.state(flow.key, 'encrypted', true, by)
      claims.state(flow.key, 'mutualAuth', true, by)
    }
    this.listSilent(claims)
  }

  // What keeps some callers out of a whole workload, whatever they ask for.
  private restricting(workload: WorkloadDigest): AccessPolicy | undefined {
    const policies = this.byWorkload.get(workload.key) ?? []
    const denying = policies.find(
      ({ action, rules }) =>
        action === 'deny' && rules.some((rule) => !rule.isPartial && rule.sources.length === 0),
    )
    if (denying) return denying
    const allowing = policies.filter(({ action }) => action === 'allow')
    if (!coversPorts(allowing, workload)) return undefined
    if (allowing.some(({ rules }) => rules.some(isForAnybody))) return undefined
    // What is for this workload alone says more than what is for all, and a rule of nobody more than one of some.
    const width = ({ selector, rules }: AccessPolicy) =>
      (selectsAll(selector) ? 2 : 0) + Math.min(rules.length, 1)
    return allowing.toSorted((a, b) => width(a) - width(b))[0]
  }

  // What lets in only callers that prove an identity.
  private identifying(workload: WorkloadDigest): AccessPolicy | undefined {
    const policies = this.byWorkload.get(workload.key) ?? []
    const denying = policies.find(
      ({ action, rules }) =>
        action === 'deny' &&
        rules.some(
          ({ isPartial, sources }) =>
            !isPartial && sources.some(({ isStranger, ...source }) => isStranger && isPlain(source)),
        ),
    )
    if (denying) return denying
    const allowing = policies.filter(({ action }) => action === 'allow')
    if (!coversPorts(allowing, workload)) return undefined
    const rules = allowing.flatMap((policy) => policy.rules)
    if (rules.length === 0 || !rules.every(demandsIdentity)) return undefined
    return allowing.find((policy) => policy.rules.length > 0)
  }

  // Every policy is the source of a fact or has a reason why not; one of Linkerd may be for several Servers.
  private listSilent(claims: Claims): void {
    const done = new Set<string>()
    const used = new Set([...this.byWorkload.values()].flat().map(({ meta }) => meta.key))
    for (const { meta, action, rules } of this.policies) {
      if (claims.hasSpoken(meta) || done.has(meta.key)) continue
      done.add(meta.key)
      this.cluster.skip(meta, whySilent(used.has(meta.key), action, rules))
    }
  }
}

function whySilent(isUsed: boolean, action: AccessPolicy['action'], rules: readonly AccessRule[]): string {
  if (!isUsed) return 'It is for no workload of these files that is in the mesh.'
  if (action === 'deny') return 'It refuses some requests, and lets through whoever else calls.'
  return rules.some(isForAnybody)
    ? 'It lets everybody through, at least to some paths or ports.'
    : 'What it says of callers stands with other policies of the same workloads, or no data flow goes to them.'
}

function coversPorts(policies: readonly AccessPolicy[], { ports }: WorkloadDigest): boolean {
  if (policies.length === 0) return false
  if (policies.some((policy) => policy.ports === undefined)) return true
  const named = new Set(policies.flatMap((policy) => policy.ports ?? []))
  return ports.every(({ number, name }) => named.has(number) || (name !== undefined && named.has(name)))
}

type Plain = Omit<Source, 'isStranger'>

/** Nothing but whom it leaves out says whom it means. */
function isPlain({ principals, namespaces, isByToken }: Plain): boolean {
  return !principals && !namespaces && !isByToken
}

function isForAnybody({ sources, demandsIdentity: demands }: AccessRule): boolean {
  if (demands) return false
  return sources.length === 0 || sources.some((source) => isWide(source) && !source.isNarrowed)
}

function isWide(source: Source): boolean {
  return (
    isPlain(source) || source.principals?.includes('*') === true || source.namespaces?.includes('*') === true
  )
}

function demandsIdentity({ sources, demandsIdentity: demands }: AccessRule): boolean {
  return demands || (sources.length > 0 && sources.every((source) => !isPlain(source)))
}

function mayMean({ sources }: AccessRule, from: WorkloadDigest, isKnown: boolean): boolean {
  return sources.length === 0 || sources.some((source) => fits(source, from, isKnown))
}

function surelyMeans({ sources, isPartial }: AccessRule, from: WorkloadDigest, isKnown: boolean): boolean {
  if (isPartial) return false
  return (
    sources.length === 0 ||
    sources.some(
      (source) =>
        !isPlain(source) &&
        !source.isByToken &&
        !source.isNarrowed &&
        !(source.principals && isUnknown(from)) &&
        fits(source, from, isKnown),
    )
  )
}

function fits({ principals, namespaces }: Source, from: WorkloadDigest, isKnown: boolean): boolean {
  if ((principals ?? namespaces) && !isKnown) return false
  const identity = principalOf(from.namespace, from.account.name)
  return (
    (!principals || isUnknown(from) || principals.some((pattern) => matches(pattern, identity))) &&
    (!namespaces || namespaces.some((pattern) => matches(pattern, from.namespace)))
  )
}

// Who runs it decides under which account: it may be any.
function isUnknown({ account }: WorkloadDigest): boolean {
  return account.name === UNKNOWN_ACCOUNT
}

function matches(pattern: string, text: string): boolean {
  if (pattern.startsWith('*')) return text.endsWith(pattern.slice(1))
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : pattern === text
}
