'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { type Command, usePalette } from '@/components/shell/command-store'
import { isOverlayOpen } from '@/components/shell/is-overlay-open'
import { isTyping } from '@/components/shell/is-typing'
import { isPressed } from '@/components/shell/match-keys'

// Loaded when it is asked for.
const KeysOverlay = dynamic(
  () => import('@/components/shell/keys-overlay').then((each) => each.KeysOverlay),
  { loading: () => null },
)

/** The keys of every command on the page, and the overlay that lists them. Once, around the app. */
export function CommandKeys() {
  const router = useRouter()
  const areShown = usePalette((state) => state.areKeysShown)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || isOverlayOpen()) return
      if (isPressed(event, ['?'])) {
        event.preventDefault()
        return usePalette.setState({ areKeysShown: true })
      }
      const commands = Object.values(usePalette.getState().ofPages).flat()
      const command = commands.find((each) => isMeant(each, event))
      if (!command) return
      event.preventDefault()
      if ('href' in command) router.push(command.href)
      else command.run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [router])

  return areShown ? <KeysOverlay /> : null
}

function isMeant(command: Command, event: KeyboardEvent): boolean {
  const { keys, alsoKeys = [], isDisabled, isLocal, isNative } = command
  if (isDisabled || isNative || !keys) return false
  if (isLocal && !isOnWork(event.target)) return false
  return isPressed(event, keys) || alsoKeys.some((more) => isPressed(event, more))
}

/** True on the drawing, on a list, or where nothing has the focus. */
function isOnWork(target: EventTarget | null): boolean {
  return (
    target === document.body || (target instanceof Element && target.closest('[data-command-area]') !== null)
  )
}
