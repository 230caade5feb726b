import { cellsOf } from '../platform/csv-cells.ts'
import { recordsIn, Unreadable } from '../platform/csv-records.ts'

/** What is wrong with a line of a list, as a message and what it names. */
export interface ListFault {
  line: number
  key: string
  values: Record<string, string | number>
}

/** Beyond that a list is to be cut into several. */
export const MOST_ROWS = 5_000

type Columns<Name extends string> = Record<Name, string[]>
type Row<Name extends string> = { line: number } & Record<Name, string>
type Refuse = (line: number, key: string, values?: ListFault['values']) => void

/**
 * The rows of a list below its row of headings, separated by commas, semicolons or tabs. Columns are known by one of their
 * names, in small letters without spaces and accents; one of which no name is there is empty when a name of it is ''.
 */
export async function listRows<Name extends string>(
  text: string,
  columns: Columns<Name>,
  refuse: Refuse,
): Promise<Row<Name>[]> {
  const first = text.slice(0, 2_000).split(/\r?\n/)[0] ?? ''
  const separator = [';', '\t', ','].find((one) => first.includes(one)) ?? ','
  const found: Row<Name>[] = []
  let places: Record<Name, number> | undefined
  try {
    for await (const records of recordsIn([text], separator)) {
      for (const { line, text: record } of records) {
        const { cells, isSound } = cellsOf(record, separator)
        const plain = cells.map((cell) => cell.trim())
        if (!places) {
          places = placesIn(plain, columns)
          if (!places) break
        } else if (isSound) found.push(rowOf(line, plain, places))
        else refuse(line, 'admin.list.marks')
      }
      if (!places) break
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    refuse(error.line, 'admin.list.marks')
  }
  if (!places) refuse(1, 'admin.list.headings', { headings: neededOf(columns).join(', ') })
  return places ? found : []
}

function rowOf<Name extends string>(line: number, cells: string[], places: Record<Name, number>): Row<Name> {
  const named = Object.entries<number>(places).map(([name, place]) => [name, cells[place] ?? ''])
  return { ...(Object.fromEntries(named) as Record<Name, string>), line }
}

function neededOf<Name extends string>(columns: Columns<Name>): string[] {
  return Object.values<string[]>(columns).flatMap((called) => (called.includes('') ? [] : called.slice(0, 1)))
}

function placesIn<Name extends string>(
  headings: string[],
  columns: Columns<Name>,
): Record<Name, number> | undefined {
  const plain = headings.map((heading) =>
    heading
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
  )
  const places = Object.entries<string[]>(columns).map(([name, called]): [string, number, boolean] => [
    name,
    plain.findIndex((one) => one !== '' && called.includes(one)),
    called.includes(''),
  ])
  if (places.some(([, place, isOptional]) => place < 0 && !isOptional)) return undefined
  return Object.fromEntries(places) as Record<Name, number>
}
