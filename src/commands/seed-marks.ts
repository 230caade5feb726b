import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { MediaStore } from '../media/index.ts'
import { row, rows, type Transaction, transaction } from '../platform/database.ts'

const EVERYTHING = 'everything'

/** Changes with every file in the folder and below. */
export async function hashOfFolder(folder: URL): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.[jt]s$/.test(name)).sort()
  const hash = createHash('sha256')
  for (const name of names) hash.update(name).update(await readFile(new URL(name, folder)))
  return hash.digest('hex')
}

/** Whether the goods of that fingerprint are in the database and their pictures in this store. */
export async function isSeeded(fingerprint: string, media: MediaStore): Promise<boolean> {
  return (await markOf(EVERYTHING)) === fingerprint && (await media.has(storeMark(fingerprint)))
}

export async function markSeeded(fingerprint: string, media: MediaStore): Promise<void> {
  await media.put(storeMark(fingerprint), Buffer.from(''), 'text/plain')
  await transaction((tx) => mark(EVERYTHING, fingerprint, tx))
}

/**
 * Lays something down once, and again only when what is to be laid down has changed: what people have done
 * with it since is left alone.
 */
export function once(
  subject: string,
  content: unknown,
  lay: (tx: Transaction) => Promise<unknown>,
): Promise<void> {
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return transaction(async (tx) => {
    if ((await markOf(subject, tx)) === fingerprint) return
    await lay(tx)
    await mark(subject, fingerprint, tx)
  })
}

async function markOf(subject: string, tx?: Transaction): Promise<string | undefined> {
  const found = await row<{ fingerprint: string }>(
    'select fingerprint from catalogue.seeds where subject = $subject',
    { subject },
    tx,
  )
  return found?.fingerprint
}

async function mark(subject: string, fingerprint: string, tx: Transaction): Promise<void> {
  await rows(
    `insert into catalogue.seeds (subject, fingerprint) values ($subject, $fingerprint)
     on conflict (subject) do update set fingerprint = excluded.fingerprint, at = now()`,
    { subject, fingerprint },
    tx,
  )
}

function storeMark(fingerprint: string): string {
  return `seeds/${fingerprint}`
}
