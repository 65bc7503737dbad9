import type { NodeHandle } from '@xyflow/react'

/**
 * Points where flows meet a card. React Flow reads them back from the page when a card comes into sight, so they have to
 * be there, though nobody sees them; its own Handle would cost a subscription each.
 */
export function PortMarks({ ports }: { ports: readonly NodeHandle[] }) {
  return ports.map(({ id, type, position, x, y }) => (
    <span
      key={id}
      aria-hidden
      className={`${type} pointer-events-none absolute size-px`}
      data-handleid={id}
      data-handlepos={position}
      style={{ left: x, top: y }}
    />
  ))
}
