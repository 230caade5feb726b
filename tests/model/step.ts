import type { Books } from './books.ts'
import type { World } from './world.ts'

/** Something that somebody does: what it must lead to, by the books, and what it leads to in the shop. */
export interface Step {
  says: string
  /** Writes it into the books; `done`, or why it must be refused. */
  inTheBooks: (books: Books) => string
  inTheShop: (world: World) => Promise<string>
}

/** Chooses at random, by numbers that were drawn before. */
export interface Chance {
  of<T>(list: readonly T[]): T | undefined
  /** Three times of four one of those that fit, while there are any. */
  mostly<T>(fitting: readonly T[], all: readonly T[]): T | undefined
  /** A whole number, the bounds included. */
  between(least: number, most: number): number
}

/** A kind of step: what is done to what there is, or undefined when there is nothing to do it to. */
export type StepKind = (books: Books, chance: Chance) => Step | undefined

export function chanceOf(drawn: number[]): Chance {
  const numbers = drawn.values()
  const between = (least: number, most: number) => least + ((numbers.next().value ?? 0) % (most - least + 1))
  const of = <T>(list: readonly T[]) => (list.length > 0 ? list[between(0, list.length - 1)] : undefined)
  return {
    between,
    of,
    mostly: (fitting, all) => of(between(0, 3) > 0 && fitting.length > 0 ? fitting : all),
  }
}

/** The outcome of a change, in a word. */
export async function told(change: Promise<unknown>): Promise<string> {
  return ((await change) as { refused?: string } | undefined)?.refused ?? 'done'
}
