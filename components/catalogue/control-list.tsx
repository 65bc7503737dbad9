import type { Catalogue } from '@/lib/catalogue/catalogue'
import { frameworkLabels } from '@/lib/catalogue/frameworks'

/** Checks of outside benchmarks, each with its number in every version that has one. */
export function ControlList({ keys, catalogue }: { keys: readonly string[]; catalogue: Catalogue }) {
  if (keys.length === 0) return <p className="text-ink-muted">It meets no check of a benchmark.</p>
  return (
    <ul className="flex flex-col gap-2">
      {keys.map((key) => {
        const control = catalogue.controls.get(key)
        const numbers = Object.entries(control?.numbers ?? {})
        return (
          <li key={key}>
            <p>{control ? `${frameworkLabels[control.framework]}: ${control.label}` : key}</p>
            {numbers.length > 0 ? (
              <p className="tabular text-ink-muted text-xs [overflow-wrap:anywhere]">
                {numbers.map(([version, number]) => `${number} in ${version}`).join(', ')}
              </p>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
