'use client'

import { useState } from 'react'
import type { Chosen } from '@/components/imports/drop-overlay'
import { postFiles } from '@/components/imports/post-files'
import { announce } from '@/components/ui/live-region'
import type { IntakeLine } from '@/lib/coursework/views'

/** Bytes that one request carries; more are sent in several, and what went through stays when one fails. */
const PART_BYTES = 16_000_000
const PART_FILES = 400

type Answer = { batchId: string; lines: IntakeLine[] }

/** Sends chosen files in parts that keep folders together. */
export function useIntake(assignmentId: string, addsStudents: boolean, onPart: () => void) {
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  const [problem, setProblem] = useState<string>()

  const take = async (chosen: Promise<Chosen>) => {
    const { files, hasMore } = await chosen
    setProblem(
      hasMore ? 'These are more files than are taken at once: send the others afterwards.' : undefined,
    )
    if (files.length === 0) return
    const url = `/api/coursework/${encodeURIComponent(assignmentId)}/intake?adds=${addsStudents ? 'yes' : 'no'}`
    let done = 0
    setProgress({ done, total: files.length })
    for (const part of partsOf(files)) {
      const sent = part.map(({ path, file }) => ({ path, bytes: file }))
      const answer = await postFiles<Answer>(url, {
        files: sent,
        left: [],
        signal: new AbortController().signal,
        onSent: () => {},
      })
      if (!answer.ok) {
        setProblem(
          `${answer.sentence} ${done} of ${files.length} files went through; send the same again to go on.`,
        )
        break
      }
      done += part.length
      setProgress({ done, total: files.length })
      onPart()
    }
    setProgress(undefined)
    announce(`${done} files were taken in.`)
  }
  return { take, progress, problem }
}

/** Files of one top folder stay in one part, because they are one work. */
function partsOf(files: Chosen['files']): Chosen['files'][] {
  const depth = files.every(({ path }) => path.includes('/')) && sameTop(files) ? 2 : 1
  const groups = new Map<string, Chosen['files']>()
  for (const file of files) {
    const folders = file.path.split('/')
    const key = folders.length > depth ? folders.slice(0, depth).join('/') : file.path
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  const parts: Chosen['files'][] = []
  let bytes = 0
  for (const group of groups.values()) {
    const size = group.reduce((sum, { file }) => sum + file.size, 0)
    const last = parts.at(-1)
    if (last && bytes + size <= PART_BYTES && last.length + group.length <= PART_FILES) {
      last.push(...group)
      bytes += size
    } else {
      parts.push([...group])
      bytes = size
    }
  }
  return parts
}

function sameTop(files: Chosen['files']): boolean {
  return new Set(files.map(({ path }) => path.split('/')[0])).size === 1
}
