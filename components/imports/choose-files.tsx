'use client'

import { useEffect, useRef } from 'react'
import { collectChosen } from '@/components/imports/collect-files'
import type { Chosen } from '@/components/imports/drop-overlay'
import { Button, type ButtonProps } from '@/components/ui/button'
import { FileInput, FolderOpen, Upload } from '@/components/ui/icons'
import { Menu, MenuItem } from '@/components/ui/menu'

type ChooseFilesProps = {
  label: string
  /** Only the icon on a phone; the word is still read out. */
  isShort?: boolean
  onChosen: (chosen: Promise<Chosen>) => void
} & Pick<ButtonProps, 'variant' | 'size'>

/** The keyboard's and the phone's way to what dropping does: choose files, or a whole folder. */
export function ChooseFiles({
  label,
  isShort = false,
  onChosen,
  variant = 'secondary',
  size = 'md',
}: ChooseFilesProps) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const take = useRef((_field: HTMLInputElement) => {})
  take.current = (input) => {
    const { files: list } = input
    if (list && list.length > 0) onChosen(Promise.resolve(collectChosen(list)))
    // So that choosing the same file again is a choice again.
    input.value = ''
  }
  // What was chosen before the page could listen: its event has passed, its files are still in the field.
  useEffect(() => {
    for (const { current } of [files, folder]) if (current?.files?.length) take.current(current)
  }, [])
  const field = (ref: React.RefObject<HTMLInputElement | null>, isFolder: boolean) => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label={isFolder ? 'Folder to import' : 'Files to import'}
      {...(isFolder ? { webkitdirectory: '' } : {})}
      onChange={(event) => take.current(event.target)}
    />
  )
  return (
    <>
      <Menu
        trigger={
          <Button variant={variant} size={size}>
            <Upload aria-hidden />
            {isShort ? <span className="max-sm:sr-only">{label}</span> : label}
          </Button>
        }
      >
        <MenuItem icon={<FileInput aria-hidden />} onSelect={() => files.current?.click()}>
          Choose files
        </MenuItem>
        <MenuItem icon={<FolderOpen aria-hidden />} onSelect={() => folder.current?.click()}>
          Choose a folder
        </MenuItem>
      </Menu>
      {field(files, false)}
      {field(folder, true)}
    </>
  )
}
