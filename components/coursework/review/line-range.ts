/** Lines that a reviewer chose, counted from 1. */
export type LineRange = { from: number; to: number }
