'use client'

import type { ComponentProps } from 'react'
import { cn } from '@/components/ui/cn'
import { controlStyle } from '@/components/ui/control-style'
import { useFieldControl } from '@/components/ui/field'

/** Text of several lines; grows with what is in it. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useFieldControl()}
      rows={rows}
      {...rest}
      className={cn(controlStyle, 'field-sizing-content max-h-96 min-h-16 px-2.5 py-1.5', className)}
    />
  )
}
