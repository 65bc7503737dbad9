import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from '@/components/shell/providers'
import { THEME_COOKIE, toTheme } from '@/components/shell/theme'
import '@/app/globals.css'

export const metadata: Metadata = {
  title: { default: 'Bulkhead', template: '%s · Bulkhead' },
  description: 'A threat-modelling workbench for Docker and Kubernetes.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f7f8' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1316' },
  ],
}

/** The document around every page, drawn in the theme that this browser chose. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
