import {
  Braces,
  Download,
  FileSpreadsheet,
  FileText,
  type IconType,
  Image,
  Package,
} from '@/components/ui/icons'

export type DownloadChoice = { id: string; label: string; extension: string }

const icons: Record<string, IconType> = {
  markdown: FileText,
  svg: Image,
  csv: FileSpreadsheet,
  json: Braces,
  model: Package,
}

const uses: Record<string, string> = {
  markdown: 'To read, review and keep beside the code',
  svg: 'The drawing alone, at any size',
  csv: 'Every threat as a line, for spreadsheets',
  json: 'The whole report, for programs',
  model: 'The model itself, to import elsewhere or keep',
}

/** The report in each of its formats, as files. */
export function Downloads({
  formats,
  hrefOf,
}: {
  formats: readonly DownloadChoice[]
  hrefOf: (id: string) => string
}) {
  return (
    <ul className="grid overflow-hidden rounded-md border border-line bg-surface max-lg:grid-cols-2">
      {formats.map(({ id, label, extension }) => {
        const Icon = icons[id] ?? FileText
        return (
          <li key={id} className="-mb-px border-line border-b max-lg:odd:last:col-span-2">
            <a
              href={hrefOf(id)}
              download
              className="group flex items-center gap-3 px-3 py-2 hover:bg-hover focus-visible:-outline-offset-2"
            >
              <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium text-sm">{label}</span>
                <span className="block text-ink-muted text-xs max-lg:hidden">
                  {uses[id] ?? `A .${extension} file`}
                </span>
              </span>
              <Download
                aria-hidden
                className="size-4 shrink-0 text-ink-faint group-hover:text-accent max-lg:hidden"
              />
            </a>
          </li>
        )
      })}
    </ul>
  )
}
