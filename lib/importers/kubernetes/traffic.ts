import type { ServiceDigest, WorkloadDigest } from '@/lib/importers/kubernetes/digests'
import { trafficByPorts } from '@/lib/importers/kubernetes/services'

const stores = new Set(['database', 'cache', 'queue', 'search'])
const web = new Set(['web', 'proxy', 'admin-console', 'monitoring'])

/** The type of traffic to a workload: by what it is, else by the ports of the service in front of it. */
export function traffic({ kind, isCollector }: WorkloadDigest, ports: ServiceDigest['ports']): string {
  if (isCollector) return 'flow-log'
  if (kind && stores.has(kind)) return 'flow-db'
  if (kind && web.has(kind)) return 'flow-http'
  return trafficByPorts(ports)
}
