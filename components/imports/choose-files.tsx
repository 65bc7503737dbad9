'use client'

import { FileInput, FolderOpen, Upload } from 'lucide-react'
import { useRef } from 'react'
import { collectChosen } from '@/components/imports/collect-files'
import type { Chosen } from '@/components/imports/drop-overlay'
import { Button, type ButtonProps } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'

type ChooseFilesProps = { label: string; onChosen: (chosen: Promise<Chosen>) => void } & Pick<
  ButtonProps,
  'variant' | 'size'
>

/** The keyboard's and the phone's way to what dropping does: choose files, or a whole folder. */
export function ChooseFiles({ label, onChosen, variant = 'secondary', size = 'md' }: ChooseFilesProps) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const field = (ref: React.RefObject<HTMLInputElement | null>, isFolder: boolean) => (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      aria-label={isFolder ? 'Folder to import' : 'Files to import'}
      {...(isFolder ? { webkitdirectory: '' } : {})}
      onChange={(event) => {
        const { files: list } = event.target
        if (list && list.length > 0) onChosen(Promise.resolve(collectChosen(list)))
        // So that choosing the same file again is a choice again.
        event.target.value = ''
      }}
    />
  )
  return (
    <>
      <Menu
        trigger={
          <Button variant={variant} size={size}>
            <Upload aria-hidden />
            {label}
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
