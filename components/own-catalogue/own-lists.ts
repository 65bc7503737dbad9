import type { OwnList } from '@/lib/catalogue/own/own-catalogue'

/** Stands in the address where an id would. */
export const NEW_ENTRY = 'new'

const folders: Record<OwnList, string> = {
  threats: 'threats',
  mitigations: 'mitigations',
  componentTypes: 'types',
  attributes: 'facts',
}

export const ownListWords: Record<OwnList, { one: string; many: string; help: string }> = {
  threats: { one: 'threat', many: 'Threats', help: 'What can go wrong, and under which conditions.' },
  mitigations: { one: 'mitigation', many: 'Mitigations', help: 'What to do about threats.' },
  componentTypes: { one: 'component type', many: 'Component types', help: 'What systems are drawn of.' },
  attributes: { one: 'fact', many: 'Facts', help: 'What conditions read and people answer.' },
}

export const ownLists = Object.keys(folders) as OwnList[]

/** The list that an address names. */
export function ownListOf(folder: string): OwnList | undefined {
  return ownLists.find((list) => folders[list] === folder)
}

/** Where an own entry is edited. */
export function ownHref(list: OwnList, id: string = NEW_ENTRY): string {
  return `/catalogue/own/${folders[list]}/${encodeURIComponent(id)}`
}
