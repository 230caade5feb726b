import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import type { Fault } from '../platform/faults.ts'
import { nothingWritten, type Written } from './written.ts'

/** How far an import has come: so many products of the file are done with, up to this line. */
export interface Journal {
  id: number
  productsDone: number
  line: number
  written: Written
  startedAt: Date
}

export interface Step {
  from: number
  to: number
  line: number
  written: Written
  faults: Fault[]
}

/** The journal of this very import, where one has been stopped before its end; else a new one. */
export function openJournal(
  fingerprint: string,
  file: string,
  { anew }: { anew: boolean },
): Promise<Journal> {
  return transaction(async (tx) => {
    if (anew)
      await rows(
        'update shopify.imports set finished_at = now() where fingerprint = $fingerprint and finished_at is null',
        { fingerprint },
        tx,
      )
    const opened = await row<Journal>(
      `insert into shopify.imports (fingerprint, file, written) values ($fingerprint, $file, $written::jsonb)
       on conflict (fingerprint) where finished_at is null do update set file = excluded.file
       returning id, products_done as "productsDone", line, written, started_at as "startedAt"`,
      { fingerprint, file, written: JSON.stringify(nothingWritten()) },
      tx,
    )
    return opened!
  })
}

/** Notes a step in the transaction that took it. False where another process has taken it already. */
export async function noteStep(
  importId: number,
  { faults, written, ...step }: Step,
  tx: Transaction,
): Promise<boolean> {
  const noted = await row(
    `with step as (
       update shopify.imports set products_done = $to, line = greatest(line, $line), written = $written::jsonb,
         fault_count = fault_count + jsonb_array_length($faults::jsonb), updated_at = now()
       where id = $importId and products_done = $from and finished_at is null returning id),
     fault as (
       insert into shopify.import_faults (import_id, line, sentence)
       select step.id, line, sentence
       from step cross join jsonb_to_recordset($faults::jsonb) as fault(line integer, sentence text)
       on conflict do nothing)
     select id from step`,
    { importId, ...step, written: JSON.stringify(written), faults: JSON.stringify(faults) },
    tx,
  )
  return noted !== undefined
}

/** Ends the journal, and gives the faults that were noted on the way. */
export function closeJournal(importId: number): Promise<Fault[]> {
  return transaction(async (tx) => {
    await rows('update shopify.imports set finished_at = now() where id = $importId', { importId }, tx)
    return rows<Fault>(
      'select line, sentence from shopify.import_faults where import_id = $importId order by line, sentence',
      { importId },
      tx,
    )
  })
}
