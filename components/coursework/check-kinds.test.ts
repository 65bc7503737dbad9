import { describe, expect, it } from 'vitest'
import {
  checkKinds,
  joinFiles,
  joinGroups,
  joinList,
  splitFiles,
  splitGroups,
  splitLines,
  splitList,
} from '@/components/coursework/check-kinds'
import { CheckRule } from '@/lib/coursework/rubric/check-rule'
import { HARDENING_TEMPLATE } from '@/lib/coursework/rubric/hardening-template'

describe('the kinds of checks that an editor offers', () => {
  it('are all that there are, each a check that can be saved as it starts', () => {
    const kinds = CheckRule.options.map((option) => option.shape.kind.value)
    expect(checkKinds.map(({ start }) => start.kind).sort()).toEqual([...kinds].sort())
    for (const { start } of checkKinds) expect(CheckRule.parse(start)).toEqual(start)
  })
})

describe('lists of a check', () => {
  it('come back as they were written down', () => {
    for (const check of HARDENING_TEMPLATE.rubric.criteria.flatMap(({ checks }) => checks)) {
      if (check.kind === 'groups') expect(splitGroups(joinGroups(check.groups))).toEqual(check.groups)
      if (check.kind === 'files') expect(splitFiles(joinFiles(check.files))).toEqual(check.files)
      if (check.kind === 'headings') expect(splitLines(check.headings.join('\n'))).toEqual(check.headings)
      if (check.kind === 'outside-keys') expect(splitList(joinList(check.keys))).toEqual(check.keys)
    }
  })

  it('lose blanks and doubles, and are none when nothing is left', () => {
    expect(splitList(' 5.10 ,, 5.14,5.10')).toEqual(['5.10', '5.14'])
    expect(splitGroups('etcd\n: x\nworkers: node, pod')).toEqual({ etcd: ['etcd'], workers: ['node', 'pod'] })
    expect([splitList(' , '), splitGroups('\n'), splitFiles(''), splitLines(' \n')]).toEqual(
      Array(4).fill(undefined),
    )
  })
})
