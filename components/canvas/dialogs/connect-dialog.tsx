'use client'

import { useMemo, useState } from 'react'
import { openCanvasDialog } from '@/components/canvas/canvas-ui'
import type { CanvasActions } from '@/components/canvas/commands/canvas-actions'
import { type Choice, ComponentPicker, choicesOf } from '@/components/canvas/dialogs/component-picker'
import { Dialog } from '@/components/ui/dialog'
import { Segmented } from '@/components/ui/segmented'
import { useModel } from '@/lib/client/model-provider'
import { entryOf } from '@/lib/model/records'

/** Asks for the other end of a data flow. */
export function ConnectDialog({ from, actions }: { from: string; actions: CanvasActions }) {
  const components = useModel((state) => state.model.components)
  const [direction, setDirection] = useState<'out' | 'in'>('out')
  const choices = useMemo(
    () => choicesOf(Object.values(components).filter(({ id }) => id !== from)),
    [components, from],
  )
  const name = entryOf(components, from)?.name ?? from
  const choose = ({ id }: Choice) => {
    openCanvasDialog(undefined)
    if (id !== undefined) direction === 'out' ? actions.connect(from, id) : actions.connect(id, from)
  }
  return (
    <Dialog
      title={`Connect ${name}`}
      description="The data flow gets the likeliest type. Change that and everything else in the inspector."
      isOpen
      onOpenChange={(isOpen) => !isOpen && openCanvasDialog(undefined)}
    >
      <div className="flex flex-col gap-3">
        <ComponentPicker
          label={direction === 'out' ? `Data goes from ${name} to` : `Data comes to ${name} from`}
          choices={choices}
          onChoose={choose}
        />
        <Segmented
          label="Direction"
          value={direction}
          options={[
            { value: 'out', label: `From ${name}` },
            { value: 'in', label: `To ${name}` },
          ]}
          onChange={setDirection}
        />
      </div>
    </Dialog>
  )
}
