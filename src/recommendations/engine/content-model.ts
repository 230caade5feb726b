import type { Scores } from './scores.ts'

/** What is known of an item besides what people do with it. */
export interface CatalogueItem {
  item: string
  /** Title, brand, category and attributes, in any order. */
  text: string
  price?: number
}

/** Words of more items than this share of all say nothing. */
const MOST_COMMON = 0.25

/** Items as vectors of rare words (TF-IDF, of length 1), and the words with the items that have them. */
export class ContentModel {
  readonly #words: number[][] = []
  readonly #weights: number[][] = []
  readonly #having: { items: number[]; weights: number[] }[] = []

  /** @param texts By the numbers of the items; undefined for one of which nothing is known. */
  constructor(texts: readonly (string | undefined)[]) {
    const numbers = new Map<string, number>()
    const counts: number[] = []
    const bags = texts.map((text) => [...new Set(wordsOf(text ?? ''))])
    for (const word of bags.flat()) {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      counts[number] = (counts[number] ?? 0) + 1
    }
    const most = Math.max(20, texts.length * MOST_COMMON)
    for (const [item, bag] of bags.entries()) {
      const words = bag.map((word) => numbers.get(word)!).filter((word) => counts[word]! <= most)
      const weights = words.map((word) => Math.log(1 + texts.length / counts[word]!))
      const length = Math.hypot(...weights) || 1
      this.#words[item] = words
      this.#weights[item] = weights.map((weight) => weight / length)
      for (const [index, word] of words.entries()) {
        this.#having[word] ??= { items: [], weights: [] }
        this.#having[word].items.push(item)
        this.#having[word].weights.push(this.#weights[item]![index]!)
      }
    }
  }

  /** Adds how alike each item is to one, from 0 to `weight`. */
  score(item: number, weight: number, scores: Scores): void {
    for (const [index, word] of (this.#words[item] ?? []).entries()) {
      const own = weight * this.#weights[item]![index]!
      const { items, weights } = this.#having[word]!
      for (let at = 0; at < items.length; at++) scores.add(items[at]!, own * weights[at]!)
    }
  }

  /** How alike two items are, from 0 to 1. */
  alike(one: number, other: number): number {
    const words = this.#words[other] ?? []
    return (this.#words[one] ?? []).reduce((sum, word, index) => {
      const place = words.indexOf(word)
      return place < 0 ? sum : sum + this.#weights[one]![index]! * this.#weights[other]![place]!
    }, 0)
  }
}

/** Words in small letters, whole and, so that plurals meet, by their first five letters; and neighbours as pairs. */
function wordsOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
  const stems = words.map((word) => (word.length > 5 ? `${word.slice(0, 5)}~` : word))
  const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`)
  return [...words, ...stems, ...pairs]
}
