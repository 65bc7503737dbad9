'use client'

import { useState } from 'react'
import { THEME_COOKIE, type Theme } from '@/components/shell/theme'
import { buttonStyle } from '@/components/ui/button-style'
import { Monitor, Moon, Sun } from '@/components/ui/icons'
import { Menu, MenuChoice } from '@/components/ui/menu'

const options = [
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
] as const

/** Light, dark or as the machine. A cookie keeps it, so the server already draws the page in it. */
export function ThemeMenu({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const choose = (next: Theme) => {
    setTheme(next)
    document.documentElement.dataset.theme = next
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <Menu
      trigger={
        <button type="button" aria-label="Theme" className={buttonStyle('ghost', 'md', 'size-8 px-0!')}>
          {options.find((option) => option.value === theme)?.icon}
        </button>
      }
    >
      <MenuChoice value={theme} options={options} onChange={choose} />
    </Menu>
  )
}
