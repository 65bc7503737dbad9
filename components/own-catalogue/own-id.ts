/** An id for a new entry from its title: "own-payment-terminal". A number is added while it is taken. */
export function ownIdFor(title: string, taken: ReadonlySet<string>): string {
  const words = wordsOf(title).slice(0, 6)
  return free(`own-${words.join('-') || 'entry'}`.slice(0, 60).replace(/-+$/, ''), '-', taken)
}

/** An id for a new attribute, which conditions name: "ownBackupTested". */
export function ownAttributeIdFor(label: string, taken: ReadonlySet<string>): string {
  const words = wordsOf(label)
    .slice(0, 6)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return free(`own${words.join('') || 'Fact'}`.slice(0, 60), '', taken)
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

function free(id: string, between: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  let number = 2
  while (taken.has(`${id}${between}${number}`)) number += 1
  return `${id}${between}${number}`
}
