/** How many can be sold: "few" are worth naming, "plenty" are not. */
export interface Stock {
  level: 'plenty' | 'few' | 'none'
  left: number
}

const FEW = 5

export function stockOf(left: number): Stock {
  return { level: left === 0 ? 'none' : left <= FEW ? 'few' : 'plenty', left }
}
