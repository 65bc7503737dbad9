import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from '@/components/ui/button-style'
import { PageLink } from '@/components/ui/page-link'

type ButtonLinkProps = ComponentProps<typeof PageLink> & { variant?: ButtonVariant; size?: ButtonSize }

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ variant, size, className, ...rest }: ButtonLinkProps) {
  return <PageLink {...rest} className={buttonStyle(variant, size, className)} />
}
