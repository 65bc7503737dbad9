'use client'

import { ItemCard } from '@/components/coursework/review/item-card'
import type { ReviewCommands } from '@/components/coursework/review/use-review'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { StrideLetters, strideLook, strideNames } from '@/components/ui/stride'
import type { ThreatItem } from '@/lib/coursework/apply-corrections'

const platforms = { docker: 'Docker', kubernetes: 'Kubernetes', other: 'Other' } as const
const bases = { stated: 'as the text says', implied: 'guessed from its meaning', none: 'not said' } as const

type Props = {
  threat: ThreatItem
  next: string | undefined
  isActive: boolean
  onActive: (item: string | undefined) => void
  correct: ReviewCommands['correct']
}

/** A threat of the text: its letters, platform and component, to be corrected. */
export function ThreatCard({ threat, next, isActive, onActive, correct }: Props) {
  const { item, platform, categories, component, mitigationStated, confidence, categoryBasis } = threat
  const set = (
    fields: Parameters<ReviewCommands['correct']>[0] extends infer C
      ? C extends { kind: 'set-threat'; fields: infer F }
        ? F
        : never
      : never,
  ) => void correct({ kind: 'set-threat', item, fields })
  return (
    <ItemCard
      item={threat}
      label={`Threat on line ${threat.firstLine}`}
      next={next}
      isActive={isActive}
      onActive={onActive}
      correct={correct}
      heading={
        <>
          <StrideLetters letters={categories} />
          <span>{platforms[platform]}</span>
          <span className="font-mono text-ink-muted text-xs">{component ?? 'no component'}</span>
        </>
      }
    >
      <p className="text-ink-muted text-xs">
        Category {bases[categoryBasis]}; the reader is {Math.round(confidence * 100)} % sure.
      </p>
      <fieldset>
        <legend className="mb-1 font-medium text-sm">Categories</legend>
        <div className="flex flex-wrap gap-1">
          {strideNames.map((letter) => {
            const isOn = categories.includes(letter)
            return (
              <button
                key={letter}
                type="button"
                aria-pressed={isOn}
                aria-label={strideLook[letter].label}
                onClick={() =>
                  set({
                    categories: isOn ? categories.filter((one) => one !== letter) : [...categories, letter],
                  })
                }
                className={cn(
                  'size-7 rounded-sm border font-mono font-semibold text-xs',
                  isOn
                    ? [strideLook[letter].text, strideLook[letter].tint, strideLook[letter].line]
                    : 'border-line-strong text-ink-muted',
                )}
              >
                {letter}
              </button>
            )
          })}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Platform">
          <Select
            size="sm"
            value={platform}
            onChange={(event) => set({ platform: event.target.value as ThreatItem['platform'] })}
          >
            {Object.entries(platforms).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Component">
          <Input
            key={component}
            size="sm"
            defaultValue={component ?? ''}
            maxLength={80}
            onBlur={(event) => {
              const value = event.target.value.trim() || null
              if (value !== component) set({ component: value })
            }}
          />
        </Field>
      </div>
      <Checkbox
        label="Says what to do about it"
        checked={mitigationStated}
        onChange={(event) => set({ mitigationStated: event.target.checked })}
      />
    </ItemCard>
  )
}
