import { database } from '@/lib/db/database'

/**
 * Runs a task after all earlier ones of the same model, so that two saves never work on the same state. Tasks of other
 * models are not held up by the computing, only by the database's own turn.
 */
export function inTurn<T>(modelId: string, task: () => Promise<T>): Promise<T> {
  const { queues } = database()
  const before = queues.get(modelId) ?? Promise.resolve()
  const run = before.then(task, task)
  const settled = run.then(noop, noop)
  queues.set(modelId, settled)
  void settled.then(() => {
    if (queues.get(modelId) === settled) queues.delete(modelId)
  })
  return run
}

function noop(): void {}
