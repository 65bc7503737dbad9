import { LoaderCircle } from '@/components/ui/icons'

/** Something is under way; the words beside it say what. */
export function Spinner({ className = 'size-4' }: { className?: string }) {
  return <LoaderCircle aria-hidden className={`animate-spin ${className}`} />
}
