/** Gives each name a number, counted from 0, in the order in which names come. */
export class Ids {
  readonly #numbers = new Map<string, number>()
  readonly #names: string[] = []

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

  get size(): number {
    return this.#names.length
  }
}
