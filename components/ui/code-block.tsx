import { CopyButton } from '@/components/ui/copy-button'

type CodeBlockProps = {
  code: string
  /** Above the code: "compose.yaml". */
  label?: string
}

/** A snippet to copy. Always text, never markup. */
export function CodeBlock({ code, label = 'Snippet' }: CodeBlockProps) {
  return (
    <figure className="overflow-hidden rounded-md border border-line bg-sunken">
      <figcaption className="flex h-8 items-center justify-between gap-2 border-line border-b pr-1 pl-3 text-ink-muted text-xs">
        <span className="truncate">{label}</span>
        <CopyButton text={code} label="Copy snippet" />
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="overflow-x-auto px-3 py-2.5 font-mono text-xs leading-relaxed focus-visible:-outline-offset-2"
      >
        <code>{code}</code>
      </pre>
    </figure>
  )
}
