const FEW = 12

/**
 * The fields of an object, in the order they stand in; of a name that comes twice, the last value. Two lists take a
 * fraction of the memory and time of a `Map` for the few fields that nearly all objects have, and a large report has a
 * million objects. No name is special: `__proto__` is a field like any other.
 */
export class JsonFields<V> implements Iterable<[string, V]> {
  private readonly names: string[] = []
  private readonly values: V[] = []
  private index: Map<string, number> | undefined

  constructor(entries: Iterable<readonly [string, V]> = []) {
    for (const [name, value] of entries) this.set(name, value)
  }

  get(name: string): V | undefined {
    return this.values[this.find(name)]
  }

  has(name: string): boolean {
    return this.find(name) >= 0
  }

  set(name: string, value: V): void {
    const known = this.find(name)
    if (known >= 0) {
      this.values[known] = value
      return
    }
    this.names.push(name)
    this.values.push(value)
    if (this.index) this.index.set(name, this.names.length - 1)
    else if (this.names.length > FEW) this.index = new Map(this.names.map((one, place) => [one, place]))
  }

  keys(): readonly string[] {
    return this.names
  }

  *[Symbol.iterator](): Iterator<[string, V]> {
    for (const [place, name] of this.names.entries()) yield [name, this.values[place] as V]
  }

  private find(name: string): number {
    return this.index ? (this.index.get(name) ?? -1) : this.names.indexOf(name)
  }
}
