import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast'
import type { ReactNode } from 'react'
import { together } from '@/components/reports/together'
import { cn } from '@/components/ui/cn'

const cellStyle = 'border-line border-b px-2.5 py-1.5 text-left align-top'

type MarkdownTableProps = { table: Table; cell: (children: PhrasingContent[]) => ReactNode }

/** A table of a report; wide ones scroll by themselves. */
export function MarkdownTable({ table, cell }: MarkdownTableProps) {
  const [head, ...body] = table.children
  const label = head?.children.map((item) => plainText(item.children)).join(', ') ?? 'Table'
  const headStyle = cn(cellStyle, 'bg-page font-medium text-ink-muted text-xs')
  const toHeading = (item: TableCell) =>
    // A column of numbers has no words above it, and an empty heading would be read out as one.
    plainText(item.children).trim() === '' ? (
      <td className={headStyle} />
    ) : (
      <th scope="col" className={headStyle}>
        {cell(item.children)}
      </th>
    )
  const toCell = (item: TableCell) => (
    <td className={cn(cellStyle, 'tabular wrap-break-word')}>{cell(item.children)}</td>
  )
  const toRow = (row: TableRow) => (
    <tr className="last:[&>td]:border-b-0">{together(row.children.map(toCell))}</tr>
  )
  return (
    <section
      aria-label={`Table: ${label}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="my-3 overflow-x-auto rounded-md border border-line"
    >
      <table
        className={cn('w-full border-collapse text-sm', (head?.children.length ?? 0) > 3 && 'min-w-120')}
      >
        <thead>
          <tr>{head ? together(head.children.map(toHeading)) : null}</tr>
        </thead>
        <tbody>{together(body.map(toRow))}</tbody>
      </table>
    </section>
  )
}

function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plainText(node.children) : ''))
    .join('')
}
