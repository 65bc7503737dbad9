'use client'

import { useCommand } from '@/components/people/use-command'
import { Rows, Section } from '@/components/people/workspace-frame'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Monitor } from '@/components/ui/icons'
import { Time } from '@/components/ui/time'
import { endSessionAction } from '@/lib/actions/people'

export type SessionView = {
  id: string
  browser: string
  signedInAt: string
  usedAt: string
  isThis: boolean
}

/** Where one is signed in, to end one of them or all but this. */
export function Sessions({ sessions, now }: { sessions: readonly SessionView[]; now: string }) {
  const { run, isPending } = useCommand()
  const others = sessions.filter((session) => !session.isThis).length
  return (
    <Section
      title="Where you are signed in"
      lead="Sign out what you do not know, then change your password."
      action={
        <Button
          disabled={others === 0 || isPending}
          onClick={() => run(() => endSessionAction({ which: 'others' }), 'Signed out everywhere else.')}
        >
          Sign out everywhere else
        </Button>
      }
    >
      <Rows label="Sessions">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5">
            <Monitor aria-hidden className="size-4 shrink-0 text-ink-muted" />
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium">{session.browser}</p>
              <p className="text-ink-muted text-xs">
                Signed in on <Time at={session.signedInAt} now={now} />, last used on{' '}
                <Time at={session.usedAt} now={now} />
              </p>
            </div>
            {session.isThis ? (
              <Badge tone="accent">This browser</Badge>
            ) : (
              <Button
                size="sm"
                disabled={isPending}
                aria-label={`Sign out ${session.browser}`}
                onClick={() => run(() => endSessionAction({ sessionId: session.id }), 'Signed out there.')}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </Rows>
    </Section>
  )
}
