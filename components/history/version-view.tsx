import type { VersionView as Version } from '@/components/history/history-types'
import { type DownloadChoice, Downloads } from '@/components/reports/downloads'
import { MarkdownView } from '@/components/reports/markdown-view'
import { ButtonLink } from '@/components/ui/button-link'
import { Callout } from '@/components/ui/callout'
import { Time } from '@/components/ui/time'
import type { Block } from '@/lib/reports/markdown/nodes'

const MAX_BLOCKS = 1500

type VersionViewProps = {
  modelId: string
  version: Version
  blocks: readonly Block[]
  /** The drawing as it was, as SVG text. */
  svg: string
  formats: readonly DownloadChoice[]
  now: string
}

/** A kept report, word for word as it was. */
export function VersionView({ modelId, version, blocks, svg, formats, now }: VersionViewProps) {
  const base = `/models/${encodeURIComponent(modelId)}/history`
  const hrefOf = (format: string) =>
    `/api/models/${encodeURIComponent(modelId)}/report?format=${format}&version=${encodeURIComponent(version.id)}`
  return (
    <div className="mx-auto flex max-w-6xl gap-8 px-4 py-5 max-lg:flex-col md:px-6">
      <article className="min-w-0 flex-1 rounded-lg border border-line bg-surface px-5 py-6 text-base leading-relaxed md:px-10 md:py-9">
        <Callout className="mb-6" title={`Version ${version.name}`}>
          Kept by {version.keptBy} on <Time at={version.at} now={now} withTime /> after change {version.seq}.
          It does not change any more.
        </Callout>
        <MarkdownView
          blocks={blocks.slice(0, MAX_BLOCKS)}
          drawing={
            // biome-ignore lint/performance/noImgElement: a picture that stands in the page itself needs no loader.
            <img
              src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
              alt="The drawing of this version"
              className="max-w-full"
            />
          }
          fileHref={hrefOf('svg')}
        />
        {blocks.length > MAX_BLOCKS ? (
          <Callout className="mt-8">
            The preview ends here, because the report is very long. The files hold all of it.
          </Callout>
        ) : null}
      </article>
      <aside
        aria-label="Files"
        className="w-72 shrink-0 self-start max-lg:order-first max-lg:w-full lg:sticky lg:top-5"
      >
        <h2 className="mb-2 font-semibold text-sm">Download</h2>
        <Downloads formats={formats} hrefOf={hrefOf} />
        <ButtonLink href={base} className="mt-4 w-full">
          All versions
        </ButtonLink>
        <ButtonLink
          href={`${base}/compare?from=${encodeURIComponent(version.id)}&to=now`}
          className="mt-2 w-full"
        >
          Compare with now
        </ButtonLink>
      </aside>
    </div>
  )
}
