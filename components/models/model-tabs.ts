/** The pages of a model, in their order. */
export function modelTabs(modelId: string): { href: string; label: string }[] {
  const base = `/models/${encodeURIComponent(modelId)}`
  return [
    { href: `${base}/canvas`, label: 'Canvas' },
    { href: `${base}/threats`, label: 'Threats' },
    { href: `${base}/findings`, label: 'Findings' },
    { href: `${base}/report`, label: 'Report' },
    { href: `${base}/history`, label: 'History' },
  ]
}
