import type { Redis } from 'ioredis'
import { rows } from '../../platform/database.ts'

export interface Trace {
  /** A table, or a kind of key in Redis. */
  place: string
  /** How many rows or values hold one of the words. */
  count: number
}

/** What tax and bookkeeping law asks for, for ten years: invoices, and the lines of bank statements. */
export const KEPT_BY_LAW = [
  ['invoicing', 'invoices'],
  ['payments', 'transfers'],
].map((names) => names.join('.'))

/** Where one of these words stands, in whatever case: in any column of any table, and in any value of Redis. */
export async function tracesOf(words: string[], redis: Redis | undefined): Promise<Trace[]> {
  const tables = await rows<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
  )
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const inTables: Trace[] = []
  for (const { name } of tables) {
    const [found] = await rows<{ count: number }>(
      `select count(*)::integer as count from ${name} kept where kept::text ilike any($patterns::text[])`,
      { patterns },
    )
    inTables.push({ place: name, count: found!.count })
  }
  return [...inTables, ...(redis ? await inRedis(words, redis) : [])].filter(({ count }) => count > 0)
}

async function inRedis(words: string[], redis: Redis): Promise<Trace[]> {
  const counts = new Map<string, number>()
  let cursor = '0'
  do {
    const [next, keys] = await redis.scan(cursor, 'COUNT', 500)
    cursor = next
    for (const key of keys) {
      const value = await redis.get(key).catch(() => '')
      const text = `${key}\n${value ?? ''}`.toLowerCase()
      if (!words.some((word) => text.includes(word.toLowerCase()))) continue
      const place = `redis ${key.split(':')[0]}`
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
  } while (cursor !== '0')
  return [...counts].map(([place, count]) => ({ place, count }))
}
