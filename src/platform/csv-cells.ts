/**
 * The cells of one record of a CSV file (RFC 4180). Where its quotation marks do not match, `isSound` is false and
 * the cells before the first wrong one are given.
 */
export function cellsOf(record: string, separator = ','): { cells: string[]; isSound: boolean } {
  if (!record.includes('"')) return { cells: record.split(separator), isSound: true }
  const cells: string[] = []
  for (let at = 0; ; ) {
    const end = record[at] === '"' ? endOfQuoted(record, at, separator) : endOfBare(record, at, separator)
    if (end === undefined) return { cells, isSound: false }
    cells.push(
      record[at] === '"' ? record.slice(at + 1, end - 1).replaceAll('""', '"') : record.slice(at, end),
    )
    if (end === record.length) return { cells, isSound: true }
    at = end + 1
  }
}

/** One line of a CSV file, with its line feed. A cell is quoted where it has to be. */
export function recordOf(cells: string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`
}

/** Right behind the closing mark; undefined where something other than the separator follows it, or there is none. */
function endOfQuoted(record: string, start: number, separator: string): number | undefined {
  let mark = record.indexOf('"', start + 1)
  while (mark >= 0 && record[mark + 1] === '"') mark = record.indexOf('"', mark + 2)
  const end = mark + 1
  return mark >= 0 && (end === record.length || record[end] === separator) ? end : undefined
}

function endOfBare(record: string, start: number, separator: string): number | undefined {
  const next = record.indexOf(separator, start)
  const end = next < 0 ? record.length : next
  const mark = record.indexOf('"', start)
  return mark >= 0 && mark < end ? undefined : end
}
