'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { DifferenceList } from '@/components/own-catalogue/difference-list'
import type { ModelDifference, MoveModels } from '@/components/own-catalogue/own-actions'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { EmptyState } from '@/components/ui/empty-state'
import { CircleCheck } from '@/components/ui/icons'
import { toast } from '@/components/ui/toast'
import { countOf } from '@/lib/model/format-count'

type UpdatesPageProps = {
  updates: { hash: string; version: string; models: readonly ModelDifference[]; stale: readonly string[] }
  canMove: boolean
  moveModels: MoveModels
}

/** Models that are pinned to an older catalogue, what moving each would change, and moving them. */
export function UpdatesPage({ updates, canMove, moveModels }: UpdatesPageProps) {
  const { hash, version, models, stale } = updates
  const router = useRouter()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<string>()
  const [isPending, setPending] = useState(false)
  const chosen = models.filter(({ id }) => !left.has(id)).map(({ id }) => id)
  if (models.length === 0) {
    return (
      <EmptyState icon={<CircleCheck aria-hidden />} title="Every model is on the newest catalogue">
        When the catalogue or the own entries change, this page shows what that would change in each model,
        before it does.
      </EmptyState>
    )
  }
  const move = async () => {
    setPending(true)
    setProblem(undefined)
    try {
      const result = await moveModels({ modelIds: chosen, hash })
      if (result.ok)
        toast({ title: `${countOf(result.value.moved, 'model')} moved to the newest catalogue.` })
      else setProblem(result.sentence)
      router.refresh()
    } catch {
      setProblem('The server could not be reached. Try again in a moment.')
    }
    setPending(false)
  }
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-6 md:px-6">
      <div>
        <h2 className="font-semibold text-lg">
          {countOf(models.length, 'model')} can be moved to version {version}
        </h2>
        <p className="max-w-prose text-ink-muted">
          This is what moving them would change. Decisions stay; where a verdict changes, they are to be
          reviewed again. Versions that were kept under a name stay as they are. Moving can be undone in the
          model.
        </p>
      </div>
      {stale.length > 0 ? (
        <Callout tone="warning" title="The own entries do not fit the newest catalogue">
          Until they are mended, models are moved to the catalogue before it. {stale[0]}
        </Callout>
      ) : null}
      {problem ? <Callout tone="danger">{problem}</Callout> : null}
      <DifferenceList
        models={models}
        {...(canMove && {
          choice: ({ id, name }: ModelDifference) => (
            <Checkbox
              aria-label={`Move ${name}`}
              checked={!left.has(id)}
              onChange={({ target }) =>
                setLeft((before) => {
                  const next = new Set(before)
                  if (target.checked) next.delete(id)
                  else next.add(id)
                  return next
                })
              }
            />
          ),
        })}
      />
      {canMove ? (
        <Button
          variant="primary"
          className="self-start"
          disabled={chosen.length === 0}
          isPending={isPending}
          onClick={move}
        >
          Move {countOf(chosen.length, 'model')}
        </Button>
      ) : null}
    </div>
  )
}
