/** Gives each name a number, counted from 0, in the order in which names come. */
export class Ids {
  readonly #numbers: Map<string, number>
  readonly #names: string[]

  constructor(names: readonly string[] = []) {
    this.#names = [...names]
    this.#numbers = new Map(names.map((name, number) => [name, number]))
  }

  /** The number of a name; a new name gets the next one. */
  of(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#names.length)
    return this.#names.push(name) - 1
  }

  /** The number of a name, or -1 for one that has not come. */
  find(name: string): number {
    return this.#numbers.get(name) ?? -1
  }

  name(number: number): string {
    return this.#names[number]!
  }

  get names(): readonly string[] {
    return this.#names
  }

  get size(): number {
    return this.#names.length
  }
}
