import type { Nodes } from 'mdast'
import { createElement, type ReactNode } from 'react'
import { MarkdownTable } from '@/components/reports/markdown-table'
import { sectionId } from '@/components/reports/outline'
import { together } from '@/components/reports/together'
import { CodeBlock } from '@/components/ui/code-block'
import type { Block } from '@/lib/reports/markdown/nodes'

type MarkdownViewProps = {
  blocks: readonly Block[]
  /** Stands for the diagram source, which only a forge draws. */
  drawing: ReactNode
  /** Where a link to a file beside the report leads. */
  fileHref: string
}

/** The report's own Markdown tree as elements: what the file says, and never markup that came in with a name. */
export function MarkdownView({ blocks, drawing, fileHref }: MarkdownViewProps) {
  const around = { drawing, fileHref }
  let section = 0
  const toPart = (block: Block) =>
    block.type === 'heading' && block.depth === 2 ? (
      <h3 id={sectionId(section++)} className={headingStyles[2]}>
        {drawAll(block.children, around)}
      </h3>
    ) : (
      draw(block, around)
    )
  return together(blocks.map(toPart))
}

type Around = Pick<MarkdownViewProps, 'drawing' | 'fileHref'>

const headingStyles: Record<number, string> = {
  1: 'font-semibold text-2xl text-balance',
  2: 'mt-10 mb-2 scroll-mt-4 border-line border-b pb-1.5 font-semibold text-xl',
  3: 'mt-6 mb-1.5 font-semibold text-lg',
  4: 'mt-4 mb-1 font-semibold text-base',
}

function drawAll(nodes: readonly Nodes[], around: Around): ReactNode {
  return together(nodes.map((node) => draw(node, around)))
}

function draw(node: Nodes, around: Around): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'strong':
      return <strong className="font-semibold">{drawAll(node.children, around)}</strong>
    case 'emphasis':
      return <em>{drawAll(node.children, around)}</em>
    case 'inlineCode':
      return (
        <code className="rounded-sm bg-sunken px-1 py-px font-mono text-[0.92em] [overflow-wrap:anywhere]">
          {node.value}
        </code>
      )
    case 'link':
      return <ReportLink url={node.url} fileHref={around.fileHref} text={drawAll(node.children, around)} />
    case 'paragraph':
      return <p className="my-2 [overflow-wrap:anywhere]">{drawAll(node.children, around)}</p>
    case 'heading':
      // The page has a first heading of its own, so the report's begin one below.
      return createElement(
        `h${Math.min(6, node.depth + 1)}`,
        { className: headingStyles[node.depth] },
        drawAll(node.children, around),
      )
    case 'list':
      return createElement(
        node.ordered ? 'ol' : 'ul',
        {
          className: `my-2 pl-5 marker:text-ink-faint [&_p]:my-0.5 ${node.ordered ? 'list-decimal' : 'list-disc'}`,
        },
        drawAll(node.children, around),
      )
    case 'listItem':
      return <li>{drawAll(node.children, around)}</li>
    case 'table':
      return <MarkdownTable table={node} cell={(children) => drawAll(children, around)} />
    case 'code':
      return node.lang === 'mermaid' ? (
        around.drawing
      ) : (
        <div className="my-3">
          <CodeBlock code={node.value} label={node.lang ?? 'Snippet'} />
        </div>
      )
    case 'html':
      return <Anchor html={node.value} />
    default:
      return 'children' in node ? drawAll(node.children, around) : null
  }
}

/** Within the report, or to the drawing beside it; an address that a report never has stays text. */
function ReportLink({ url, fileHref, text }: { url: string; fileHref: string; text: ReactNode }) {
  const href = url.startsWith('#') ? url : url === 'drawing.svg' ? fileHref : undefined
  if (!href) return text
  return (
    <a
      href={href}
      className="text-accent underline decoration-accent-line underline-offset-2 hover:decoration-accent"
    >
      {text}
    </a>
  )
}

/** The only HTML of a report is a place to link to. Anything else is shown as the text that it is. */
function Anchor({ html }: { html: string }) {
  const id = /^<a id="([a-z0-9-]+)"><\/a>$/.exec(html)?.[1]
  return id ? <span id={id} className="block scroll-mt-4" /> : <p>{html}</p>
}
