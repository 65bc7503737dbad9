'use client'

import { useMemo, useState } from 'react'
import type { LineRange } from '@/components/coursework/review/line-range'
import { type LineLook, TextLine } from '@/components/coursework/review/text-line'
import { Button } from '@/components/ui/button'
import type { ReviewView } from '@/lib/coursework/views'

const PAGE = 1_500

type Props = {
  view: ReviewView
  activeItem: string | undefined
  range: LineRange | undefined
  onRange: (range: LineRange | undefined) => void
  onItem: (item: string) => void
}

/** The text as it was handed in: line numbers, the spans of what was read in the colour of their letter, and the rest. */
export function TextPane({ view, activeItem, range, onRange, onItem }: Props) {
  const [shown, setShown] = useState(PAGE)
  const lines = useMemo(() => view.text.replaceAll('\r', '').split('\n'), [view.text])
  const looks = useMemo(() => looksOf(view), [view])
  const choose = (line: number, isFurther: boolean) => {
    if (isFurther && range) onRange({ from: Math.min(range.from, line), to: Math.max(range.to, line) })
    else if (range?.from === line && range.to === line) onRange(undefined)
    else onRange({ from: line, to: line })
  }
  return (
    <section aria-label="Text" className="min-h-0 flex-1 overflow-y-auto bg-page py-2 max-md:max-h-[60dvh]">
      {lines.length === 1 && lines[0] === '' ? (
        <p className="px-6 py-10 text-center text-ink-muted">There is no text to show.</p>
      ) : null}
      <ol>
        {lines.slice(0, shown).map((text, at) => (
          <TextLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
            key={at}
            number={at + 1}
            text={text}
            look={looks.get(at + 1)}
            isActive={looks.get(at + 1)?.item !== undefined && looks.get(at + 1)?.item === activeItem}
            isChosen={range !== undefined && at + 1 >= range.from && at + 1 <= range.to}
            onChoose={choose}
            onItem={onItem}
          />
        ))}
      </ol>
      {shown < lines.length ? (
        <div className="p-4 text-center">
          <Button onClick={() => setShown(shown + PAGE)}>
            Show more lines ({lines.length - shown} are left)
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function looksOf({ submission, claims, notes }: ReviewView): Map<number, LineLook> {
  const looks = new Map<number, LineLook>()
  const put = (line: number, look: Partial<LineLook>) =>
    looks.set(line, { kind: 'rest', isUnassigned: false, hasRemark: false, ...looks.get(line), ...look })
  for (const one of submission.findings)
    for (let line = one.firstLine; line <= one.lastLine; line++)
      put(line, {
        kind: 'finding',
        item: one.item,
        isFirst: line === one.firstLine,
        isLast: line === one.lastLine,
        says: one.id ?? 'check',
      })
  for (const one of submission.threats)
    for (let line = one.firstLine; line <= one.lastLine; line++)
      put(line, {
        kind: 'threat',
        letter: one.categories[0],
        item: one.item,
        isFirst: line === one.firstLine,
        isLast: line === one.lastLine,
        says: one.categories.join('') || 'threat',
      })
  for (const line of submission.unassigned) put(line, { isUnassigned: true })
  for (const { line } of claims) put(line, { hasRemark: true })
  for (const { firstLine } of notes) put(firstLine, { hasRemark: true })
  return looks
}
