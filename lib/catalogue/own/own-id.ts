/** Ids of own entries begin with "own", so that a later catalogue never has one of them. */
const ownId = /^own(?=[-A-Z])/i

/** Whether a workspace made an entry. */
export const isOwnId = ({ id }: { id: string }) => ownId.test(id)
