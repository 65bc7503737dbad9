import { createElement, Fragment, type ReactNode } from 'react'

/** Nodes one after the other, named by their place: for what is drawn whole each time and whose parts have no names. */
export function together(nodes: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...nodes)
}
