/** What every text control shares. */
export const controlStyle =
  'w-full min-w-0 rounded-md border border-line-strong bg-surface text-ink text-sm transition-colors duration-(--motion-fast) ' +
  'hover:border-ink-faint focus-visible:outline-offset-0 focus-visible:border-focus aria-invalid:border-danger ' +
  'disabled:bg-sunken disabled:text-ink-muted read-only:not-[select]:bg-sunken'
