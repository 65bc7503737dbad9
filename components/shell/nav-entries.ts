import { BookOpen, Boxes, GraduationCap, type IconType, Users } from '@/components/ui/icons'

export type NavEntry = { href: string; label: string; icon: IconType }

/** The places of the app, in the order of the rail. A place stands here once its pages exist. */
export const navEntries: readonly NavEntry[] = [
  { href: '/models', label: 'Models', icon: Boxes },
  { href: '/catalogue', label: 'Catalogue', icon: BookOpen },
  { href: '/coursework', label: 'Coursework', icon: GraduationCap },
  { href: '/workspace', label: 'Workspace', icon: Users },
]

/** True on the entry's own page and on every page below it. */
export function isCurrentEntry(entry: NavEntry, path: string): boolean {
  return path === entry.href || path.startsWith(`${entry.href}/`)
}
