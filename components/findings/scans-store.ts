import { create } from 'zustand'
import { isProblem } from '@/lib/client/answers'
import type { Result } from '@/lib/model/protocol'
import type { EvidenceHead, FindingChoice, RunHead, ScanRun } from '@/lib/model/scan-run'

/** What lies beside a model, as the server gives it. */
type Scans = {
  runs: readonly RunHead[]
  places: Readonly<Record<string, readonly string[]>>
  choices: readonly FindingChoice[]
  evidence: readonly EvidenceHead[]
}

export type LoadedRun = ScanRun & { left: number }

type State = {
  modelId: string | undefined
  step: 'loading' | 'ready' | 'failed'
  sentence: string
  scans: Scans
  loaded: Readonly<Record<string, LoadedRun>>
}

const none: Scans = { runs: [], places: {}, choices: [], evidence: [] }

export const useScans = create<State>(() => ({
  modelId: undefined,
  step: 'loading',
  sentence: '',
  scans: none,
  loaded: {},
}))

const addressOf = (modelId: string) => `/api/models/${encodeURIComponent(modelId)}`

/** Asks the server once for what lies beside this model; asking again brings it up to date. */
export async function loadScans(modelId: string, isAgain = false): Promise<void> {
  const { modelId: before, step } = useScans.getState()
  if (before === modelId && !isAgain && step !== 'failed') return
  if (before !== modelId) useScans.setState({ modelId, step: 'loading', scans: none, loaded: {} })
  const answer = await send<Scans>(`${addressOf(modelId)}/scans`)
  if (useScans.getState().modelId !== modelId) return
  if (answer.ok) useScans.setState({ step: 'ready', scans: answer.value })
  else useScans.setState({ step: 'failed', sentence: answer.sentence })
}

const asked = new Set<string>()

/** Asks for the verdicts of a run, once. */
export async function loadRun(modelId: string, runId: string): Promise<void> {
  if (useScans.getState().loaded[runId] || asked.has(runId)) return
  asked.add(runId)
  const answer = await send<LoadedRun>(`${addressOf(modelId)}/scans/${encodeURIComponent(runId)}`)
  asked.delete(runId)
  const { modelId: now, loaded } = useScans.getState()
  if (now !== modelId) return
  if (answer.ok) useScans.setState({ loaded: { ...loaded, [runId]: answer.value } })
  else useScans.setState({ step: 'failed', sentence: answer.sentence })
}

export type Imported = {
  runs: { head: RunHead; isNew: boolean; unexplained: string[]; warnings: string[] }[]
  unreadable: { file: string; line?: number; sentence: string }[]
}

/** Sends files to be read and kept as runs. */
export async function sendScans(
  modelId: string,
  files: readonly { path: string; file: Blob }[],
): Promise<Result<Imported>> {
  const form = new FormData()
  for (const { path, file } of files) form.append('files', file, path)
  const answer = await send<Imported>(`${addressOf(modelId)}/scans`, { method: 'POST', body: form })
  if (answer.ok) await loadScans(modelId, true)
  return answer
}

export async function removeScan(modelId: string, runId: string): Promise<Result<unknown>> {
  const answer = await send(`${addressOf(modelId)}/scans/${encodeURIComponent(runId)}`, { method: 'DELETE' })
  if (answer.ok) await loadScans(modelId, true)
  return answer
}

/** Attaches a file to a finding or a mitigation. */
export async function sendEvidence(
  modelId: string,
  about: string,
  file: File,
): Promise<Result<EvidenceHead>> {
  const query = new URLSearchParams({ about, name: file.name })
  const answer = await send<EvidenceHead>(`${addressOf(modelId)}/evidence?${query}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  })
  if (answer.ok) await loadScans(modelId, true)
  return answer
}

export async function removeEvidence(modelId: string, fileId: string): Promise<Result<unknown>> {
  const answer = await send(evidenceAddress(modelId, fileId), { method: 'DELETE' })
  if (answer.ok) await loadScans(modelId, true)
  return answer
}

export function evidenceAddress(modelId: string, fileId: string): string {
  return `${addressOf(modelId)}/evidence/${encodeURIComponent(fileId)}`
}

async function send<T>(url: string, init: RequestInit = {}): Promise<Result<T>> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, init)
    body = await response.json()
  } catch {
    return {
      ok: false,
      code: 'unexpected',
      sentence: 'The server could not be reached. Check that it runs, then try again.',
    }
  }
  if (response.ok) return { ok: true, value: body as T }
  return isProblem(body)
    ? body
    : { ok: false, code: 'unexpected', sentence: `The server refused this (status ${response.status}).` }
}
