/** The mark: a hull cut by two bulkheads, one compartment kept dry. */
export function LogoMark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={className} fill="none">
      <path
        d="M3 6.5A2.5 2.5 0 0 1 5.5 4h13A2.5 2.5 0 0 1 21 6.5v4.2c0 5.6-4.2 8.4-9 9.8-4.8-1.4-9-4.2-9-9.8V6.5Z"
        className="stroke-accent"
        strokeWidth="1.75"
      />
      <path d="M9.2 4.5h5.6v14.7c-.9.4-1.9.7-2.8 1-1-.3-1.9-.6-2.8-1V4.5Z" className="fill-accent" />
    </svg>
  )
}
