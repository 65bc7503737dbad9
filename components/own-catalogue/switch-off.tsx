'use client'

import { useRouter } from 'next/navigation'
import type { SaveOwn } from '@/components/own-catalogue/own-actions'
import { buttonStyle } from '@/components/ui/button-style'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { toast } from '@/components/ui/toast'

/** Takes a threat of the catalogue out of use for the whole workspace, after asking. */
export function SwitchOff({
  id,
  title,
  version,
  saveOwn,
}: {
  id: string
  title: string
  version: number
  saveOwn: SaveOwn
}) {
  const router = useRouter()
  return (
    <ConfirmDialog
      title="Switch this threat off?"
      confirmLabel="Switch it off"
      trigger={
        <button type="button" className={buttonStyle('ghost', 'sm')}>
          Switch off
        </button>
      }
      onConfirm={async () => {
        const result = await saveOwn({ version, change: { do: 'switch', ids: [id], isOn: false } })
        if (!result.ok) return result.sentence
        toast({ title: `Switched off: ${title}.` })
        router.push('/catalogue/own')
        router.refresh()
        return undefined
      }}
    >
      New models of this workspace are not looked at for “{title}” any more. Models that exist keep it until
      you move them under Updates. It can be switched on again under Own entries.
    </ConfirmDialog>
  )
}
