/** How often answers were right (hit rate or recall), and how far in front the first right one stood (MRR): shares of 1. */
export interface Rate {
  recall: number
  rank: number
}

/** Asks all questions and says how well they were answered. @param ask The items that are named, the likeliest first. */
export function rateOf<Asked extends { answers: ReadonlySet<number> }>(
  questions: readonly Asked[],
  ask: (question: Asked) => number[],
): Rate {
  let [recall, rank] = [0, 0]
  for (const question of questions) {
    const found = ask(question)
    recall += found.filter((item) => question.answers.has(item)).length / question.answers.size
    const first = found.findIndex((item) => question.answers.has(item))
    if (first >= 0) rank += 1 / (first + 1)
  }
  const count = Math.max(1, questions.length)
  return { recall: recall / count, rank: rank / count }
}

/** One number for both, to be compared. */
export function goodness({ recall, rank }: Rate): number {
  return recall + rank / 2
}
