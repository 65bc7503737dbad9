import { aquaDockerBenchReader } from '@/lib/importers/scans/aqua-docker-bench/reader'
import { checkovReader } from '@/lib/importers/scans/checkov/reader'
import { dockerBenchSecurityReader } from '@/lib/importers/scans/docker-bench-security/reader'
import { dockleReader } from '@/lib/importers/scans/dockle/reader'
import { hadolintReader } from '@/lib/importers/scans/hadolint/reader'
import { kicsReader } from '@/lib/importers/scans/kics/reader'
import { kubeBenchReader } from '@/lib/importers/scans/kube-bench/reader'
import { kubeHunterReader } from '@/lib/importers/scans/kube-hunter/reader'
import { kubeLinterReader } from '@/lib/importers/scans/kube-linter/reader'
import { kubescapeReader } from '@/lib/importers/scans/kubescape/reader'
import { polarisReader } from '@/lib/importers/scans/polaris/reader'
import { policyReportReader } from '@/lib/importers/scans/policy-report/reader'
import { popeyeReader } from '@/lib/importers/scans/popeye/reader'
import { sarifReader } from '@/lib/importers/scans/sarif/reader'
import type { ScanReader } from '@/lib/importers/scans/scan-reader'
import { trivyReader } from '@/lib/importers/scans/trivy/reader'
import { trivyOperatorReader } from '@/lib/importers/scans/trivy-operator/reader'

/** Every scanner whose output Bulkhead reads. A new one is a folder with fixtures and a line here; the first that knows a file reads it. */
export const SCAN_READERS: readonly ScanReader[] = [
  sarifReader,
  trivyOperatorReader,
  policyReportReader,
  dockerBenchSecurityReader,
  kubeBenchReader,
  aquaDockerBenchReader,
  trivyReader,
  kubescapeReader,
  checkovReader,
  kubeLinterReader,
  polarisReader,
  kicsReader,
  kubeHunterReader,
  popeyeReader,
  dockleReader,
  hadolintReader,
]
