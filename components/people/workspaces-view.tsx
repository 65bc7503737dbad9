'use client'

import { useSubmit } from '@/components/accounts/use-submit'
import { roleLabels } from '@/components/people/role-words'
import { useCommand } from '@/components/people/use-command'
import { Rows, Section } from '@/components/people/workspace-frame'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { createWorkspaceAction, renameWorkspaceAction, switchWorkspaceAction } from '@/lib/actions/people'
import type { Role } from '@/lib/model/protocol'

type WorkspacesViewProps = {
  present: { id: string; name: string; role: Role }
  workspaces: readonly { id: string; name: string; role: Role }[]
}

/** The workspaces of a person: the present one's name, the others to go to, and a new one. */
export function WorkspacesView({ present, workspaces }: WorkspacesViewProps) {
  const { run, isPending } = useCommand()
  return (
    <>
      {present.role === 'owner' ? <NameForm name={present.name} key={present.id} /> : null}
      <Section title="Your workspaces" lead="Models belong to a workspace; its members see all of them.">
        <Rows label="Your workspaces">
          {workspaces.map((workspace) => (
            <li key={workspace.id} className="flex items-center gap-3 px-3 py-2.5">
              <p className="min-w-0 flex-1 truncate font-medium">{workspace.name}</p>
              <Badge>{roleLabels[workspace.role]}</Badge>
              {workspace.id === present.id ? (
                <Badge tone="accent">You are here</Badge>
              ) : (
                <Button
                  size="sm"
                  disabled={isPending}
                  aria-label={`Go to ${workspace.name}`}
                  onClick={() =>
                    run(
                      () => switchWorkspaceAction({ workspaceId: workspace.id }),
                      `This is ${workspace.name}.`,
                    )
                  }
                >
                  Go there
                </Button>
              )}
            </li>
          ))}
        </Rows>
      </Section>
      <NewForm />
    </>
  )
}

function NameForm({ name }: { name: string }) {
  const { run, isPending } = useCommand()
  return (
    <Section title="Name of this workspace">
      <form
        className="flex max-w-md items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          const next = String(new FormData(event.currentTarget).get('name')).trim()
          run(() => renameWorkspaceAction({ name: next }), 'Renamed.')
        }}
      >
        <Field label="Name" className="flex-1">
          <Input name="name" required maxLength={100} pattern=".*\S.*" defaultValue={name} />
        </Field>
        <Button type="submit" isPending={isPending}>
          Rename
        </Button>
      </form>
    </Section>
  )
}

function NewForm() {
  const { submit, isPending, problem } = useSubmit(createWorkspaceAction, () =>
    window.location.assign('/models'),
  )
  return (
    <Section title="New workspace" lead="You will own it, and be alone in it until you invite somebody.">
      {problem ? (
        <Callout tone="danger" className="mb-3 max-w-md">
          {problem.sentence}
        </Callout>
      ) : null}
      <form
        className="flex max-w-md items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          submit({ name: String(new FormData(event.currentTarget).get('name')).trim() })
        }}
      >
        <Field label="Name of the new workspace" className="flex-1">
          <Input name="name" required maxLength={100} pattern=".*\S.*" autoComplete="off" />
        </Field>
        <Button type="submit" isPending={isPending}>
          Make workspace
        </Button>
      </form>
    </Section>
  )
}
