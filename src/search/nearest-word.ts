/** A word that documents use, and how many do. */
export interface VocabularyWord {
  word: string
  documents: number
}

/**
 * The word that was most probably meant: the one that fewest slips of the pen lead to and, of those, the one
 * that is used most. A slip is a letter too much, too few, wrong, or two that changed places. Undefined when
 * even the nearest needs more slips than a word of that length bears: one up to four letters, two up to eight, three.
 */
export function nearestWord(typed: string, words: VocabularyWord[]): string | undefined {
  const bearable = typed.length <= 4 ? 1 : typed.length <= 8 ? 2 : 3
  const near = words
    .map(({ word, documents }) => ({ word, documents, slips: slipsBetween(typed, word) }))
    .filter(({ slips }) => slips <= bearable)
  near.sort((a, b) => a.slips - b.slips || b.documents - a.documents || (a.word < b.word ? -1 : 1))
  return near[0]?.word
}

/** The optimal string alignment distance of two words. */
export function slipsBetween(a: string, b: string): number {
  const width = b.length + 1
  const slips = Array.from({ length: (a.length + 1) * width }, (_, at) =>
    at < width ? at : at % width === 0 ? at / width : 0,
  )
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const at = row * width + column
      const isSame = a[row - 1] === b[column - 1]
      const changedPlaces =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      slips[at] = Math.min(
        slips[at - width]! + 1,
        slips[at - 1]! + 1,
        slips[at - width - 1]! + (isSame ? 0 : 1),
        changedPlaces ? slips[at - 2 * width - 2]! + 1 : Number.POSITIVE_INFINITY,
      )
    }
  }
  return slips.at(-1)!
}
