import { EXERCISE } from '@/lib/coursework/exercise'
import type { CheckRule } from '@/lib/coursework/rubric/check-rule'
import { type Rubric, type RubricCriterion, specificationLevels } from '@/lib/coursework/rubric/rubric'

const ruleOf = (id: string): CheckRule => {
  const found = EXERCISE.find((one) => one.id === id)
  if (!found) throw new Error(`The exercise has no check ${id}.`)
  return found.check
}

const criterion = (id: string, title: string, help: string, checks: CheckRule[] = []): RubricCriterion => ({
  id,
  title,
  help,
  levels: specificationLevels(),
  checks,
})

const testPlan = {
  name: 'hardening-test-plan',
  also: ['test-plan', 'hardening-plan', 'hardening_testplan', 'testplan'],
}
const incident = {
  name: 'incident-response-report',
  also: ['incident-report', 'incident', 'post-mortem', 'security-incident-report', 'irr'],
}

/** What a new assignment starts as: the hardened-microservices exercise, in our own words. */
export const HARDENING_TEMPLATE: { name: string; instructions: string; rubric: Rubric } = {
  name: 'Hardened microservices environment',
  instructions:
    'Hand in one text with three parts. First, five threats to the parts of Docker: the client, the host, the daemon, images, containers, registries, volumes or networks. Second, five threats to the parts of Kubernetes: its control plane, etcd and its workers. Name the STRIDE category of each threat, what is attacked and what would be done about it. Third, three failed checks of a Docker benchmark run that you chose to harden because one of your Docker threats rests on them; at least one of them is a check other than the memory limit, the restart policy and privileged exec. Say for each how it was hardened and whether it passes now. Files for the other criteria go into the same archive.',
  rubric: {
    scale: 'specification',
    criteria: [
      criterion(
        'diagram',
        'An architecture diagram with boundaries and data flows',
        'The host, the cluster, a service and the Docker daemon are drawn, boundaries as lines and data flows as arrows.',
        [
          {
            kind: 'files',
            files: [
              {
                name: 'architecture-diagram',
                also: ['diagram', 'architecture', 'threat-model-diagram', 'dfd', 'data-flow-diagram'],
              },
            ],
          },
        ],
      ),
      criterion(
        'docker-surfaces',
        'Five different attack surfaces of Docker',
        'Each threat names what of Docker is attacked, and no two name the same.',
        [ruleOf('docker_at_least_five'), ruleOf('docker_surfaces_distinct')],
      ),
      criterion(
        'kubernetes-surfaces',
        'Five different attack surfaces of Kubernetes',
        'They are spread over the control plane, etcd and the workers.',
        [
          ruleOf('kubernetes_at_least_five'),
          ruleOf('kubernetes_surfaces_distinct'),
          ruleOf('kubernetes_parts_covered'),
        ],
      ),
      criterion('categories', 'Each surface has a STRIDE category', 'Several surfaces may share one.', [
        ruleOf('each_threat_has_category'),
      ]),
      criterion(
        'first-run',
        'The first Docker benchmark run is shown with every failed check',
        'The output, or its summary and the list of failures.',
        [{ kind: 'run', tool: 'docker-bench' }],
      ),
      criterion(
        'findings',
        'Three failed checks confirm three of the Docker surfaces',
        'Each one says which threat it belongs to.',
        [ruleOf('three_findings'), ruleOf('findings_linked_to_threats')],
      ),
      criterion(
        'own-finding',
        'One check is none of the three that the exercise names',
        'Judged by what the check asks, because numbers move between releases of the benchmark.',
        [ruleOf('one_finding_outside_by_meaning')],
      ),
      criterion(
        'rerun',
        'A second run shows the three checks as passed',
        'The text says so, or the output of both runs is in the bundle.',
        [ruleOf('findings_fixed')],
      ),
      criterion(
        'cluster-bench',
        'The same for a benchmark of the cluster',
        'Findings, what was changed, and a run before and after.',
        [{ kind: 'rerun', tool: 'kube-bench', atLeast: 1 }],
      ),
      criterion(
        'test-plan',
        'A plan for testing the hardening, of 200 words or more',
        'It says what is tested, how, and what counts as passed.',
        [{ kind: 'words', atLeast: 200, file: testPlan }],
      ),
      criterion(
        'application',
        'The application is scanned and one weakness of it is fixed',
        'The scan of the image before and after, and the change.',
      ),
      criterion('alerts', 'Runtime alerts are set up and shown to fire', 'A rule, the event, and the alert.'),
      criterion(
        'incident',
        'An incident report with all six parts',
        'Summary, what happened when, what was affected, cause, response, and what was learnt.',
        [
          {
            kind: 'headings',
            file: incident,
            headings: [
              'summary|overview|background',
              'timeline|what happened|incident',
              'impact|affected|scope',
              'cause|root',
              'response|mitigation|resolution|containment',
              'learn|lesson|prevention|recommendation',
            ],
          },
        ],
      ),
    ],
  },
}
