'use client'

import { createContext } from 'react'
import type { Detail } from '@/components/canvas/level-of-detail'

/** How much the present zoom shows; changes only when a threshold is passed, never while panning. */
export const DetailContext = createContext<Detail>('full')

/** How many pixels of the drawing one of the screen is, in steps. */
export const FarContext = createContext(1)
