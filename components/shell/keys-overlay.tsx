'use client'

import { type Command, usePalette } from '@/components/shell/command-store'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'

const always: readonly Pick<Command, 'label' | 'keys' | 'group'>[] = [
  { label: 'Search and commands', keys: ['Mod', 'K'], group: 'Everywhere' },
  { label: 'These keys', keys: ['?'], group: 'Everywhere' },
]

/** Every key of the page, by what it is for. */
export function KeysOverlay() {
  const ofPages = usePalette((state) => state.ofPages)
  const listed = [...Object.values(ofPages).flat(), ...always].filter((command) => command.keys)
  const groups = [...new Set(listed.map(({ group }) => group))]
  return (
    <Dialog
      title="Keys"
      size="lg"
      isText
      isOpen
      onOpenChange={(isOpen) => usePalette.setState({ areKeysShown: isOpen })}
    >
      <div className="columns-1 gap-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 font-semibold text-xs">{group}</h3>
            <dl className="flex flex-col gap-1.5">
              {listed
                .filter((command) => command.group === group)
                .map(({ label, keys = [] }) => (
                  <div key={`${label}${keys.join('')}`} className="flex items-center justify-between gap-4">
                    <dt className="min-w-0 truncate">{label}</dt>
                    <dd className="shrink-0">
                      <Kbd keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
