/** More changes than this in one request are refused: send them in several. */
export const MAX_CHANGES_IN_REQUEST = 200

/** More edits than this in one change are refused. */
export const MAX_EDITS = 100_000
