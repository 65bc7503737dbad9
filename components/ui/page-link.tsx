'use client'

import Link from 'next/link'
import { type ComponentProps, useState } from 'react'

/**
 * A link to another page of the app that fetches it when somebody points at it or stands on it, and not because it is
 * in sight: the page that is looked at comes first.
 */
export function PageLink({ prefetch, ...props }: ComponentProps<typeof Link>) {
  const [isMeant, setMeant] = useState(false)
  const mean = () => setMeant(true)
  return (
    <Link
      {...props}
      prefetch={prefetch ?? (isMeant ? null : false)}
      onPointerEnter={mean}
      onTouchStart={mean}
      onFocus={mean}
    />
  )
}
