import type { Result } from '@/lib/model/protocol'

// The commands that pages hand to components: server actions, as the components see them.

export type CreateModel = (input: {
  name?: string | undefined
  from: { kind: 'empty' } | { kind: 'file'; text: string }
}) => Promise<Result<{ id: string; isRepinned: boolean }>>

export type DeleteModel = (input: { id: string }) => Promise<Result<unknown>>
