'use client'

import { ArrowRight } from 'lucide-react'
import type { Chosen } from '@/components/imports/drop-overlay'
import { fetchSample, samples } from '@/components/imports/samples'

/** Projects to try when one has none at hand: choosing one is like dropping its files. */
export function SampleChoices({ onChosen }: { onChosen: (chosen: Promise<Chosen>) => void }) {
  return (
    <section aria-labelledby="samples-heading" className="mx-auto mt-8 max-w-2xl">
      <h2 id="samples-heading" className="mb-2 font-medium text-ink-muted text-sm">
        Or try a sample
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {samples.map((sample) => (
          <li key={sample.folder}>
            <button
              type="button"
              onClick={() => onChosen(fetchSample(sample))}
              className="group flex w-full items-center gap-3 rounded-lg border border-line bg-surface p-4 text-left transition-colors duration-(--motion-fast) hover:border-line-strong"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{sample.title}</span>
                <span className="block text-ink-muted text-xs">{sample.about}</span>
              </span>
              <ArrowRight aria-hidden className="size-4 shrink-0 text-ink-faint group-hover:text-accent" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
