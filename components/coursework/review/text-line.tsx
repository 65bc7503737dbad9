'use client'

import { memo } from 'react'
import { cn } from '@/components/ui/cn'
import { type StrideName, strideLook } from '@/components/ui/stride'

export type LineLook = {
  kind: 'threat' | 'finding' | 'rest'
  letter?: StrideName | undefined
  item?: string
  isFirst?: boolean
  isLast?: boolean
  says?: string
  isUnassigned: boolean
  hasRemark: boolean
}

type Props = {
  number: number
  text: string
  look: LineLook | undefined
  isActive: boolean
  isChosen: boolean
  onChoose: (line: number, isFurther: boolean) => void
  onItem: (item: string) => void
}

/** One line: its number chooses it, its text leads to the item that it belongs to. */
export const TextLine = memo(function TextLine(props: Props) {
  const { number, text, look, isActive, isChosen, onChoose, onItem } = props
  const tint =
    look?.kind === 'threat'
      ? look.letter
        ? strideLook[look.letter].tint
        : 'bg-open-soft'
      : look?.kind === 'finding'
        ? 'bg-accent-soft'
        : ''
  const line =
    look?.kind === 'threat' && look.letter
      ? strideLook[look.letter].line
      : look?.kind === 'finding'
        ? 'border-accent'
        : look?.isUnassigned
          ? 'border-warning border-dashed'
          : 'border-transparent'
  return (
    <li
      id={`line-${number}`}
      className={cn(
        'flex scroll-my-16 items-stretch font-mono text-xs leading-5',
        isChosen && 'bg-selection!',
      )}
    >
      <button
        type="button"
        aria-pressed={isChosen}
        aria-label={`Line ${number}${look?.isUnassigned ? ', not assigned to anything' : ''}${look?.hasRemark ? ', with a remark' : ''}`}
        onClick={(event) => onChoose(number, event.shiftKey)}
        className="tabular flex min-h-6 w-12 shrink-0 select-none items-start justify-end py-0.5 pr-2 text-ink-faint hover:text-ink focus-visible:-outline-offset-2"
      >
        {look?.hasRemark ? (
          <span aria-hidden className="mr-1 text-warning">
            ●
          </span>
        ) : null}
        {number}
      </button>
      <span
        className={cn(
          'min-w-0 flex-1 whitespace-pre-wrap border-l-3 py-0.5 pr-3 pl-3 [overflow-wrap:anywhere]',
          line,
          !isChosen && tint,
          isActive && 'border-r-3 border-r-focus border-l-focus! border-solid!',
          isActive && look?.isFirst && 'border-t border-t-focus',
          isActive && look?.isLast && 'border-b border-b-focus',
        )}
      >
        {look?.item && look.isFirst ? (
          <button
            type="button"
            aria-label={`Show item ${look.says}, line ${number}`}
            onClick={() => onItem(look.item as string)}
            className={cn(
              'mr-2 inline-flex h-5 min-w-6 items-center justify-center rounded-sm border bg-surface px-1 font-sans font-semibold text-2xs',
              look.letter ? strideLook[look.letter].text : 'text-ink',
              line,
            )}
          >
            {look.says}
          </button>
        ) : null}
        {text === '' ? '\u00a0' : text}
      </span>
    </li>
  )
})
