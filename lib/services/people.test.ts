import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@/lib/model/protocol'
import { acceptInvitation, previewInvitation } from '@/lib/services/accept-invitation'
import { auth } from '@/lib/services/auth'
import { changeName } from '@/lib/services/change-name'
import { changePassword } from '@/lib/services/change-password'
import { changeRole } from '@/lib/services/change-role'
import { createModel } from '@/lib/services/create-model'
import { createWorkspace } from '@/lib/services/create-workspace'
import { endSession } from '@/lib/services/end-session'
import { getActor, getPerson } from '@/lib/services/get-actor'
import { handOver } from '@/lib/services/hand-over'
import { inviteMember } from '@/lib/services/invite-member'
import { listMembers } from '@/lib/services/list-members'
import { describeBrowser, listSessions } from '@/lib/services/list-sessions'
import { listWorkspaces } from '@/lib/services/list-workspaces'
import { removeMember } from '@/lib/services/remove-member'
import { renameWorkspace } from '@/lib/services/rename-workspace'
import { revokeInvitation } from '@/lib/services/revoke-invitation'
import { signIn } from '@/lib/services/sign-in'
import { switchWorkspace } from '@/lib/services/switch-workspace'
import { makeWorkspace, openTestDatabase, type TestDatabase } from '@/lib/testing/test-database'

let db: TestDatabase
let ours: Awaited<ReturnType<typeof makeWorkspace>>
const now = new Date('2026-11-21T10:00:00.000Z')
const DAY = 24 * 60 * 60_000
const later = (days: number) => () => new Date(now.getTime() + days * DAY)

beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())
beforeEach(async () => {
  ours = await makeWorkspace(db)
})

const password = 'correct horse battery'
let count = 0
const newName = () => `newcomer-${++count}`

async function invite(role: Role = 'editor', at: () => Date = () => now): Promise<string> {
  const made = await inviteMember(ours.owner, { role, note: 'Grace', days: 7 }, at)
  if (!made.ok) throw new Error(made.sentence)
  return made.value.path.replace('/join?token=', '')
}

/** Somebody new by an invitation, as the browser that they signed in with. */
async function join(role: Role, name = newName()): Promise<Headers> {
  const token = await invite(role)
  expect(await acceptInvitation(new Headers(), { token, account: { name, password } }, () => now)).toEqual({
    ok: true,
    value: null,
  })
  return signedIn(name)
}

/** A signed-in browser, as better-auth itself makes one. */
async function signedIn(name: string): Promise<Headers> {
  const answer = await auth().api.signInUsername({ body: { username: name, password }, asResponse: true })
  return new Headers({ cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' })
}

const membersNow = async () => {
  const listed = await listMembers(ours.owner, () => now)
  if (!listed.ok) throw new Error(listed.sentence)
  return listed.value
}

describe('invitations', () => {
  it('let one person join, in the role they say', async () => {
    const token = await invite('reviewer')
    expect(await previewInvitation(token, () => now)).toEqual({
      workspace: 'Test',
      role: 'reviewer',
      invitedBy: ours.owner.name,
    })
    const name = newName()
    expect(
      await acceptInvitation(new Headers(), { token, account: { name, password } }, () => now),
    ).toMatchObject({
      ok: true,
    })
    const { members, invitations } = await membersNow()
    expect(members.find((member) => member.name === name)).toMatchObject({ role: 'reviewer' })
    expect(invitations).toMatchObject([{ state: 'used', usedBy: name, note: 'Grace' }])
    const again = { token, account: { name: newName(), password } }
    expect(await acceptInvitation(new Headers(), again, () => now)).toMatchObject({ code: 'expired' })
    expect(await previewInvitation(token, () => now)).toBeUndefined()
  })

  it('let one of two in who use the same link at once', async () => {
    const token = await invite()
    const tries = [newName(), newName()].map((name) =>
      acceptInvitation(new Headers(), { token, account: { name, password } }, () => now),
    )
    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1)
    expect((await membersNow()).members).toHaveLength(5)
  })

  it('expire, and can be taken back once', async () => {
    const token = await invite()
    const account = { name: newName(), password }
    expect(await acceptInvitation(new Headers(), { token, account }, later(7))).toMatchObject({
      code: 'expired',
    })
    const [open] = (await membersNow()).invitations ?? []
    const invitationId = open?.id ?? ''
    const theirs = await makeWorkspace(db)
    expect(await revokeInvitation(theirs.owner, { invitationId })).toMatchObject({ code: 'not-found' })
    expect(await revokeInvitation(ours.owner, { invitationId })).toMatchObject({ ok: true })
    expect(await revokeInvitation(ours.owner, { invitationId })).toMatchObject({ code: 'not-found' })
    expect(await acceptInvitation(new Headers(), { token, account }, () => now)).toMatchObject({
      code: 'expired',
    })
    expect((await membersNow()).invitations).toMatchObject([{ state: 'revoked' }])
  })

  it('keep their token out of the database', async () => {
    const token = await invite()
    expect(JSON.stringify(await db.client.invitation.findMany())).not.toContain(token)
  })

  it('are not used up by a taken name, by a stranger without account or by a member', async () => {
    const headers = await join('viewer', 'Taken-Name')
    const token = await invite()
    const account = { name: 'taken-NAME', password }
    const taken = await acceptInvitation(new Headers(), { token, account }, () => now)
    expect(taken).toMatchObject({ code: 'conflict', issues: [{ path: 'account.name' }] })
    expect(await acceptInvitation(new Headers(), { token }, () => now)).toMatchObject({
      code: 'not-signed-in',
    })
    expect(await acceptInvitation(headers, { token }, () => now)).toMatchObject({ code: 'conflict' })
    expect(await previewInvitation(token, () => now)).toBeDefined()
  })

  it('bring a signed-in person into a second workspace, and there', async () => {
    const headers = await join('viewer')
    const first = await getActor(headers)
    ours = await makeWorkspace(db)
    const token = await invite('owner')
    expect(await acceptInvitation(headers, { token }, () => now)).toMatchObject({ ok: true })
    expect(await getActor(headers)).toMatchObject({ workspaceId: ours.workspaceId, role: 'owner' })
    expect(await listWorkspaces({ userId: first?.userId ?? '' })).toHaveLength(2)
  })

  it('are only for owners to make, see and take back', async () => {
    for (const role of ['editor', 'reviewer', 'viewer'] as const) {
      expect(await inviteMember(ours[role], { role: 'owner', note: '', days: 1 })).toMatchObject({
        code: 'forbidden',
      })
      expect(await revokeInvitation(ours[role], { invitationId: 'x' })).toMatchObject({ code: 'forbidden' })
      const listed = await listMembers(ours[role])
      expect(listed).toMatchObject({ ok: true })
      expect(listed).not.toHaveProperty('value.invitations')
    }
  })
})

describe('members', () => {
  it('get other roles from owners only, and nobody gets one elsewhere', async () => {
    const theirs = await makeWorkspace(db)
    const { userId } = ours.viewer
    for (const role of ['editor', 'reviewer', 'viewer'] as const) {
      expect(await changeRole(ours[role], { userId, role: 'owner' })).toMatchObject({ code: 'forbidden' })
    }
    expect(await changeRole(theirs.owner, { userId, role: 'owner' })).toMatchObject({ code: 'not-found' })
    expect(await changeRole(ours.owner, { userId, role: 'editor' })).toMatchObject({ ok: true })
    expect((await membersNow()).members.find((member) => member.userId === userId)).toMatchObject({
      role: 'editor',
    })
  })

  it('never lose their last owner, whoever tries what at once', async () => {
    const { owner, editor } = ours
    const demote = (userId: string) => changeRole(owner, { userId, role: 'viewer' })
    expect(await demote(owner.userId)).toMatchObject({ code: 'conflict' })
    expect(await removeMember(owner, { userId: owner.userId })).toMatchObject({ code: 'conflict' })
    await changeRole(owner, { userId: editor.userId, role: 'owner' })
    const both = await Promise.all([
      demote(editor.userId),
      removeMember({ ...editor, role: 'owner' }, { userId: owner.userId }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const owners = await db.client.membership.count({
      where: { workspaceId: ours.workspaceId, role: 'owner' },
    })
    expect(owners).toBe(1)
  })

  it('may leave, and be removed by owners only', async () => {
    const { owner, reviewer, viewer } = ours
    expect(await removeMember(reviewer, { userId: viewer.userId })).toMatchObject({ code: 'forbidden' })
    expect(await removeMember(reviewer, { userId: reviewer.userId })).toMatchObject({ ok: true })
    expect(await removeMember(owner, { userId: viewer.userId })).toMatchObject({ ok: true })
    expect(await removeMember(owner, { userId: viewer.userId })).toMatchObject({ code: 'not-found' })
    expect((await membersNow()).members).toHaveLength(2)
  })

  it('are handed the workspace by an owner, who stays as an editor', async () => {
    const { owner, viewer } = ours
    expect(await handOver(viewer, { userId: viewer.userId })).toMatchObject({ code: 'forbidden' })
    expect(await handOver(owner, { userId: owner.userId })).toMatchObject({ code: 'invalid' })
    expect(await handOver(owner, { userId: 'nobody' })).toMatchObject({ code: 'not-found' })
    expect(await handOver(owner, { userId: viewer.userId })).toMatchObject({ ok: true })
    const roles = new Map((await membersNow()).members.map((member) => [member.userId, member.role]))
    expect([roles.get(viewer.userId), roles.get(owner.userId)]).toEqual(['owner', 'editor'])
  })

  it('who are in no workspace any more are nobody, but keep their account', async () => {
    const headers = await join('viewer')
    const actor = await getActor(headers)
    await removeMember(ours.owner, { userId: actor?.userId ?? '' })
    expect(await getActor(headers)).toBeUndefined()
    const person = await getPerson(headers)
    expect(person).toMatchObject({ userId: actor?.userId })
    if (person) await createWorkspace(person, { name: 'Mine' })
    expect(await getActor(headers)).toMatchObject({ role: 'owner' })
  })
})

describe('workspaces', () => {
  it('are chosen per browser, and a model is acted on where it belongs', async () => {
    const name = newName()
    const headers = await join('viewer', name)
    const elsewhere = await signedIn(name)
    const made = await createModel(ours.owner, { from: { kind: 'empty' } })
    const modelId = made.ok ? made.value.id : ''
    const person = await getPerson(headers)
    if (!person) throw new Error('Nobody is signed in.')
    const own = await createWorkspace(person, { name: 'Mine' })
    const ownId = own.ok ? own.value.id : ''
    expect(await getActor(headers)).toMatchObject({ workspaceId: ownId, role: 'owner' })
    expect(await getActor(elsewhere)).toMatchObject({ workspaceId: ours.workspaceId, role: 'viewer' })
    expect(await getActor(headers, modelId)).toMatchObject({ workspaceId: ours.workspaceId, role: 'viewer' })
    expect(await getActor(headers, 'no-such-model')).toMatchObject({ workspaceId: ownId })
    expect(await switchWorkspace(person, { workspaceId: ours.workspaceId })).toMatchObject({ ok: true })
    expect(await getActor(headers)).toMatchObject({ workspaceId: ours.workspaceId })
    const theirs = await makeWorkspace(db)
    expect(await switchWorkspace(person, { workspaceId: theirs.workspaceId })).toMatchObject({
      code: 'not-found',
    })
    expect(await getActor(headers)).toMatchObject({ workspaceId: ours.workspaceId })
  })

  it('are renamed by owners only', async () => {
    expect(await renameWorkspace(ours.editor, { name: 'Taken' })).toMatchObject({ code: 'forbidden' })
    expect(await renameWorkspace(ours.owner, { name: 'Harbour' })).toMatchObject({ ok: true })
    expect((await membersNow()).workspace.name).toBe('Harbour')
  })
})

describe('accounts', () => {
  it('change their password with the present one, and are signed out elsewhere', async () => {
    const name = newName()
    const headers = await join('viewer', name)
    const elsewhere = await signedIn(name)
    const person = await getPerson(headers)
    if (!person) throw new Error('Nobody is signed in.')
    const fresh = 'another horse battery'
    expect(
      await changePassword(person, { present: 'wrong words', password: fresh }, () => now),
    ).toMatchObject({
      code: 'invalid',
      issues: [{ path: 'present' }],
    })
    expect(await getPerson(elsewhere)).toBeDefined()
    expect(await changePassword(person, { present: password, password: fresh }, () => now)).toMatchObject({
      ok: true,
    })
    expect(await getPerson(headers)).toBeDefined()
    expect(await getPerson(elsewhere)).toBeUndefined()
    expect(await signIn(new Headers(), { name, password }, () => now)).toMatchObject({ ok: false })
    expect(await signIn(new Headers(), { name, password: fresh }, () => now)).toMatchObject({ ok: true })
  })

  it('cannot try passwords for ever', async () => {
    const person = await getPerson(await join('viewer'))
    if (!person) throw new Error('Nobody is signed in.')
    const wrong = { present: 'wrong words', password }
    for (let tries = 0; tries < 10; tries += 1) await changePassword(person, wrong, () => now)
    expect(await changePassword(person, wrong, () => now)).toMatchObject({ code: 'too-many' })
  })

  it('see where they are signed in and end any of it', async () => {
    const name = newName()
    const headers = await join('viewer', name)
    const second = await signedIn(name)
    await signedIn(name)
    const person = await getPerson(headers)
    const stranger = await getPerson(await join('viewer'))
    if (!person || !stranger) throw new Error('Nobody is signed in.')
    const sessions = await listSessions(person, () => now)
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1)
    const sessionId = (await getPerson(second))?.sessionId ?? ''
    expect(await endSession(stranger, { sessionId })).toMatchObject({ code: 'not-found' })
    expect(await endSession(person, { sessionId })).toEqual({ ok: true, value: { ended: 1 } })
    expect(await getPerson(second)).toBeUndefined()
    await endSession(person, { which: 'others' })
    expect(await listSessions(person, () => now)).toMatchObject([{ isThis: true }])
  })

  it('take another name unless it is taken, and sign in with it', async () => {
    const name = newName()
    const person = await getPerson(await join('viewer', name))
    if (!person) throw new Error('Nobody is signed in.')
    await join('viewer', 'Occupied')
    expect(await changeName(person, { name: 'OCCUPIED' })).toMatchObject({ code: 'conflict' })
    expect(await changeName(person, { name: `${name}-Renamed` })).toMatchObject({ ok: true })
    expect(await signIn(new Headers(), { name: `${name}-renamed`, password }, () => now)).toMatchObject({
      ok: true,
    })
    expect(await signIn(new Headers(), { name, password }, () => now)).toMatchObject({ ok: false })
  })

  it('recognise browsers by what they say of themselves', () => {
    const chrome =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36'
    expect(describeBrowser(chrome)).toBe('Chrome on Linux')
    expect(describeBrowser(`${chrome} Edg/140.0`)).toBe('Edge on Linux')
    expect(describeBrowser('curl/8')).toBe('An unknown browser')
  })
})
