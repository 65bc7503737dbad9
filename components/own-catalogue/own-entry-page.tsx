'use client'

import { AttributeForm } from '@/components/own-catalogue/attribute-form'
import type { EntryFormProps } from '@/components/own-catalogue/entry-form'
import { MitigationForm } from '@/components/own-catalogue/mitigation-form'
import { ThreatForm } from '@/components/own-catalogue/threat-form'
import { TypeForm } from '@/components/own-catalogue/type-form'
import { usePack } from '@/components/own-catalogue/use-pack'
import { ErrorState } from '@/components/ui/error-state'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import type { OwnCatalogue, OwnList } from '@/lib/catalogue/own/own-catalogue'

type OwnEntryPageProps = EntryFormProps & {
  list: OwnList
  id: string | undefined
  own: OwnCatalogue
  hash: string
}

/** The form of one own entry, new or known, once the catalogue that it builds on is here. */
export function OwnEntryPage({ list, id, own, hash, ...form }: OwnEntryPageProps) {
  const { catalogue, isMissing } = usePack(hash)
  if (isMissing) {
    return (
      <ErrorState title="The catalogue could not be loaded">
        Check the connection and load this page again.
      </ErrorState>
    )
  }
  if (!catalogue) {
    return (
      <Loading label="Loading the catalogue" className="mx-auto flex max-w-3xl flex-col gap-4 p-6">
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-24 w-full" />
        <Skeleton className="h-48 w-full" />
      </Loading>
    )
  }
  const known = <T extends { id: string }>(entries: readonly T[]) => entries.find((entry) => entry.id === id)
  switch (list) {
    case 'threats':
      return <ThreatForm {...form} threat={known(own.threats)} catalogue={catalogue} />
    case 'mitigations':
      return <MitigationForm {...form} mitigation={known(own.mitigations)} catalogue={catalogue} />
    case 'componentTypes':
      return <TypeForm {...form} type={known(own.componentTypes)} catalogue={catalogue} />
    case 'attributes': {
      const uses = Object.entries(own.attributeUses).flatMap(([type, ids]) =>
        id && ids.includes(id) ? [type] : [],
      )
      return <AttributeForm {...form} attribute={known(own.attributes)} uses={uses} catalogue={catalogue} />
    }
  }
}
