import { randomUUID } from 'node:crypto'
import { type Answer, Client } from '@/e2e/client'
import { expect, test } from '@/e2e/fixtures'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/database'
import { withDatabase } from '@/lib/db/with-database'
import { createAssignment } from '@/lib/services/coursework/create-assignment'
import { createCourse } from '@/lib/services/coursework/create-course'
import { createModel } from '@/lib/services/create-model'
import { pages } from '@/lib/testing/access-matrix'
import { signInAs } from '@/lib/testing/sign-in-as'
import { makeWorkspace } from '@/lib/testing/test-database'

// Pages are asked for as a browser would, by every kind of person; what routes, actions and edits answer is held by
// lib/testing/access-matrix.test.ts.

const dataDir = process.env.E2E_DATA_DIR ?? ''
/** Stands in everything that only members of the workspace may see. */
const SECRET = `Vault ${randomUUID()}`

const callers = ['owner', 'editor', 'reviewer', 'viewer', 'outsider', 'nobody'] as const
type Caller = (typeof callers)[number]
type Kind = (typeof pages)[string]

const membersOnly: Record<Kind, readonly Caller[]> = {
  model: ['owner', 'editor', 'reviewer', 'viewer'],
  course: ['owner'],
  // An outsider owns a workspace too, and sees what is in that one.
  owner: ['owner', 'outsider'],
  member: callers.filter((caller) => caller !== 'nobody'),
  open: callers,
}

type Scene = { clients: Record<Caller, Client>; ids: Record<string, string> }

/** A workspace with a model and a course, somebody in each role of it, and somebody of another workspace. */
function makeScene(origin: string): Promise<Scene> {
  return withDatabase({ databaseUrl: `file:${dataDir}/bulkhead.db`, dataDir }, async () => {
    const ours = await makeWorkspace(database())
    const theirs = await makeWorkspace(database())
    const modelId = idOf(await createModel(ours.owner, { name: SECRET, from: { kind: 'empty' } }))
    const courseId = idOf(await createCourse(ours.owner, { name: SECRET }))
    const assignmentId = idOf(
      await createAssignment(ours.owner, {
        courseId,
        name: SECRET,
        from: 'hardening',
        isAnonymous: false,
        hasSecondMarker: false,
        dueAt: null,
      }),
    )
    const clientOf = async (actor: Actor) =>
      new Client(origin, (await signInAs(database(), actor)).get('cookie') ?? '')
    return {
      clients: {
        owner: await clientOf(ours.owner),
        editor: await clientOf(ours.editor),
        reviewer: await clientOf(ours.reviewer),
        viewer: await clientOf(ours.viewer),
        outsider: await clientOf(theirs.owner),
        nobody: new Client(origin, ''),
      },
      ids: { modelId, courseId, assignmentId, list: 'threats' },
    }
  })
}

function idOf(result: { ok: true; value: { id: string } } | { ok: false; sentence: string }): string {
  if (!result.ok) throw new Error(result.sentence)
  return result.value.id
}

function addressOf(page: string, ids: Record<string, string>): string {
  return page.replace(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? 'none')
}

/** Where an answer sends the browser, by its status or, once the page was begun, in its text. */
function sentOn({ headers, text }: Answer): string | undefined {
  return headers.location ?? text.match(/NEXT_REDIRECT;\w+;([^;]+);/)?.[1]
}

test('every page is seen by those who may see it and by nobody else', async ({ baseURL }) => {
  const { clients, ids } = await makeScene(baseURL ?? '')
  for (const [page, kind] of Object.entries(pages)) {
    const address = addressOf(page, ids)
    for (const caller of callers) {
      const where = `${page} as ${caller}`
      const answer = await clients[caller].send('GET', address)
      expect(answer.status, where).toBeLessThan(500)
      const mayRead = membersOnly.model.includes(caller)
      if (!mayRead) expect(answer.text, where).not.toContain(SECRET)
      const sentTo = sentOn(answer)
      // A page that only sends on: where to is a page of its own.
      if (sentTo !== undefined && !sentTo.startsWith('/sign-in')) continue
      const isNothing = answer.status === 404 || answer.text.includes('NEXT_HTTP_ERROR_FALLBACK;404')
      if (membersOnly[kind].includes(caller)) {
        expect.soft(answer.status < 400 || address.includes('none'), where).toBe(true)
      } else {
        const isKeptOut = caller === 'nobody' ? sentTo !== undefined : isNothing
        expect.soft(isKeptOut, `${where}: ${answer.status}`).toBe(true)
      }
    }
  }
})
