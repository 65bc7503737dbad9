import type { Place } from '@/lib/importers/kubernetes/object'

/** A rule of a role, in lower case. */
export type Rule = { verbs: string[]; resources: string[]; groups: string[]; isNamed: boolean; place: Place }

export type RightFact = {
  attribute:
    | 'fullAccess'
    | 'wildcards'
    | 'readsSecrets'
    | 'writesSecrets'
    | 'createsPods'
    | 'createsWorkloads'
    | 'canExec'
    | 'portForwards'
    | 'impersonates'
    | 'escalates'
    | 'nodesProxy'
    | 'approvesCsr'
    | 'editsWebhooks'
    | 'createsTokens'
    | 'deletesEvents'
    | 'deletesMany'
    | 'createsPV'
    | 'writesConfigMaps'
    | 'editsNetwork'
    | 'writes'
  value: true | string[]
  place: Place
}

const READ = ['get', 'list', 'watch']
const WRITE = ['create', 'update', 'patch', 'delete', 'deletecollection']
// Deleting one by one does what deleting many at once does.
const EVERY = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']
const REMOVE = ['delete', 'deletecollection']
const CORE = ['']
const RBAC = ['rbac.authorization.k8s.io']
const APPS = ['apps', 'batch', 'extensions', '']

type Test = {
  attribute: RightFact['attribute']
  verbs: string[]
  resources: string[]
  groups: string[]
  ifNamed?: string[]
}

const TESTS: readonly Test[] = [
  // A rule for named secrets reads just those; with list or watch it reads all the same.
  {
    attribute: 'readsSecrets',
    verbs: READ,
    resources: ['secrets'],
    groups: CORE,
    ifNamed: ['list', 'watch'],
  },
  { attribute: 'writesSecrets', verbs: WRITE, resources: ['secrets'], groups: CORE },
  { attribute: 'createsPods', verbs: ['create'], resources: ['pods'], groups: CORE },
  {
    attribute: 'createsWorkloads',
    verbs: ['create', 'update', 'patch'],
    resources: [
      'deployments',
      'daemonsets',
      'statefulsets',
      'replicasets',
      'replicationcontrollers',
      'jobs',
      'cronjobs',
    ],
    groups: APPS,
  },
  { attribute: 'canExec', verbs: ['create', 'get'], resources: ['pods/exec', 'pods/attach'], groups: CORE },
  { attribute: 'portForwards', verbs: ['create', 'get'], resources: ['pods/portforward'], groups: CORE },
  {
    attribute: 'impersonates',
    verbs: ['impersonate'],
    resources: ['users', 'groups', 'serviceaccounts'],
    groups: CORE,
  },
  {
    attribute: 'impersonates',
    verbs: ['impersonate'],
    resources: ['uids', 'userextras/scopes'],
    groups: ['authentication.k8s.io'],
  },
  // Bindings are no object of these verbs, yet whoever writes so means to give rights away.
  {
    attribute: 'escalates',
    verbs: ['bind', 'escalate'],
    resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'],
    groups: RBAC,
  },
  {
    attribute: 'escalates',
    verbs: ['create', 'update', 'patch'],
    resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'],
    groups: RBAC,
  },
  {
    attribute: 'nodesProxy',
    verbs: ['get', 'create', 'update', 'patch', 'delete'],
    resources: ['nodes/proxy'],
    groups: CORE,
  },
  {
    attribute: 'approvesCsr',
    verbs: ['update', 'patch', 'approve'],
    resources: ['certificatesigningrequests/approval', 'signers'],
    groups: ['certificates.k8s.io'],
  },
  {
    attribute: 'editsWebhooks',
    verbs: WRITE,
    resources: [
      'validatingwebhookconfigurations',
      'mutatingwebhookconfigurations',
      'validatingadmissionpolicies',
      'validatingadmissionpolicybindings',
      'mutatingadmissionpolicies',
      'mutatingadmissionpolicybindings',
    ],
    groups: ['admissionregistration.k8s.io'],
  },
  { attribute: 'createsTokens', verbs: ['create'], resources: ['serviceaccounts/token'], groups: CORE },
  {
    attribute: 'deletesEvents',
    verbs: REMOVE,
    resources: ['events', 'pods/log'],
    groups: ['', 'events.k8s.io'],
  },
  {
    attribute: 'deletesMany',
    verbs: REMOVE,
    resources: [
      'namespaces',
      'pods',
      'deployments',
      'statefulsets',
      'persistentvolumeclaims',
      'persistentvolumes',
    ],
    groups: APPS,
  },
  { attribute: 'createsPV', verbs: ['create'], resources: ['persistentvolumes'], groups: CORE },
  { attribute: 'writesConfigMaps', verbs: WRITE, resources: ['configmaps'], groups: CORE },
  {
    attribute: 'editsNetwork',
    verbs: WRITE,
    resources: ['networkpolicies', 'services', 'endpoints', 'endpointslices', 'ingresses'],
    groups: ['', 'networking.k8s.io', 'discovery.k8s.io', 'extensions'],
  },
]

/** What the rules of a role grant, each right with the rule that grants it first. */
export function rightsOf(rules: readonly Rule[]): RightFact[] {
  const facts: RightFact[] = []
  const wildcards: string[] = []
  let wildPlace: Place | undefined
  const done = new Set<string>()
  const grant = (attribute: RightFact['attribute'], place: Place) => {
    if (done.has(attribute)) return
    done.add(attribute)
    facts.push({ attribute, value: true, place })
  }
  for (const rule of rules) {
    for (const [part, list] of [
      ['groups', rule.groups],
      ['resources', rule.resources],
      ['verbs', rule.verbs],
    ] as const) {
      if (!list.includes('*') || wildcards.includes(part)) continue
      wildcards.push(part)
      wildPlace ??= rule.place
    }
    const isEvery = rule.verbs.includes('*') || EVERY.every((verb) => rule.verbs.includes(verb))
    if (isEvery && rule.resources.includes('*') && rule.groups.includes('*')) grant('fullAccess', rule.place)
    if (rule.resources.length > 0 && rule.verbs.some((verb) => verb === '*' || WRITE.includes(verb)))
      grant('writes', rule.place)
    for (const test of TESTS)
      if (!done.has(test.attribute) && grants(rule, test)) grant(test.attribute, rule.place)
  }
  if (wildPlace) facts.push({ attribute: 'wildcards', value: wildcards.sort(), place: wildPlace })
  return facts
}

function grants(rule: Rule, { verbs, resources, groups, ifNamed }: Test): boolean {
  if (!rule.groups.includes('*') && !groups.some((group) => rule.groups.includes(group))) return false
  const wanted = rule.isNamed && ifNamed ? ifNamed : verbs
  if (!rule.verbs.includes('*') && !wanted.some((verb) => rule.verbs.includes(verb))) return false
  return rule.resources.some(
    (given) =>
      given === '*' ||
      resources.includes(given) ||
      // pods/* stands for every part of a pod, */scale for one part of everything.
      (given.includes('*') && resources.some((resource) => matchesPart(given, resource))),
  )
}

function matchesPart(given: string, resource: string): boolean {
  const [of = '', part] = given.split('/')
  const [resourceOf = '', resourcePart] = resource.split('/')
  if (part === undefined || resourcePart === undefined) return false
  return (of === '*' || of === resourceOf) && (part === '*' || part === resourcePart)
}
