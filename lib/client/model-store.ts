import { createStore, type StoreApi } from 'zustand/vanilla'
import { analyse } from '@/lib/analysis/analyse'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import { openCatalogue } from '@/lib/catalogue/catalogue'
import type { Pack } from '@/lib/catalogue/pack'
import { enqueue, type Outbox, openOutbox, type RefusedHere } from '@/lib/client/outbox'
import { indexRows, pendingIndex, type RowIndex } from '@/lib/client/row-index'
import type { Sending } from '@/lib/client/saved-state'
import { emptyUndoStack, pushStep, takeRedo, takeUndo, type UndoStack } from '@/lib/client/undo'
import type { Change, Edit } from '@/lib/model/change'
import type { Present } from '@/lib/model/protocol'
import type { ThreatModel } from '@/lib/model/threat-model'

export type Actor = { id: string; name: string }

/** What a page hands over. `now` is the server's moment, so that both draw the same; `pack` is the one the model pins. */
export type ModelInit = {
  modelId: string
  seq: number
  model: ThreatModel
  pack: Pack
  actor: Actor
  canEdit: boolean
  now: string
}

/** `isOwnStep: false` for what nobody did by hand, such as the first layout: undo passes it over. */
export type ApplyOptions = { atomic?: boolean; isOwnStep?: boolean }

export type ModelState = {
  modelId: string
  actor: Actor
  canEdit: boolean
  catalogue: Catalogue
  model: ThreatModel
  outbox: Outbox
  /** The threat list, with the analysis it was made from. */
  index: RowIndex
  refused: readonly RefusedHere[]
  sending: Sending
  steps: UndoStack
  /** Who else has this model open. */
  others: readonly Present[]
  /** Components and flows that are selected. */
  selection: ReadonlySet<string>
  /** What is selected when it is exactly one. */
  selectedId: string | undefined

  /** Looks at the model for the first time, where that was left for after the drawing. True once that is done. */
  look(isTimeUp?: () => boolean): boolean
  select(id: string | undefined): void
  selectAll(ids: Iterable<string>): void
  /** Applies edits at once and keeps them for the server. False when none applied; why is then in `refused`. */
  apply(label: string, edits: readonly Edit[], options?: ApplyOptions): boolean
  /** Takes my last change back; answers with a sentence of what was done, or undefined when there is nothing to undo. */
  undo(): string | undefined
  redo(): string | undefined
  /** Takes a past change back, whoever made it, by these edits; answers like `undo`, and can itself be undone. */
  takeBack(label: string, inverse: readonly Edit[], left: number): string
  /** Applies my value over the one that stands. */
  takeMine(refused: RefusedHere): void
  /** Leaves the value that stands. */
  takeTheirs(refused: RefusedHere): void
}

/** What happens to changes outside of memory: kept on disk, sent. */
export type Keeper = { keep(change: Change): void; forget(changeIds: readonly string[]): void }

export type ModelStore = StoreApi<ModelState>

const nothing: ReadonlySet<string> = new Set()

/**
 * The document of one page, its analysis and the person's own steps. `newId` makes ids of changes.
 * @param isLookedAtLater analysis waits for `look`, because the page has something to show before it.
 */
export function createModelStore(
  init: ModelInit,
  keeper: () => Keeper | undefined,
  newId: () => string,
  isLookedAtLater = false,
): ModelStore {
  const catalogue = openCatalogue(init.pack)
  const outbox = openOutbox(init.model, init.seq)
  return createStore<ModelState>()((set, get) => {
    function make(label: string, edits: readonly Edit[], atomic: boolean): Edit[] | undefined {
      const change: Change = { id: newId(), label, atomic, edits: [...edits] }
      const made = enqueue(get().outbox, change)
      const refused = [...get().refused, ...made.refused]
      if (!made.change) {
        set({ refused })
        return undefined
      }
      set({ ...documentOf(made.outbox, get().index), refused })
      keeper()?.keep(made.change)
      return made.inverse
    }

    function step(direction: 'undo' | 'redo'): string | undefined {
      const taken = direction === 'undo' ? takeUndo(get().steps) : takeRedo(get().steps)
      if (!taken) return undefined
      const { label, inverse } = taken.step
      set({ steps: taken.rest })
      const before = get().refused
      const back = make(direction === 'undo' ? `Undo: ${label}` : label, inverse, false)
      // What somebody changed since stays as it is: that is told, not asked.
      const isPartial = get().refused.length > before.length
      set({ refused: before })
      if (!back) return `"${label}" was changed by somebody else since. It stays as it is.`
      const rest = get().steps
      const other = direction === 'undo' ? 'redo' : 'undo'
      set({ steps: { ...rest, [other]: [...rest[other], { label, inverse: back }] } })
      const words = direction === 'undo' ? 'Undone' : 'Done again'
      return `${words}: ${label}${isPartial ? ', except what somebody else changed since' : ''}.`
    }

    return {
      modelId: init.modelId,
      actor: init.actor,
      canEdit: init.canEdit,
      catalogue,
      model: outbox.model,
      outbox,
      index: isLookedAtLater
        ? pendingIndex(outbox.model, catalogue, init.now)
        : indexRows(analyse(outbox.model, catalogue), init.now),
      refused: [],
      sending: { state: 'opening' },
      steps: emptyUndoStack,
      others: [],
      selection: nothing,
      selectedId: undefined,

      look(isTimeUp = () => false) {
        const { index } = get()
        if (!index.isPending) return true
        if (!index.lookOn(isTimeUp) || isTimeUp()) return false
        set({ index: indexRows(index.analysis, index.now) })
        return true
      },
      select: (id) => get().selectAll(id === undefined ? [] : [id]),
      selectAll(ids) {
        const selection = new Set(ids)
        const [first] = selection
        set({ selection, selectedId: selection.size === 1 ? first : undefined })
      },
      apply(label, edits, options = {}) {
        if (!get().canEdit || edits.length === 0) return false
        const inverse = make(label, edits, options.atomic ?? false)
        if (inverse && options.isOwnStep !== false) set({ steps: pushStep(get().steps, { label, inverse }) })
        return inverse !== undefined
      },
      undo: () => step('undo'),
      redo: () => step('redo'),
      takeBack(label, edits, left) {
        const before = get().refused
        const name = `Undo: ${label}`.slice(0, 200)
        const inverse = get().canEdit ? make(name, edits, false) : undefined
        const isPartial = left > 0 || get().refused.length > before.length
        set({ refused: before })
        if (!inverse) return `"${label}" was changed by somebody since. It stays as it is.`
        set({ steps: pushStep(get().steps, { label: name, inverse }) })
        return `Undone: ${label}${isPartial ? ', except what somebody changed since' : ''}.`
      },
      takeMine(refused) {
        get().takeTheirs(refused)
        const { edit, refusal, change } = refused
        if ('was' in edit) get().apply(change.label, [{ ...edit, was: refusal.current ?? null } as Edit])
      },
      takeTheirs(refused) {
        set({ refused: get().refused.filter((other) => other !== refused) })
        keeper()?.forget([refused.change.id])
      },
    }
  })
}

/** The parts of the state that follow from a new outbox; analysis and rows are brought up to date, not made anew. */
export function documentOf(
  outbox: Outbox,
  previous: RowIndex,
): Pick<ModelState, 'outbox' | 'model' | 'index'> {
  const { model } = outbox
  if (model === previous.model) return { outbox, model, index: previous }
  const { catalogue, now } = previous
  if (previous.isPending) return { outbox, model, index: pendingIndex(model, catalogue, now, previous) }
  const { analysis } = previous
  return { outbox, model, index: indexRows(analyse(model, catalogue, analysis), now, previous) }
}
