import { isFree } from '../../../src/commands/launcher/ports.ts'

/** How many ports each of the processes that run tests has to itself. */
export const PORTS_EACH = 10

const LOWEST = 20_000
const SPREAD = 10_000

/** The first of `size` free ports in a row, below those that the system gives out by itself. */
export async function freePorts(size: number): Promise<number> {
  for (;;) {
    const first = LOWEST + Math.floor(Math.random() * SPREAD)
    const block = Array.from({ length: size }, (_, i) => first + i)
    if ((await Promise.all(block.map(isFree))).every(Boolean)) return first
  }
}
