'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useSubmit } from '@/components/accounts/use-submit'
import { PageBody } from '@/components/shell/page-body'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { StrideLetters } from '@/components/ui/stride'
import { makeModelAction } from '@/lib/actions/coursework'
import type { ModelProposal } from '@/lib/coursework/views'

const platforms: Readonly<Record<string, string>> = { docker: 'Docker', kubernetes: 'Kubernetes' }

/** A work as a threat model: which entry of the catalogue each threat is about is a guess that a person confirms. */
export function ModelPage({ proposal }: { proposal: ModelProposal }) {
  const router = useRouter()
  const { threats, findings, workId } = proposal
  const [name, setName] = useState(proposal.name)
  const [chosen, setChosen] = useState<Record<string, string>>(() =>
    Object.fromEntries(threats.map(({ item, matches }) => [item, matches[0]?.threatId ?? ''])),
  )
  const make = useSubmit(makeModelAction, ({ modelId }) => router.push(`/models/${modelId}/canvas`))
  return (
    <PageBody className="px-4 py-5 md:px-6">
      <div className="mx-auto flex max-w-4xl flex-col gap-4">
        <p className="max-w-3xl text-ink-muted">
          A component is drawn for each that the text names, its threats are attached, its findings are noted.
          Which entry of the catalogue a threat is about is a guess: look at each one.
        </p>
        {make.problem ? <Callout tone="danger">{make.problem.sentence}</Callout> : null}
        <ol className="flex flex-col gap-2">
          {threats.map((threat) => {
            const match = threat.matches.find(({ threatId }) => threatId === chosen[threat.item])
            return (
              <li key={threat.item} className="rounded-lg border border-line bg-surface p-3">
                <p className="mb-1 flex items-center gap-2 text-xs">
                  <StrideLetters letters={threat.categories} />
                  <span className="text-ink-muted">
                    {platforms[threat.platform] ?? threat.platform}, {threat.component ?? 'no component'},{' '}
                    {threat.firstLine === threat.lastLine
                      ? `line ${threat.firstLine}`
                      : `lines ${threat.firstLine} to ${threat.lastLine}`}
                  </span>
                </p>
                <p className="mb-2 [overflow-wrap:anywhere]">{threat.text}</p>
                <Select
                  size="sm"
                  aria-label={`Entry for the threat on line ${threat.firstLine}`}
                  value={chosen[threat.item] ?? ''}
                  onChange={(event) => setChosen({ ...chosen, [threat.item]: event.target.value })}
                >
                  {threat.matches.map((one) => (
                    <option key={one.threatId} value={one.threatId}>
                      {one.threatId} {one.title}
                    </option>
                  ))}
                  <option value="">None of these: keep it in its own words</option>
                </Select>
                {match ? <p className="mt-1 text-ink-muted text-xs">{match.reasons.join('; ')}</p> : null}
              </li>
            )
          })}
        </ol>
        {findings.length > 0 ? (
          <section aria-label="Findings" className="rounded-lg border border-line bg-surface p-3">
            <h2 className="mb-2 font-semibold text-base">Findings</h2>
            <ul className="flex flex-col gap-1">
              {findings.map((finding) => (
                <li key={finding.item}>
                  <span className="font-mono text-xs">{finding.id ?? ''}</span> {finding.title}{' '}
                  <span className="text-ink-muted text-xs">
                    {finding.matches.map(({ threatId, title }) => `${threatId} ${title}`).join(', ') ||
                      'no known check'}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <div className="flex flex-wrap items-end gap-3">
          <Field label="Name of the model" className="min-w-64 flex-1">
            <Input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Button
            variant="primary"
            isPending={make.isPending}
            disabled={name.trim() === ''}
            onClick={() =>
              make.submit({
                workId,
                name: name.trim(),
                choices: threats.map(({ item }) => ({ item, threatId: chosen[item] || null })),
              })
            }
          >
            Make the model
          </Button>
        </div>
      </div>
    </PageBody>
  )
}
