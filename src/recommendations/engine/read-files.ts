import { Unreadable } from '../../platform/csv-records.ts'
import { rowsUnder } from '../../platform/csv-rows.ts'
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
  for await (const { line, cells } of rowsUnder(EVENT_COLUMNS, file)) {
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
  for await (const { cells } of rowsUnder(['item', 'text'], file)) {
    const [item = '', text = ''] = cells
    if (item !== '') items.push({ item, text })
  }
  return items
}
