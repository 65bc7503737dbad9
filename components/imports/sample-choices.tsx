'use client'

import type { Chosen } from '@/components/imports/drop-overlay'
import { fetchSample, platforms, type Sample, samples } from '@/components/imports/samples'
import { ArrowRight } from '@/components/ui/icons'

type SampleChoicesProps = { onChosen: (chosen: Promise<Chosen>) => void }

/** Systems to begin with, by platform: choosing one is like dropping its files. */
export function SampleChoices({ onChosen }: SampleChoicesProps) {
  return (
    <div className="flex flex-col gap-4">
      {platforms.map((platform) => (
        <section key={platform} aria-labelledby={`samples-${platform}`}>
          <h3 id={`samples-${platform}`} className="mb-1.5 font-medium text-ink-muted text-xs">
            {platform}
          </h3>
          <ul className="grid gap-2 sm:grid-cols-2">
            {samples
              .filter((sample) => sample.platform === platform)
              .map((sample) => (
                <li key={sample.folder}>
                  <SampleButton sample={sample} onChosen={onChosen} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function SampleButton({ sample, onChosen }: SampleChoicesProps & { sample: Sample }) {
  return (
    <button
      type="button"
      onClick={() => onChosen(fetchSample(sample))}
      className="group flex h-full w-full items-center gap-3 rounded-lg border border-line bg-surface p-3 text-left transition-colors duration-(--motion-fast) hover:border-line-strong"
    >
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{sample.title}</span>
        <span className="block text-ink-muted text-xs">{sample.about}</span>
      </span>
      <ArrowRight aria-hidden className="size-4 shrink-0 text-ink-faint group-hover:text-accent" />
    </button>
  )
}
