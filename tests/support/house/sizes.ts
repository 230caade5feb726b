import type { Tree } from './tree.ts'

const MEDIAN = 40
const NINETIETH = 110
const LONGEST = 200

/** What is larger than files of ours are; `reasons` says why a long file is long. */
export function sizeBreaches(tree: Tree, reasons: Record<string, string>): string[] {
  const lines = new Map([...tree].map(([path, source]) => [path, source.trimEnd().split('\n').length]))
  const sizes = [...lines.values()].sort((a, b) => a - b)
  const share = (part: number) => sizes[Math.ceil(sizes.length * part) - 1]!
  const long = [...lines].filter(([, size]) => size > LONGEST)
  return [
    ...(share(0.5) > MEDIAN
      ? [`half of the files have more than ${MEDIAN} lines: the median is ${share(0.5)}`]
      : []),
    ...(share(0.9) > NINETIETH
      ? [`a tenth of the files has more than ${NINETIETH} lines: up from ${share(0.9)}`]
      : []),
    ...long
      .filter(([path]) => !reasons[path])
      .map(([path, size]) => `${path}: ${size} lines, more than ${LONGEST} need a reason`),
    ...Object.keys(reasons)
      .filter((path) => !long.some(([known]) => known === path))
      .map((path) => `${path}: is not long, and needs no reason`),
  ]
}
