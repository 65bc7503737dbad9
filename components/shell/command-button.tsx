'use client'

import type { ReactNode } from 'react'
import { useCommand } from '@/components/shell/command-store'
import { IconButton } from '@/components/ui/icon-button'

type CommandButtonProps = {
  id: string
  /** Instead of the command's own. */
  icon?: ReactNode
  isPressed?: boolean
  size?: 'sm' | 'md'
  className?: string
}

/** A button that stands for a command of the registry, with its name, keys and state. */
export function CommandButton({ id, icon, isPressed, size, className }: CommandButtonProps) {
  const command = useCommand(id)
  if (!command || 'href' in command) return null
  return (
    <IconButton
      label={command.label}
      {...(command.keys && { keys: command.keys })}
      icon={icon ?? command.icon}
      {...(isPressed !== undefined && { isPressed })}
      {...(size !== undefined && { size })}
      {...(className !== undefined && { className })}
      disabled={command.isDisabled}
      onClick={command.run}
    />
  )
}
