import { type DownloadChoice, Downloads } from '@/components/reports/downloads'
import { FollowModel } from '@/components/reports/follow-model'
import { MarkdownView } from '@/components/reports/markdown-view'
import { outlineOf } from '@/components/reports/outline'
import { ReportDrawing } from '@/components/reports/report-drawing'
import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'
import type { Block } from '@/lib/reports/markdown/nodes'
import type { Report } from '@/lib/reports/report'

type ReportViewProps = {
  modelId: string
  basis: Report['basis']
  /** The drawing as Mermaid. */
  mermaid: string
  blocks: readonly Block[]
  /** Whether the report goes on after these. */
  isCut: boolean
  formats: readonly DownloadChoice[]
}

/** The report as its Markdown file says it, at the left; its sections and files at the right. */
export function ReportView({ modelId, basis, mermaid, blocks, isCut, formats }: ReportViewProps) {
  const hrefOf = (format: string) => `/api/models/${encodeURIComponent(modelId)}/report?format=${format}`
  const outline = outlineOf(blocks)
  return (
    <div className="mx-auto flex max-w-6xl gap-8 px-4 py-5 max-lg:flex-col md:px-6">
      <FollowModel seq={basis.seq} />
      <article className="min-w-0 flex-1 rounded-lg border border-line bg-surface px-5 py-6 print:border-none print:p-0 text-base leading-relaxed md:px-10 md:py-9">
        <MarkdownView
          blocks={blocks}
          drawing={<ReportDrawing mermaid={mermaid} />}
          fileHref={hrefOf('svg')}
        />
        {isCut ? (
          <Callout className="mt-8">
            The preview ends here, because the report is very long. The files hold all of it.
          </Callout>
        ) : null}
      </article>
      <aside
        aria-label="Files and sections"
        className="w-72 shrink-0 self-start print:hidden max-lg:order-first max-lg:w-full lg:sticky lg:top-5"
      >
        <h2 className="mb-2 font-semibold text-sm">Download</h2>
        <Downloads formats={formats} hrefOf={hrefOf} />
        <nav aria-label="Sections of the report" className="mt-6 max-lg:hidden">
          <h2 className="mb-1 font-semibold text-sm">Sections</h2>
          <ol className="border-line border-l">
            {outline.map(({ id, label }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="-ml-px block border-transparent border-l py-1 pl-3 text-ink-muted text-sm hover:border-accent hover:text-ink"
                >
                  {label}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="mt-6 text-ink-muted text-xs max-lg:hidden">
          <p>The same model gives the same bytes. This report was made from</p>
          <p className="mt-1 flex items-center gap-1">
            <code className="min-w-0 truncate font-mono text-ink">{basis.model}</code>
            <CopyButton text={basis.model} label="Copy the model’s digest" />
          </p>
        </div>
      </aside>
    </div>
  )
}
