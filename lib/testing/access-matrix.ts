import type { EditOf, EditType } from '@/lib/model/change'
import type { OwnThreat } from '@/lib/model/judgement'
import type { ThreatModel } from '@/lib/model/threat-model'
import { buildComponent, buildFlow, buildModel } from '@/lib/testing/build-model'

// Who may do what, spelled out for everything that a browser can reach. A new route, page, action or edit type fails
// access-matrix.test.ts by its name until it has a line here.

/** In this order: owner, editor, reviewer and viewer of the workspace, the owner of another one, nobody signed in. */
export const callers = ['owner', 'editor', 'reviewer', 'viewer', 'other', 'nobody'] as const
export type Caller = (typeof callers)[number]

/**
 * What a caller gets. `ok`: it is done. `passes`: let through, whatever comes of it. `open`: asks nothing of anybody.
 * `elsewhere`: let in; who may go on is said by the tests of the use case, whose resources are not made here. Else the code
 * of the problem.
 */
export type Expected = 'ok' | 'passes' | 'open' | 'elsewhere' | 'forbidden' | 'not-found' | 'not-signed-in'
export type Answers = readonly [Expected, Expected, Expected, Expected, Expected, Expected]

/** On something of the workspace: strangers get the answer of what does not exist. */
const readers: Answers = ['ok', 'ok', 'ok', 'ok', 'not-found', 'not-signed-in']
const judges: Answers = ['ok', 'ok', 'ok', 'forbidden', 'not-found', 'not-signed-in']
const editors: Answers = ['ok', 'ok', 'forbidden', 'forbidden', 'not-found', 'not-signed-in']
const owners: Answers = ['ok', 'forbidden', 'forbidden', 'forbidden', 'not-found', 'not-signed-in']
/** The thread that reads files may not be built where tests run. */
const importers: Answers = ['passes', 'passes', 'forbidden', 'forbidden', 'not-found', 'not-signed-in']
/** On one's own workspace or account: a stranger does it to theirs. */
const membersHere: Answers = ['ok', 'ok', 'ok', 'ok', 'ok', 'not-signed-in']
const editorsHere: Answers = ['ok', 'ok', 'forbidden', 'forbidden', 'ok', 'not-signed-in']
const ownersHere: Answers = ['ok', 'forbidden', 'forbidden', 'forbidden', 'ok', 'not-signed-in']
const elsewhere: Answers = ['elsewhere', 'elsewhere', 'elsewhere', 'elsewhere', 'elsewhere', 'not-signed-in']
const anybody: Answers = ['open', 'open', 'open', 'open', 'open', 'open']

/** What there is to act on, fresh for every caller: a model with a component and a version, and one in the bin. */
export type Fixture = {
  modelId: string
  binnedId: string
  versionId: string
  invitationId: string
  /** Another member of the workspace: a viewer. */
  memberId: string
  packHash: string
  /** The caller's own: sessions and workspaces of nobody else may be named. */
  own: { sessionId: string; workspaceId: string }
}

export type RouteLine = {
  answers: Answers
  params?: (of: Fixture) => Record<string, string | string[]>
  query?: string
  body?: (of: Fixture) => unknown
  /** Signs somebody out, or takes them elsewhere: the next line begins with other people. */
  changesPeople?: true
}

const model = (of: Fixture) => ({ id: of.modelId })
const name = 'Access'
const edit = { type: 'set-meta', field: 'owner', value: 'Ann', was: null }
const compose = [{ path: 'compose.yaml', text: 'services: { web: { image: "nginx:1.27" } }\n' }]

/** Route handlers: "METHOD address", as the folder of app/ says it. */
export const routes: Record<string, RouteLine> = {
  'GET /api/health': { answers: anybody },
  'GET /api/auth/[...all]': { answers: anybody, params: () => ({ all: ['get-session'] }) },
  'POST /api/auth/[...all]': {
    answers: anybody,
    params: () => ({ all: ['sign-out'] }),
    body: () => ({}),
    changesPeople: true,
  },
  'GET /catalogue/[file]': { answers: anybody, params: (of) => ({ file: `${of.packHash}.json` }) },
  'GET /api/models': { answers: membersHere },
  'POST /api/models': { answers: editorsHere, body: () => ({ name, from: { kind: 'empty' } }) },
  'GET /api/models/[id]': { answers: readers, params: model },
  'GET /api/models/[id]/changes': { answers: readers, params: model, query: 'since=1&tab=t1' },
  // Each edit is asked for by itself: see `edits`.
  'POST /api/models/[id]/changes': {
    answers: readers,
    params: model,
    body: () => ({ base: 1, changes: [{ id: 'c1', label: name, atomic: true, edits: [edit] }] }),
  },
  'POST /api/models/[id]/imports': { answers: importers, params: model, body: () => ({ files: compose }) },
  'GET /api/catalogue/own': { answers: elsewhere },
  'GET /api/coursework/[assignmentId]/feedback': {
    answers: elsewhere,
    params: () => ({ assignmentId: 'none' }),
  },
  'GET /api/coursework/[assignmentId]/marks': {
    answers: elsewhere,
    params: () => ({ assignmentId: 'none' }),
  },
  'GET /api/models/[id]/evidence/[fileId]': {
    answers: elsewhere,
    params: () => ({ id: 'none', fileId: 'none' }),
  },
  'DELETE /api/models/[id]/evidence/[fileId]': {
    answers: elsewhere,
    params: () => ({ id: 'none', fileId: 'none' }),
  },
  'POST /api/models/[id]/evidence': { answers: elsewhere, params: () => ({ id: 'none' }), body: () => ({}) },
  'GET /api/models/[id]/scans/[runId]': { answers: elsewhere, params: () => ({ id: 'none', runId: 'none' }) },
  'DELETE /api/models/[id]/scans/[runId]': {
    answers: elsewhere,
    params: () => ({ id: 'none', runId: 'none' }),
  },
  'POST /api/models/[id]/scans': { answers: elsewhere, params: () => ({ id: 'none' }), body: () => ({}) },
  'GET /api/models/[id]/scans': { answers: elsewhere, params: () => ({ id: 'none' }) },
  'POST /api/coursework/[assignmentId]/intake': {
    answers: elsewhere,
    params: () => ({ assignmentId: 'none' }),
    body: () => ({ files: compose }),
  },
  'GET /api/models/[id]/report': { answers: readers, params: model, query: 'format=json' },
}

export type ActionLine = { answers: Answers; input: (of: Fixture) => unknown; changesPeople?: true }

/** Server actions, by the name under which lib/actions exports them. */
export const actions: Record<string, ActionLine> = {
  signInAction: { answers: anybody, input: () => ({ name: 'nobody-here', password: 'wrong words' }) },
  signOutAction: { answers: anybody, input: () => ({}), changesPeople: true },
  setUpAction: {
    answers: anybody,
    input: () => ({ token: 'x', name: 'mallory', password: 'wrong words here', workspace: 'W' }),
  },
  resetPasswordAction: { answers: anybody, input: () => ({ token: 'x', password: 'wrong words here' }) },
  acceptInvitationAction: { answers: anybody, input: () => ({ token: 'x' }) },
  acceptCourseInviteAction: { answers: anybody, input: () => ({ token: 'x' }) },

  createModelAction: { answers: editorsHere, input: () => ({ name, from: { kind: 'empty' } }) },
  deleteModelAction: { answers: owners, input: model },
  archiveModelAction: { answers: editors, input: (of) => ({ id: of.modelId, isArchived: true }) },
  duplicateModelAction: { answers: editors, input: model },
  moveModelAction: {
    answers: owners,
    input: (of) => ({ id: of.modelId, toWorkspaceId: of.own.workspaceId }),
  },
  restoreModelAction: { answers: owners, input: (of) => ({ id: of.binnedId }) },
  purgeModelAction: { answers: owners, input: (of) => ({ id: of.binnedId }) },

  listHistoryAction: { answers: readers, input: model },
  planUndoAction: { answers: readers, input: (of) => ({ id: of.modelId, seq: 2 }) },
  keepVersionAction: { answers: judges, input: (of) => ({ id: of.modelId, name, note: '' }) },
  removeVersionAction: { answers: owners, input: (of) => ({ id: of.modelId, versionId: of.versionId }) },

  inviteMemberAction: { answers: ownersHere, input: () => ({ role: 'viewer', note: '', days: 1 }) },
  revokeInvitationAction: { answers: owners, input: ({ invitationId }) => ({ invitationId }) },
  changeRoleAction: { answers: owners, input: ({ memberId }) => ({ userId: memberId, role: 'editor' }) },
  removeMemberAction: { answers: owners, input: ({ memberId }) => ({ userId: memberId }) },
  handOverAction: { answers: owners, input: ({ memberId }) => ({ userId: memberId }), changesPeople: true },
  renameWorkspaceAction: { answers: ownersHere, input: () => ({ name }) },
  createWorkspaceAction: { answers: membersHere, input: () => ({ name }), changesPeople: true },
  switchWorkspaceAction: {
    answers: membersHere,
    input: ({ own }) => ({ workspaceId: own.workspaceId }),
    changesPeople: true,
  },
  changeNameAction: {
    answers: membersHere,
    input: ({ own }) => ({ name: `x${own.sessionId.slice(0, 20)}` }),
  },
  changePasswordAction: {
    answers: ['passes', 'passes', 'passes', 'passes', 'passes', 'not-signed-in'],
    input: () => ({ present: 'wrong words', password: 'other wrong words' }),
  },
  // Own entries of the catalogue, and courses with their enrolments.
  saveOwnEntryAction: { answers: elsewhere, input: () => ({}) },
  previewOwnAction: { answers: elsewhere, input: () => ({}) },
  moveToCatalogueAction: { answers: elsewhere, input: () => ({}) },
  createCourseAction: { answers: elsewhere, input: () => ({}) },
  enrolPersonAction: { answers: elsewhere, input: () => ({}) },
  removeEnrolmentAction: { answers: elsewhere, input: () => ({}) },
  inviteToCourseAction: { answers: elsewhere, input: () => ({}) },
  inviteStudentsAction: { answers: elsewhere, input: () => ({}) },
  revokeCourseInviteAction: { answers: elsewhere, input: () => ({}) },
  importRosterAction: { answers: elsewhere, input: () => ({}) },
  createAssignmentAction: { answers: elsewhere, input: () => ({}) },
  changeAssignmentAction: { answers: elsewhere, input: () => ({}) },
  saveRubricAction: { answers: elsewhere, input: () => ({}) },
  assignIntakeAction: { answers: elsewhere, input: () => ({}) },
  claimNextWorkAction: { answers: elsewhere, input: () => ({}) },
  setMarkAction: { answers: elsewhere, input: () => ({}) },
  finishReviewAction: { answers: elsewhere, input: () => ({}) },
  correctWorkAction: { answers: elsewhere, input: () => ({}) },
  noteLinesAction: { answers: elsewhere, input: () => ({}) },
  removeNoteAction: { answers: elsewhere, input: () => ({}) },
  previewHandInAction: { answers: elsewhere, input: () => ({}) },
  handInAction: { answers: elsewhere, input: () => ({}) },
  releaseMarksAction: { answers: elsewhere, input: () => ({}) },
  markPairFineAction: { answers: elsewhere, input: () => ({}) },
  makeModelAction: { answers: elsewhere, input: () => ({}) },
  placeFindingsAction: { answers: elsewhere, input: () => ({}) },
  chooseFindingsAction: { answers: elsewhere, input: () => ({}) },
  keepCommentAction: { answers: elsewhere, input: () => ({}) },
  removeCommentAction: { answers: elsewhere, input: () => ({}) },

  endSessionAction: { answers: membersHere, input: () => ({ which: 'others' }) },
}

/**
 * Pages, and who sees them. `model`: who may read the model; `course`: who teaches or marks in the course; `member`:
 * everybody signed in; `owner`: owners of the workspace; `open`: anybody. Others find nothing there, and who is signed out
 * is asked to sign in: e2e/access.spec.ts asks the real server.
 */
export const pages: Record<string, 'model' | 'course' | 'member' | 'owner' | 'open'> = {
  '/': 'open',
  '/sign-in': 'open',
  '/setup': 'open',
  '/reset': 'open',
  '/join': 'open',
  '/enrol': 'open',
  '/no-workspace': 'member',
  '/models': 'member',
  '/models/bin': 'owner',
  '/models/[modelId]': 'model',
  '/models/[modelId]/canvas': 'model',
  '/models/[modelId]/threats': 'model',
  '/models/[modelId]/report': 'model',
  '/catalogue': 'member',
  '/catalogue/controls': 'member',
  '/catalogue/mitigations/[id]': 'member',
  '/catalogue/threats/[id]': 'member',
  '/catalogue/types/[id]': 'member',
  '/catalogue/updates': 'member',
  '/catalogue/own': 'member',
  '/catalogue/own/[list]/[id]': 'member',
  '/coursework': 'member',
  '/coursework/[courseId]': 'course',
  '/coursework/[courseId]/people': 'course',
  '/coursework/[courseId]/[assignmentId]': 'course',
  '/coursework/[courseId]/[assignmentId]/changes/[workId]': 'course',
  '/coursework/[courseId]/[assignmentId]/intake': 'course',
  '/coursework/[courseId]/[assignmentId]/review/[workId]': 'course',
  '/coursework/[courseId]/[assignmentId]/rubric': 'course',
  '/coursework/[courseId]/[assignmentId]/settings': 'course',
  '/coursework/[courseId]/[assignmentId]/works': 'course',
  '/models/[modelId]/findings': 'model',
  '/coursework/[courseId]/[assignmentId]/mine': 'course',
  '/coursework/[courseId]/[assignmentId]/model/[workId]': 'course',
  '/coursework/[courseId]/[assignmentId]/results': 'course',
  '/coursework/[courseId]/[assignmentId]/similarity/[firstId]/[secondId]': 'course',
  '/coursework/[courseId]/[assignmentId]/similarity': 'course',
  '/models/[modelId]/threats/controls': 'model',
  '/models/[modelId]/threats/coverage': 'model',
  '/models/[modelId]/threats/focus': 'model',
  '/models/[modelId]/threats/questions': 'model',
  '/models/[modelId]/history': 'model',
  '/models/[modelId]/history/[versionId]': 'model',
  '/models/[modelId]/history/compare': 'model',
  '/workspace': 'member',
  '/workspace/members': 'member',
  '/workspace/settings': 'member',
  '/workspace/account': 'member',
}

const at = '2026-01-01T00:00:00.000Z'
const stamp = { by: 'x', at }
const own: OwnThreat = {
  title: 'Own',
  description: 'Own',
  stride: ['S'],
  likelihood: 2,
  impact: 2,
  mitigationIds: [],
}

/** What the edits below are made on. */
export function editedModel(catalogue: string): ThreatModel {
  return {
    ...buildModel(
      [buildComponent('web', 'box'), buildComponent('db', 'box'), buildComponent('lone', 'box')],
      [buildFlow('f1', 'call', 'web', 'db')],
    ),
    catalogue,
    views: {
      main: { id: 'main', name: 'Main view', placements: {} },
      v2: { id: 'v2', name: 'Second', placements: {} },
    },
    dataAssets: { d1: { id: 'd1', name: 'Cards', classification: 'confidential' } },
    attached: { a1: { id: 'a1', elementId: 'web', own, ...stamp } },
    notes: { n1: { id: 'n1', text: 'Look', ...stamp } },
  }
}

/**
 * One edit of each type, and who may make it: those who describe the system, or also those who judge its threats.
 * `PACK` stands for the hash of the catalogue here.
 */
export const edits: { [T in EditType]: { group: 'describes' | 'judges'; edit: EditOf<T> } } = {
  'set-meta': { group: 'describes', edit: { type: 'set-meta', field: 'name', value: 'New', was: 'Test' } },
  'pin-catalogue': { group: 'describes', edit: { type: 'pin-catalogue', value: 'PACK', was: 'PACK' } },
  'add-component': {
    group: 'describes',
    edit: { type: 'add-component', component: buildComponent('new', 'box') },
  },
  'remove-component': { group: 'describes', edit: { type: 'remove-component', id: 'lone' } },
  'set-component': {
    group: 'describes',
    edit: { type: 'set-component', id: 'web', field: 'name', value: 'Front', was: 'web' },
  },
  'add-flow': { group: 'describes', edit: { type: 'add-flow', flow: buildFlow('f2', 'call', 'db', 'web') } },
  'remove-flow': { group: 'describes', edit: { type: 'remove-flow', id: 'f1' } },
  'set-flow': {
    group: 'describes',
    edit: { type: 'set-flow', id: 'f1', field: 'name', value: 'asks', was: null },
  },
  'set-fact': {
    group: 'describes',
    edit: {
      type: 'set-fact',
      elementId: 'web',
      attribute: 'privileged',
      slot: 'person',
      value: { origin: 'person', value: true, source: { who: 'x', when: at } },
      was: null,
    },
  },
  'add-data-asset': {
    group: 'describes',
    edit: { type: 'add-data-asset', dataAsset: { id: 'd2', name: 'Names', classification: 'internal' } },
  },
  'remove-data-asset': { group: 'describes', edit: { type: 'remove-data-asset', id: 'd1' } },
  'set-data-asset': {
    group: 'describes',
    edit: { type: 'set-data-asset', id: 'd1', field: 'name', value: 'Card numbers', was: 'Cards' },
  },
  'add-view': {
    group: 'describes',
    edit: { type: 'add-view', view: { id: 'v3', name: 'Third', placements: {} } },
  },
  'remove-view': { group: 'describes', edit: { type: 'remove-view', id: 'v2' } },
  'set-view': {
    group: 'describes',
    edit: { type: 'set-view', id: 'v2', field: 'name', value: 'Other', was: 'Second' },
  },
  place: {
    group: 'describes',
    edit: { type: 'place', viewId: 'main', componentId: 'web', value: { x: 1, y: 2 }, was: null },
  },
  decide: {
    group: 'judges',
    edit: {
      type: 'decide',
      threatId: 'T-PRIV',
      elementId: 'web',
      value: { threatId: 'T-PRIV', elementId: 'web', status: 'mitigated', fingerprint: 'f', ...stamp },
      was: null,
    },
  },
  attach: {
    group: 'judges',
    edit: { type: 'attach', attachment: { id: 'a2', elementId: 'db', own, ...stamp } },
  },
  detach: { group: 'judges', edit: { type: 'detach', id: 'a1' } },
  'set-attachment': {
    group: 'judges',
    edit: { type: 'set-attachment', id: 'a1', field: 'own', value: { ...own, title: 'Other' }, was: own },
  },
  'set-mitigation': {
    group: 'judges',
    edit: {
      type: 'set-mitigation',
      elementId: 'web',
      mitigationId: 'M-1',
      value: { elementId: 'web', mitigationId: 'M-1', status: 'planned', ...stamp },
      was: null,
    },
  },
  'add-note': {
    group: 'judges',
    edit: { type: 'add-note', note: { id: 'n2', text: 'Look again', ...stamp } },
  },
  'remove-note': { group: 'judges', edit: { type: 'remove-note', id: 'n1' } },
  'set-note': {
    group: 'judges',
    edit: { type: 'set-note', id: 'n1', field: 'text', value: 'Done', was: 'Look' },
  },
}
