const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const
const part = (at: number) => ({ namespace: `team-${at % 40}`, name: `service-${at}` })

/** Output of four scanners on one large cluster, each at least so many bytes long, as their tools indent it. */
export function generateScans(bytes: number): [name: string, text: string][] {
  return [
    ['trivy.json', grow(bytes, trivy)],
    ['kubescape.json', grow(bytes, kubescape)],
    ['report.sarif', grow(bytes, sarif)],
    ['bench.log', benchLog(bytes)],
  ]
}

/** So many entries that the report is long enough: told from the length of a hundred. */
function grow(bytes: number, make: (count: number) => object): string {
  const each = JSON.stringify(make(100), null, 2).length / 100
  return JSON.stringify(make(Math.ceil(bytes / each) + 100), null, 2)
}

const upTo = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at))

function trivy(count: number): object {
  return {
    ClusterName: 'large',
    Resources: upTo(count, (at) => ({
      Namespace: part(at).namespace,
      Kind: 'Deployment',
      Name: part(at).name,
      Results: [
        {
          Target: `Deployment/${part(at).name}`,
          Class: 'config',
          Type: 'kubernetes',
          MisconfSummary: { Successes: 0, Failures: 4 },
          Misconfigurations: upTo(4, (which) => ({
            Type: 'Kubernetes Security Check',
            ID: `KSV00${which + 1}`,
            AVDID: `AVD-KSV-000${which + 1}`,
            Title: 'A title of our own',
            Description: 'What this is about, said at the length that such reports have. '.repeat(3),
            Message: `Container of Deployment ${part(at).name} is not as it should be`,
            Resolution: 'Set the field.',
            Severity: SEVERITIES[which % 4],
            PrimaryURL: `https://example.invalid/ksv00${which + 1}`,
            Status: 'FAIL',
            CauseMetadata: { Provider: 'Kubernetes', StartLine: 12, EndLine: 30 },
          })),
        },
      ],
    })),
  }
}

function kubescape(count: number): object {
  const ids = upTo(24, (at) => `C-00${at + 10}`)
  return {
    summaryDetails: {
      controls: Object.fromEntries(
        ids.map((id) => [id, { name: 'A control', scoreFactor: 7, statusInfo: { status: 'failed' } }]),
      ),
    },
    results: upTo(count, (at) => ({
      resourceID: `path=${at}/api=apps/v1/${part(at).namespace}/Deployment/${part(at).name}`,
      controls: upTo(12, (which) => ({
        controlID: ids[(at + which) % ids.length],
        name: 'A control',
        status: { status: which % 3 === 0 ? 'failed' : 'passed' },
        rules: [
          {
            name: 'a-rule',
            status: which % 3 === 0 ? 'failed' : 'passed',
            paths: [{ failedPath: `spec.template.spec.containers[${which}].securityContext` }],
          },
        ],
      })),
    })),
  }
}

function sarif(count: number): object {
  const rules = upTo(30, (at) => ({ id: `KSV0${at + 10}`, shortDescription: { text: `Rule ${at}` } }))
  return {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Trivy', rules } },
        results: upTo(count, (at) => ({
          ruleId: rules[at % 30]?.id,
          ruleIndex: at % 30,
          level: at % 2 ? 'error' : 'warning',
          message: { text: `Type: kubernetes\nMessage: ${part(at).name} is not as it should be` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: {
                  uri: `${part(at).namespace}/${part(at).name}.yaml`,
                  uriBaseId: 'ROOTPATH',
                },
                region: { startLine: 12, startColumn: 1, endLine: 30, endColumn: 1 },
              },
            },
          ],
        })),
      },
    ],
  }
}

/** A log that every run was appended to. */
function benchLog(bytes: number): string {
  const run = (at: number) =>
    [
      `Initializing 2025-01-01T00:00:${String(at % 60).padStart(2, '0')}+00:00`,
      '',
      'Section A - Check results',
      '',
      ...upTo(110, (which) => [
        `[${which % 3 ? 'PASS' : 'WARN'}] 5.${which + 1} - A check of a container of docker (Automated)`,
        ...(which % 3 ? [] : [`[WARN]      * Container met: ${part(which).name}`]),
      ]).flat(),
      '',
      'Section C - Score',
      '',
      '[INFO] Checks: 110',
      '[INFO] Score: 0',
      '',
    ].join('\n')
  return upTo(Math.ceil(bytes / run(0).length), run).join('\n')
}
