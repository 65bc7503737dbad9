'use client'

import { useEffect, useState } from 'react'
import { loadPack } from '@/components/models/load-pack'
import { type Catalogue, openCatalogue } from '@/lib/catalogue/catalogue'

/** The catalogue of this hash once it is here; `isMissing` when it cannot be had. */
export function usePack(hash: string): { catalogue?: Catalogue; isMissing: boolean } {
  const [catalogue, setCatalogue] = useState<Catalogue>()
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    let isGone = false
    loadPack(hash).then(
      (pack) => isGone || setCatalogue(openCatalogue(pack)),
      () => isGone || setMissing(true),
    )
    return () => {
      isGone = true
    }
  }, [hash])
  return { ...(catalogue && { catalogue }), isMissing }
}
