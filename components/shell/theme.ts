/** What a person chose; `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark'

export const THEME_COOKIE = 'bulkhead-theme'

/** Reads a cookie's value; anything unknown is `system`. */
export function toTheme(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}
