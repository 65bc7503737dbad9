'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useSearchParams } from 'next/navigation'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { arrangeFindings, type FindingFilters, startFilters } from '@/components/findings/arrange-findings'
import { ChooseFindings } from '@/components/findings/choose-findings'
import { FindingFilterBar } from '@/components/findings/finding-filter-bar'
import { FindingLine, GroupLine } from '@/components/findings/finding-line'
import { FindingPanel } from '@/components/findings/finding-panel'
import { useScans } from '@/components/findings/scans-store'
import { useFindingsOf } from '@/components/findings/use-findings'
import { useElementWords } from '@/components/threats/use-element-words'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { X } from '@/components/ui/icons'
import { Skeleton } from '@/components/ui/skeleton'
import type { Finding } from '@/lib/analysis/findings/list-findings'
import { rankFindings } from '@/lib/analysis/findings/rank-findings'
import { useModel } from '@/lib/client/model-provider'

type Item =
  | { kind: 'group'; key: string; title: string; count: number; removed: number }
  | { kind: 'line'; key: string; finding: Finding }

/** The findings of one run: a list to narrow, group and sort; at its right the finding that is open. */
export function FindingsOfOneRun({ runId }: { runId: string }) {
  const found = useFindingsOf(runId)
  return found ? <Listed run={found.run} findings={found.findings} /> : <Skeleton className="m-4 h-64" />
}

function Listed({ run, findings }: NonNullable<ReturnType<typeof useFindingsOf>>) {
  const params = useSearchParams()
  const [filters, setFilters] = useState<FindingFilters>({ ...startFilters, q: params.get('q') ?? '' })
  const [openName, setOpenName] = useState<string | undefined>(params.get('open') ?? undefined)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const analysis = useModel((state) => state.index.analysis)
  const rows = useModel((state) => state.index.rows)
  const choices = useScans((state) => state.scans.choices)
  const wordsOf = useElementWords()
  const deferred = useDeferredValue(analysis)
  const ranked = useMemo(() => rankFindings(findings, deferred), [findings, deferred])
  const removed = useMemo(() => new Map(ranked.map((one) => [one.finding.finding, one.removed])), [ranked])
  const chosen = useMemo(() => new Set(choices.map(({ finding }) => finding)), [choices])
  const items = useMemo(() => {
    const titles = new Map(rows.map(({ key, title }) => [key, title]))
    const groups = arrangeFindings(findings, filters, {
      nameOf: (id) => wordsOf(id).name,
      threatTitle: (key) => titles.get(key) ?? key,
      removedOf: (name) => removed.get(name) ?? 0,
    })
    return groups.flatMap((group): Item[] => [
      {
        kind: 'group',
        key: group.key,
        title: group.title,
        count: group.findings.length,
        removed: group.removed,
      },
      ...group.findings.map(
        (finding, index): Item => ({
          kind: 'line',
          key: `${group.key}|${finding.finding}|${index}`,
          finding,
        }),
      ),
    ])
  }, [findings, filters, rows, removed, wordsOf])
  const open = useMemo(() => findings.find(({ finding }) => finding === openName), [findings, openName])
  const scroller = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.kind === 'group' ? 40 : 36),
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
  })
  const select = (name: string, isOn: boolean) => {
    const next = new Set(selected)
    if (isOn) next.add(name)
    else next.delete(name)
    setSelected(next)
  }
  return (
    <div className="flex min-h-0 flex-1">
      <section aria-label="Findings" className="flex min-w-0 flex-1 flex-col bg-surface">
        <FindingFilterBar filters={filters} onFilters={setFilters} findings={findings} />
        <ChooseFindings ranked={ranked} selected={selected} onSelected={setSelected} />
        {items.length === 0 ? (
          <NothingShown filters={filters} onShowAll={() => setFilters({ ...filters, q: '', show: 'all' })} />
        ) : (
          <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto">
            <ul className="relative" style={{ height: lines.getTotalSize() }}>
              {lines.getVirtualItems().map((line) => {
                const item = items[line.index] as Item
                return (
                  <li
                    key={line.key}
                    className="absolute inset-x-0 top-0"
                    style={{ height: line.size, transform: `translateY(${line.start}px)` }}
                  >
                    {item.kind === 'group' ? (
                      <GroupLine title={item.title} count={item.count} removed={item.removed} />
                    ) : (
                      <FindingLine
                        finding={item.finding}
                        place={
                          item.finding.elementId === null
                            ? (item.finding.name ?? 'Not placed')
                            : wordsOf(item.finding.elementId).name
                        }
                        showsTitle={filters.group !== 'check'}
                        isChosen={chosen.has(item.finding.finding)}
                        isOpen={item.finding.finding === openName}
                        isSelected={selected.has(item.finding.finding)}
                        onSelect={(isOn) => select(item.finding.finding, isOn)}
                        onOpen={() => setOpenName(item.finding.finding)}
                      />
                    )}
                  </li>
                )
              })}
            </ul>
          </div>
        )}
      </section>
      {open ? (
        <div className="relative w-full overflow-y-auto border-line border-l bg-surface max-lg:absolute max-lg:inset-0 max-lg:z-20 lg:w-[30rem] lg:shrink-0">
          <IconButton
            label="Close the finding"
            icon={<X aria-hidden />}
            onClick={() => setOpenName(undefined)}
            className="absolute! top-2 right-2 z-10"
          />
          <FindingPanel finding={open} run={run} removed={removed.get(open.finding) ?? 0} />
        </div>
      ) : null}
    </div>
  )
}

function NothingShown({ filters, onShowAll }: { filters: FindingFilters; onShowAll: () => void }) {
  const isClean = filters.show === 'fail' && filters.q.trim() === ''
  return (
    <EmptyState
      title={isClean ? 'Nothing failed in this run' : 'No finding fits'}
      actions={
        <Button size="sm" onClick={onShowAll}>
          Show all
        </Button>
      }
    >
      {isClean ? 'What passed is evidence too: it can counter threats.' : 'Show others, or clear the search.'}
    </EmptyState>
  )
}
