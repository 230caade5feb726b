import { row, rows, type Transaction, transaction } from '../platform/database.ts'
import type { Fault } from '../platform/faults.ts'
import type { Locale } from '../platform/locale.ts'
import type { Currency } from '../platform/money.ts'
import { oneAtATime } from '../platform/one-at-a-time.ts'
import { publish } from '../platform/queue.ts'
import { sql } from '../platform/sql.ts'
import type { Written } from './written.ts'

/** A file of goods that somebody of the staff has sent. */
export interface Upload {
  id: number
  name: string
  locale: Locale
  currency: Currency
  state: 'checking' | 'checked' | 'importing' | 'imported'
  /** Products that are done with, of how many; both 0 before they have been counted. */
  done: number
  total: number
  /** What the import has done, or, once it is checked, what it would do; null before. */
  written: Written | null
  faults: Fault[]
  actor: string
  sentAt: Date
  endedAt: Date | null
}

/** More are of no use to whoever mends the file. */
const MOST_FAULTS = 10_000

const HEAD = sql`id, name, locale, currency, state, done, total, written, actor, sent_at as "sentAt", ended_at as "endedAt"`

/** Keeps a file that was sent, and has it looked at. The same form sent twice keeps it once. */
export function keepUpload(
  sent: Pick<Upload, 'name' | 'locale' | 'currency' | 'actor'> & { key: string; content: Buffer },
): Promise<number> {
  return transaction(async (tx) => {
    const kept = await row<{ id: number }>(
      `insert into shopify.uploads (sent_with, name, content, locale, currency, actor)
       values ($key, $name, $content, $locale, $currency, $actor) on conflict (sent_with) do nothing returning id`,
      { ...sent },
      tx,
    )
    if (kept) await publish(tx, 'goods.sent', { uploadId: kept.id })
    const found =
      kept ??
      (await row<{ id: number }>(
        'select id from shopify.uploads where sent_with = $key',
        { key: sent.key },
        tx,
      ))
    return found!.id
  })
}

/** Has a file that was looked at read into the shop, once. Refuses one that was not, or has gone that way. */
export function beginImport(id: number) {
  return transaction(async (tx) => {
    const begun = await row(
      `update shopify.uploads set state = 'importing', done = 0, written = null, faults = '[]', ended_at = null
       where id = $id and state = 'checked' and written is not null returning id`,
      { id },
      tx,
    )
    if (!begun) return { refused: 'not-checked' as const }
    await publish(tx, 'goods.wanted', { uploadId: id })
    return { id }
  })
}

export function findUpload(id: number): Promise<Upload | undefined> {
  return row<Upload>(sql`select ${HEAD}, faults from shopify.uploads where id = $id`, { id })
}

/** The files that were sent last, without what is wrong with them. */
export function lastUploads(limit: number): Promise<Omit<Upload, 'faults'>[]> {
  return rows(sql`select ${HEAD} from shopify.uploads order by id desc limit $limit`, { limit })
}

/** The file itself; undefined once it has been read. */
export async function contentOf(id: number): Promise<Buffer | undefined> {
  const found = await row<{ content: Buffer | null }>('select content from shopify.uploads where id = $id', {
    id,
  })
  return found?.content ?? undefined
}

export async function noteProgress(id: number, done: number, total: number): Promise<void> {
  await rows('update shopify.uploads set done = $done, total = $total where id = $id', { id, done, total })
}

/** What came of looking at the file, or of reading it, after which it is not kept. */
export async function endUpload(
  id: number,
  state: 'checked' | 'imported',
  { faults, written }: { faults: Fault[]; written?: Written },
): Promise<void> {
  await rows(
    `update shopify.uploads set state = $state, written = $written::jsonb, faults = $faults::jsonb, ended_at = now(),
       content = case when $state = 'imported' then null else content end
     where id = $id`,
    {
      ...{ id, state, written: written ? JSON.stringify(written) : null },
      faults: JSON.stringify(faults.slice(0, MOST_FAULTS)),
    },
  )
}

/** What stands of a file in the audit log. Locks it. */
export function uploadStateOf(tx: Transaction, id: number): Promise<object | undefined> {
  return row('select name, state from shopify.uploads where id = $id for update', { id }, tx)
}

/** The same of the file that a form brought. Whoever sends the form meanwhile waits. */
export async function sentUploadOf(tx: Transaction, key: string): Promise<object | undefined> {
  await oneAtATime(tx, `file of goods ${key}`)
  return row('select name, locale, currency from shopify.uploads where sent_with = $key', { key }, tx)
}

const KEPT_DAYS = 30

/** Forgets files that nobody has asked for in a month. */
export async function forgetUploads(): Promise<void> {
  await rows(`delete from shopify.uploads where sent_at < now() - make_interval(days => $days)`, {
    days: KEPT_DAYS,
  })
}
