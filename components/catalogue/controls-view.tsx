'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import type { ControlFrames } from '@/components/catalogue/control-frames'
import { ControlLine, type ControlStanding } from '@/components/catalogue/control-line'
import { SearchInput } from '@/components/ui/search-input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { inVersion } from '@/lib/catalogue/frameworks'

type ControlsViewProps = ControlFrames & {
  /** In a model: how the threats behind an id stand. */
  standingOf?: (threatIds: readonly string[]) => ControlStanding
}

type Narrowing = 'all' | 'covered' | 'open'

/** A framework, id by id: which entries bear on each, and in a model how they stand. */
export function ControlsView({ frames, threats, mitigations, standingOf }: ControlsViewProps) {
  const params = useSearchParams()
  const [query, setQuery] = useState('')
  const [narrowing, setNarrowing] = useState<Narrowing>('all')
  const frame = frames.find(({ id }) => id === params.get('framework')) ?? frames[0]
  const wanted = params.get('version') ?? ''
  const version = frame?.versions.includes(wanted) ? wanted : (frame?.versions[0] ?? '')
  const items = useMemo(() => inVersion(frame?.items ?? [], version), [frame, version])
  const shown = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    return items.filter((item) => {
      const text = `${item.id} ${item.label ?? ''}`.toLowerCase()
      if (!words.every((word) => text.includes(word))) return false
      if (narrowing === 'all') return true
      if (narrowing === 'open') return (standingOf?.(item.threatIds).raised ?? 0) > 0
      return item.threatIds.length + item.mitigationIds.length > 0
    })
  }, [items, query, narrowing, standingOf])
  if (!frame) return <p className="p-6 text-ink-muted">The catalogue names no framework.</p>
  const covered = items.filter((item) => item.threatIds.length + item.mitigationIds.length > 0).length
  const go = (next: { framework: string; version: string }) =>
    window.history.replaceState(
      null,
      '',
      `?framework=${next.framework}${next.version ? `&version=${encodeURIComponent(next.version)}` : ''}`,
    )
  return (
    <div className="mx-auto max-w-5xl px-4 py-5 md:px-6">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label="Framework"
          className="w-64! max-sm:w-full!"
          value={frame.id}
          onChange={({ target }) => go({ framework: target.value, version: '' })}
        >
          {frames.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
        {frame.versions.length > 0 ? (
          <Select
            aria-label="Version"
            className="w-40! max-sm:w-full!"
            value={version}
            onChange={({ target }) => go({ framework: frame.id, version: target.value })}
          >
            {frame.versions.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        ) : null}
        <SearchInput
          label="Narrow by number or words"
          value={query}
          onValueChange={setQuery}
          className="w-60 max-sm:w-full"
        />
        <Segmented<Narrowing>
          label="Which ids"
          value={narrowing}
          options={[
            { value: 'all', label: 'All' },
            { value: 'covered', label: 'With entries' },
            ...(standingOf ? [{ value: 'open' as const, label: 'Raised here' }] : []),
          ]}
          onChange={setNarrowing}
        />
      </div>
      <p role="status" className="tabular mt-3 mb-2 text-ink-muted text-xs">
        {covered} of {items.length} ids have entries
        {shown.length < items.length ? `, ${shown.length} shown` : ''}
      </p>
      <ul className="rounded-lg border border-line bg-surface">
        {shown.map((item) => (
          <ControlLine
            key={`${item.id}|${item.label}`}
            item={item}
            threats={threats}
            mitigations={mitigations}
            standing={standingOf?.(item.threatIds)}
          />
        ))}
        {shown.length === 0 ? <li className="px-3 py-4 text-ink-muted">No id fits.</li> : null}
      </ul>
    </div>
  )
}
