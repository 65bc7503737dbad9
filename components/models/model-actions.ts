import type { Result } from '@/lib/model/protocol'

// The commands that pages hand to components: server actions, as the components see them.

export type CreateModel = (input: {
  name?: string | undefined
  from: { kind: 'empty' }
}) => Promise<Result<{ id: string }>>

export type DeleteModel = (input: { id: string }) => Promise<Result<unknown>>
