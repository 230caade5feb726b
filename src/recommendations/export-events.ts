import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { productTexts } from '../catalogue/index.ts'
import { recordOf } from '../platform/csv-cells.ts'
import { THE_BEGINNING, visitsAfter } from './visits-in-order.ts'

/**
 * Writes what was done in all visits that have ended as a CSV file that a model is trained from, at SageMaker or elsewhere:
 * nobody is named in it. Returns how many events there are.
 */
export async function exportEvents(to: Writable): Promise<number> {
  let count = 0
  async function* lines() {
    yield recordOf(['user', 'session', 'item', 'ts', 'event'])
    for await (const { events } of visitsAfter(THE_BEGINNING)) {
      count += events.length
      yield events
        .map(({ user, session, item, ts, event }) => recordOf([user, session, item, String(ts), event]))
        .join('')
    }
  }
  await pipeline(Readable.from(lines()), to, { end: to !== process.stdout })
  return count
}

/** Writes what is known of the products beside that, for the same. Returns how many there are. */
export async function exportItems(to: Writable): Promise<number> {
  const items = await productTexts()
  const lines = items.map(({ id, text }) => recordOf([String(id), text]))
  await pipeline(Readable.from([recordOf(['item', 'text']), ...lines]), to, {
    end: to !== process.stdout,
  })
  return items.length
}
