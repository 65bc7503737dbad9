'use client'

import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'
import { useFieldControl } from '@/components/ui/field'

export function Input({
  className,
  size = 'md',
  ...rest
}: Omit<ComponentProps<'input'>, 'size'> & { size?: 'sm' | 'md' }) {
  return (
    <input
      {...useFieldControl()}
      {...rest}
      className={cn(controlStyle, size === 'sm' ? 'h-7 px-2' : 'h-8 px-2.5', className)}
    />
  )
}
