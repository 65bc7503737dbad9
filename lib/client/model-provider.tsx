'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { afterDrawing } from '@/lib/client/after-drawing'
import { type Connection, connect } from '@/lib/client/connect'
import { inSlices } from '@/lib/client/in-slices'
import {
  createModelStore,
  documentOf,
  type ModelInit,
  type ModelState,
  type ModelStore,
} from '@/lib/client/model-store'
import { newId } from '@/lib/client/new-id'
import { rebase } from '@/lib/client/outbox'

const ModelContext = createContext<ModelStore | undefined>(undefined)

type ModelProviderProps = {
  initial: ModelInit
  /** The page draws the model, and that comes before what analysis says of it. */
  isDrawnFirst?: boolean
  children: ReactNode
}

/**
 * Gives a page its model. Give it `key={modelId + catalogue hash}`: another model is another document. When the page is
 * rendered again with a newer state (after an import), that becomes the base under what is not sent yet.
 */
export function ModelProvider({ initial, isDrawnFirst = false, children }: ModelProviderProps) {
  const connection = useRef<Connection | undefined>(undefined)
  const [store] = useState(() => createModelStore(initial, () => connection.current, newId, isDrawnFirst))
  useEffect(() => {
    const opened = connect(store, newId)
    connection.current = opened
    return () => {
      connection.current = undefined
      opened.close()
    }
  }, [store])
  useEffect(() => lookAfterDrawing(store), [store])
  useEffect(() => {
    const { outbox, index } = store.getState()
    const next = rebase(outbox, { seq: initial.seq, document: initial.model })
    if (next !== outbox) store.setState(documentOf(next, index))
  }, [store, initial.seq, initial.model])
  return <ModelContext value={store}>{children}</ModelContext>
}

/** The store itself, for reading outside of rendering. */
export function useModelStore(): ModelStore {
  const store = useContext(ModelContext)
  if (!store) throw new Error('This component stands outside of a ModelProvider.')
  return store
}

/** A part of the model's state; draws again only when that part changes. */
export function useModel<T>(select: (state: ModelState) => T): T {
  return useStore(useModelStore(), select)
}

function lookAfterDrawing(store: ModelStore): () => void {
  let callOff = () => {}
  const stopWaiting = afterDrawing(() => {
    callOff = inSlices((isTimeUp) => store.getState().look(isTimeUp))
  })
  return () => {
    stopWaiting()
    callOff()
  }
}
