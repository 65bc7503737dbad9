import { ExampleList } from '@/components/catalogue/example-list'
import { DifferenceList } from '@/components/own-catalogue/difference-list'
import type { ModelDifference } from '@/components/own-catalogue/own-actions'
import type { Catalogue } from '@/lib/catalogue/catalogue'
import type { Example } from '@/lib/catalogue/entries'

type PreviewResultProps = {
  preview: { models: readonly ModelDifference[]; examples: readonly Example[] }
  catalogue: Catalogue
}

/** What an entry would do: in which models, and the small systems that prove its conditions. */
export function PreviewResult({ preview, catalogue }: PreviewResultProps) {
  const changed = preview.models.filter(({ total }) => total > 0)
  return (
    <section
      aria-labelledby="preview"
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
    >
      <h2 id="preview" className="font-semibold text-base">
        What it would do
      </h2>
      <p role="status" className="text-ink-muted">
        {preview.models.length === 0
          ? 'There are no models to try it on.'
          : changed.length === 0
            ? `It changes nothing in your ${preview.models.length} models.`
            : `It changes ${changed.length} of your ${preview.models.length} models.`}
      </p>
      <DifferenceList models={changed} />
      {preview.examples.length > 0 ? (
        <div>
          <h3 className="mb-2 font-medium text-sm">Its proof, made from the conditions</h3>
          <ExampleList examples={preview.examples} catalogue={catalogue} />
        </div>
      ) : null}
    </section>
  )
}
