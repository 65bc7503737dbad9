import { cn } from '@/components/ui/cn'

export type StrideName = 'S' | 'T' | 'R' | 'I' | 'D' | 'E'

/** In the order of the word. */
export const strideNames: readonly StrideName[] = ['S', 'T', 'R', 'I', 'D', 'E']

export const strideLook: Record<StrideName, { label: string; text: string; tint: string; line: string }> = {
  S: { label: 'Spoofing', text: 'text-stride-s', tint: 'bg-stride-s-soft', line: 'border-stride-s' },
  T: { label: 'Tampering', text: 'text-stride-t', tint: 'bg-stride-t-soft', line: 'border-stride-t' },
  R: { label: 'Repudiation', text: 'text-stride-r', tint: 'bg-stride-r-soft', line: 'border-stride-r' },
  I: {
    label: 'Information disclosure',
    text: 'text-stride-i',
    tint: 'bg-stride-i-soft',
    line: 'border-stride-i',
  },
  D: { label: 'Denial of service', text: 'text-stride-d', tint: 'bg-stride-d-soft', line: 'border-stride-d' },
  E: {
    label: 'Elevation of privilege',
    text: 'text-stride-e',
    tint: 'bg-stride-e-soft',
    line: 'border-stride-e',
  },
}

const box =
  'inline-flex size-5 shrink-0 items-center justify-center rounded-sm font-mono font-semibold text-2xs leading-none'

type StrideLetterProps = {
  letter: StrideName
  /** `lit`: open threats; `quiet`: considered, none open; `hollow`: nobody looked. */
  look?: 'lit' | 'quiet' | 'hollow'
  count?: number
}

/** One STRIDE category: its letter, its colour, its name on hover. */
export function StrideLetter({ letter, look = 'lit', count }: StrideLetterProps) {
  const { label, text, tint } = strideLook[letter]
  return (
    <span
      title={count === undefined ? label : `${label}: ${count} open`}
      className="inline-flex items-center"
    >
      <span
        aria-hidden
        className={cn(
          box,
          look === 'lit' && [text, tint],
          look === 'quiet' && 'bg-open-soft text-ink-muted',
          look === 'hollow' && 'border border-line-strong border-dashed text-ink-faint',
          count !== undefined && 'w-auto gap-0.5 px-1',
        )}
      >
        {letter}
        {count === undefined ? null : <span className="tabular font-medium font-sans">{count}</span>}
      </span>
      <span className="sr-only">{count === undefined ? label : `${label}: ${count} open`}</span>
    </span>
  )
}

/** The letters of a threat: its own in colour, those it also touches quiet. */
export function StrideLetters({
  letters,
  also = [],
}: {
  letters: readonly StrideName[]
  also?: readonly StrideName[]
}) {
  return (
    <span className="inline-flex gap-0.5">
      {strideNames.map((letter) =>
        letters.includes(letter) ? (
          <StrideLetter key={letter} letter={letter} />
        ) : also.includes(letter) ? (
          <StrideLetter key={letter} letter={letter} look="quiet" />
        ) : null,
      )}
    </span>
  )
}
