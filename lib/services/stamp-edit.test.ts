import { describe, expect, it } from 'vitest'
import type { Edit } from '@/lib/model/change'
import type { Fact } from '@/lib/model/fact'
import { stampEdit } from '@/lib/services/stamp-edit'
import { buildComponent, buildFlow } from '@/lib/testing/build-model'

const stamp = { by: 'Ann', at: '2026-05-01T10:00:00.000Z' }
const forged = { by: 'Mallory', at: '1999-01-01T00:00:00.000Z' }
const answer: Fact = { origin: 'person', value: true, source: { who: 'Mallory', when: forged.at } }
const read: Fact = { origin: 'import', value: true, source: { file: 'compose.yaml', line: 3 } }

describe('stampEdit', () => {
  it('overwrites who and when of decisions, mitigation states, attachments and notes', () => {
    const edits: Edit[] = [
      {
        type: 'decide',
        threatId: 'T-1',
        elementId: 'web',
        value: { threatId: 'T-1', elementId: 'web', status: 'mitigated', fingerprint: 'f', ...forged },
        was: null,
      },
      {
        type: 'set-mitigation',
        elementId: 'web',
        mitigationId: 'M-1',
        value: { elementId: 'web', mitigationId: 'M-1', status: 'planned', ...forged },
        was: null,
      },
      { type: 'attach', attachment: { id: 'a1', elementId: 'web', threatId: 'T-1', ...forged } },
      { type: 'add-note', note: { id: 'n1', text: 'x', ...forged } },
    ]
    const text = JSON.stringify(edits.map((edit) => stampEdit(edit, stamp)))
    expect(text).not.toContain('Mallory')
    expect(text).not.toContain('1999')
    expect(text.match(/"by":"Ann"/g)).toHaveLength(4)
  })

  it('overwrites who and when of what a person states, alone or inside an element', () => {
    const edits: Edit[] = [
      {
        type: 'set-fact',
        elementId: 'web',
        attribute: 'privileged',
        slot: 'person',
        value: answer,
        was: null,
      },
      { type: 'add-component', component: buildComponent('web', 'box', { facts: { privileged: [answer] } }) },
      { type: 'add-flow', flow: { ...buildFlow('f', 'call', 'a', 'b'), facts: { encrypted: [answer] } } },
    ]
    const text = JSON.stringify(edits.map((edit) => stampEdit(edit, stamp)))
    expect(text).not.toContain('Mallory')
    expect(text.match(/"who":"Ann"/g)).toHaveLength(3)
  })

  it('leaves facts of files and scans as they are', () => {
    const edit: Edit = {
      type: 'set-fact',
      elementId: 'web',
      attribute: 'privileged',
      slot: 'import',
      value: read,
      was: null,
    }
    expect(stampEdit(edit, stamp)).toEqual(edit)
  })

  it('leaves a withdrawal as it is', () => {
    const edit: Edit = { type: 'decide', threatId: 'T-1', elementId: 'web', value: null, was: null }
    expect(stampEdit(edit, stamp)).toBe(edit)
  })
})
