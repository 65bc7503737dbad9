export type YamlLimits = {
  /** Characters of the text. */
  maxLength: number
  maxDepth: number
  maxDocuments: number
  /** Nodes as written. */
  maxNodes: number
  /** Nodes that aliases may add on top, counted as if each alias were written out. */
  maxAliased: number
}

export const YAML_LIMITS: YamlLimits = {
  maxLength: 16_000_000,
  maxDepth: 200,
  maxDocuments: 20_000,
  maxNodes: 4_000_000,
  maxAliased: 500_000,
}

/** Ends reading from inside the parser; lines count from 0. */
export class YamlStop extends Error {
  constructor(
    readonly line: number,
    readonly sentence: string,
  ) {
    super(sentence)
  }
}
