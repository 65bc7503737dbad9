import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { can } from '@/lib/auth/policy'
import { Edit, type EditType } from '@/lib/model/change'
import { Role } from '@/lib/model/protocol'
import { toJSONSchema } from '@/lib/model/zod'

const actor = (role: Role): Actor => ({ userId: 'u', name: 'Ann', workspaceId: 'w', role })

type Schema = { oneOf?: Schema[]; anyOf?: Schema[]; properties?: { type?: { const?: string } } }

/** Every type of edit that the schema knows. */
function editTypesOf(schema: Schema): string[] {
  const own = schema.properties?.type?.const
  const inner = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap(editTypesOf)
  return own === undefined ? inner : [own]
}

const editTypes = [...new Set(editTypesOf(toJSONSchema(Edit) as Schema))] as EditType[]

const judging = [
  'decide',
  'attach',
  'detach',
  'set-attachment',
  'set-mitigation',
  'add-note',
  'remove-note',
  'set-note',
]

describe('can', () => {
  it('knows every edit there is', () => {
    expect(editTypes.length).toBeGreaterThan(20)
    for (const type of editTypes) expect(can(actor('owner'), type, { workspaceId: 'w' })).toBe(true)
  })

  it('lets viewers change nothing and reviewers judge only', () => {
    for (const type of editTypes) {
      expect(can(actor('viewer'), type, { workspaceId: 'w' })).toBe(false)
      expect(can(actor('reviewer'), type, { workspaceId: 'w' })).toBe(judging.includes(type))
      expect(can(actor('editor'), type, { workspaceId: 'w' })).toBe(true)
    }
  })

  it('lets nobody do anything in another workspace', () => {
    for (const role of Role.options) {
      for (const what of [...editTypes, 'read-model', 'create-model', 'check-log'] as const) {
        expect(can(actor(role), what, { workspaceId: 'elsewhere' })).toBe(false)
      }
    }
  })
})
