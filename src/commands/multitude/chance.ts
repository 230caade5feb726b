/** Numbers that look like chance and are always the same for the same seed (mulberry32). */
export function chance(seed: number) {
  let state = Math.imul(seed, 0x9e3779b1) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    /** Whether something happens that happens so often: 0 is never, 1 always. */
    happens: (share: number) => next() < share,
    /** A whole number from the first to the last. */
    between: (first: number, last: number) => first + Math.floor(next() * (last - first + 1)),
    /** One of the list; as with words (Zipf), the second comes half as often as the first, the third a third. */
    oneOf: <Item>(list: readonly Item[]): Item =>
      list[Math.min(list.length - 1, Math.floor((list.length + 1) ** next()) - 1)]!,
  }
}

export type Chance = ReturnType<typeof chance>
