import type { ScanBenchmark } from '@/lib/importers/scans/scan-extract'

/** The benchmark that each release of docker-bench-security says it follows. */
const followed: Readonly<Record<string, string>> = {
  'dbs-1.3.3': '1.1.0',
  'dbs-1.3.5': '1.2.0',
  'dbs-1.3.6': '1.4.0',
  'dbs-1.5.0': '1.5.0',
  'dbs-1.6.0': '1.6.0',
}

/** A numbering of the catalogue as the version of the benchmark that it follows. */
export function benchmarkOf(numbering: string): string {
  return followed[numbering] ?? numbering.replace(/^.*?(?=\d)/, '')
}

/** The Docker benchmark as docker-bench-security numbers it. `toolVersion` such as "1.6.0". */
export function dockerBenchmark(toolVersion: string | undefined): ScanBenchmark {
  const [major = 0, minor = 0, patch = 0] = (toolVersion ?? '').split('.').map(Number)
  const release = major * 10_000 + minor * 100 + patch
  const steps: [number, string][] = [
    [10_600, 'dbs-1.6.0'],
    [10_500, 'dbs-1.5.0'],
    [10_306, 'dbs-1.3.6'],
    [10_305, 'dbs-1.3.5'],
    [0, 'dbs-1.3.3'],
  ]
  const numbering = steps.find(([from]) => release >= from)?.[1]
  return {
    name: 'CIS Docker Benchmark',
    framework: 'cis-docker',
    // The script's development branch follows the benchmark's own numbers; before 1.3.3 those of its first version.
    numberings: release > 0 && release < 10_303 ? ['dbs-', 'aqua-cis-1.0'] : ['dbs-', 'CIS-'],
    ...(toolVersion && numbering ? { stated: numbering } : {}),
    numbersCount: true,
  }
}

const byEngine: Readonly<Record<string, string>> = {
  '1.0.0': 'aqua-cis-1.0',
  '1.1.0': 'aqua-cis-1.1',
  '1.2.0': 'aqua-cis-1.2',
  '1.13.0': 'aqua-cis-1.0',
  '17.06': 'aqua-cis-1.1',
  '18.09': 'aqua-cis-1.2',
  '20.10': 'aqua-cis-1.6.0',
}

/** The Docker benchmark as aquasecurity/docker-bench numbers it; `version` is a benchmark's or an engine's. */
export function aquaBenchmark(version: string | undefined): ScanBenchmark {
  const plain = version?.toLowerCase().replace(/^(?:aqua-)?(?:cis-)?v?/, '')
  return {
    name: 'CIS Docker Benchmark',
    framework: 'cis-docker',
    numberings: ['aqua-'],
    // A few quoted lines often fit several; these two are what courses and guides quote.
    likeliest: ['aqua-cis-1.2', 'aqua-cis-1.3.1'],
    ...(plain ? { stated: byEngine[plain] ?? `aqua-cis-${plain}` } : {}),
    numbersCount: true,
  }
}

/** The Kubernetes benchmark as kube-bench numbers it. Managed clusters have benchmarks of their own numbering. */
export function kubernetesBenchmark(version: string | undefined): ScanBenchmark {
  const managed = /^(?:eks|gke|aks|ack|ocp|rh|tkgi)|stig/i.test(version ?? '')
  const plain = /(\d+\.\d+)/.exec(version ?? '')?.[1]
  return {
    name: 'CIS Kubernetes Benchmark',
    framework: 'cis-kubernetes',
    numberings: ['cis-'],
    ...(plain && !managed ? { stated: `cis-${plain}` } : {}),
    numbersCount: !managed,
  }
}
