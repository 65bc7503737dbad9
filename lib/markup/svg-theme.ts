import type { Severity } from '@/lib/model/judgement'

/** The colours of a drawing. Text on its ground has a contrast of at least 4.5:1, lines 3:1. */
export type SvgTheme = {
  ground: string
  boundaryFill: string
  boundaryLine: string
  boundaryText: string
  tabFill: string
  cardFill: string
  cardLine: string
  text: string
  muted: string
  flow: string
  gate: string
  severity: Record<Severity, string>
}

export const svgThemes: Record<'light' | 'dark', SvgTheme> = {
  light: {
    ground: '#ffffff',
    boundaryFill: '#0f766e',
    boundaryLine: '#5f7f86',
    boundaryText: '#134e4a',
    tabFill: '#ffffff',
    cardFill: '#ffffff',
    cardLine: '#7b8aa0',
    text: '#0f172a',
    muted: '#475569',
    flow: '#64748b',
    gate: '#b45309',
    severity: { critical: '#b91c1c', high: '#c2410c', medium: '#a16207', low: '#0369a1', info: '#475569' },
  },
  dark: {
    ground: '#0b1220',
    boundaryFill: '#5eead4',
    boundaryLine: '#6b8c93',
    boundaryText: '#ccfbf1',
    tabFill: '#0b1220',
    cardFill: '#172033',
    cardLine: '#74839c',
    text: '#f1f5f9',
    muted: '#a8b5c8',
    flow: '#8b9bb3',
    gate: '#fbbf24',
    severity: { critical: '#f87171', high: '#fb923c', medium: '#facc15', low: '#38bdf8', info: '#a8b5c8' },
  },
}
