import { createHash, randomInt } from 'node:crypto'

/** No letter of these is taken for another. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 16
const GROUP = 4
const SHOWN = 4

/** A new code that nobody guesses, in groups of four letters. */
export function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
  return Array.from({ length: LENGTH / GROUP }, (_none, group) =>
    letters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  ).join('-')
}

/** The letters of a code, however it was typed; undefined for what cannot be one. */
export function lettersOf(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return letters.length === LENGTH ? letters : undefined
}

/** What is kept of a code: with so many letters, nobody tries them all. */
export function hashOf(letters: string): Buffer {
  return createHash('sha256').update(letters).digest()
}

/** By what its holder knows a card again. */
export function endOf(letters: string): string {
  return letters.slice(-SHOWN)
}
