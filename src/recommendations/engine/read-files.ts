import { createReadStream } from 'node:fs'
import { cellsOf } from '../../platform/csv-cells.ts'
import { recordsIn, Unreadable } from '../../platform/csv-records.ts'
import type { CatalogueItem } from './content-model.ts'
import { type Event, EventLog } from './event-log.ts'

const EVENT_COLUMNS = ['user', 'session', 'item', 'ts', 'event'] as const

/**
 * Reads events from a CSV file with the headings user, session, item, ts (seconds since 1970) and event (view, basket or
 * purchase): the rows of a session stand together, sessions from the oldest to the newest.
 * @throws Unreadable with the line that cannot be taken.
 */
export async function readEvents(file: string): Promise<EventLog> {
  const log = new EventLog()
  for await (const event of eventsIn(file)) log.add(event)
  if (log.sessions.count === 0) throw new Unreadable(1, 'The file has no events.')
  return log
}

/** The same, one event after another. */
export async function* eventsIn(file: string): AsyncGenerator<Event> {
  for await (const { line, cells } of rowsIn(file, EVENT_COLUMNS)) {
    const [user = '', session = '', item = '', at = '', event = ''] = cells
    const ts = Number(at)
    if (item === '' || at === '' || !Number.isFinite(ts))
      throw new Unreadable(line, 'The row needs an item, and seconds since 1970.')
    yield { user, session, item, ts, event }
  }
}

/** Reads what is known of items from a CSV file with the headings item and text. */
export async function readItems(file: string): Promise<CatalogueItem[]> {
  const items: CatalogueItem[] = []
  for await (const { cells } of rowsIn(file, ['item', 'text'])) {
    const [item = '', text = ''] = cells
    if (item !== '') items.push({ item, text })
  }
  return items
}

/** The cells of each row that stand under these headings, in this order. */
async function* rowsIn(file: string, headings: readonly string[]) {
  let places: number[] | undefined
  for await (const records of recordsIn(createReadStream(file, { encoding: 'utf8' }))) {
    for (const { line, text } of records) {
      const { cells, isSound } = cellsOf(text)
      if (!isSound) throw new Unreadable(line, 'The quotation marks of the row do not match.')
      if (places) yield { line, cells: places.map((place) => cells[place] ?? '') }
      else places = placesOf(cells, headings)
    }
  }
}

function placesOf(cells: string[], headings: readonly string[]): number[] {
  return headings.map((heading) => {
    const place = cells.findIndex((cell) => cell.trim().toLowerCase() === heading)
    if (place < 0) throw new Unreadable(1, `The file has no column “${heading}”.`)
    return place
  })
}
