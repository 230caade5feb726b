import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type EmailAddress, simpleParser } from 'mailparser'
import type { Database } from '../database.ts'

/** A mail that the shop has sent. `receivedAt` is an ISO time; `html` has its pictures inside. */
export interface Mail {
  id: string
  receivedAt: string
  from: string
  /** Who gets it, as the mail server was told: also those who are not in the headers. */
  to: string[]
  subject: string
  text: string
  html: string | null
  headers: { name: string; value: string }[]
}

export type Outbox = ReturnType<typeof openOutbox>

/** The mails that would have left the house: each one a file `outbox/<id>.eml`, with an index in the database. */
export function openOutbox(database: Database, folder: string, now: () => number) {
  mkdirSync(folder, { recursive: true })
  database.connection.exec(SCHEMA)
  const { sql } = database

  return {
    fileOf: (id: string) => join(folder, `${id}.eml`),

    /** Keeps a mail; it is safe on disk when the promise settles. */
    async keep(raw: Buffer, recipients: string[]): Promise<Mail> {
      const mail = await read(raw, recipients, now())
      const file = join(folder, `${mail.id}.eml`)
      await writeFile(`${file}.part`, raw, { flush: true })
      await rename(`${file}.part`, file)
      const addresses = JSON.stringify(recipients.map((address) => address.toLowerCase()))
      sql.run`INSERT INTO mails (id, recipients, mail) VALUES (${mail.id}, ${addresses}, ${JSON.stringify(mail)})`
      return mail
    },

    find(id: string): Mail | undefined {
      const row = sql.get`SELECT mail FROM mails WHERE id = ${id}`
      return row && JSON.parse(String(row.mail))
    },

    /** Newest first; those after the mail `after`, and to the address `to`, where these are given. */
    list({ limit, after = '', to = '' }: { limit: number; after?: string; to?: string }): Mail[] {
      const address = to.toLowerCase()
      return sql.all`
        SELECT mail FROM mails
        WHERE (${after} = '' OR sequence < (SELECT sequence FROM mails WHERE id = ${after}))
          AND (${address} = '' OR EXISTS (SELECT 1 FROM json_each(recipients) WHERE value = ${address}))
        ORDER BY sequence DESC LIMIT ${limit}`.map((row) => JSON.parse(String(row.mail)))
    },
  }
}

async function read(raw: Buffer, recipients: string[], receivedAt: number): Promise<Mail> {
  const parsed = await simpleParser(raw, { skipTextToHtml: true })
  return {
    id: randomUUID(),
    receivedAt: new Date(receivedAt).toISOString(),
    from: parsed.from?.value.map(written).join(', ') ?? '',
    to: recipients,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || null,
    headers: parsed.headerLines.map(({ key, line }) => ({
      name: line.slice(0, line.indexOf(':')) || key,
      value: line.slice(line.indexOf(':') + 1).trim(),
    })),
  }
}

function written({ name, address }: EmailAddress): string {
  return name ? `${name} <${address}>` : (address ?? '')
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS mails (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    recipients TEXT NOT NULL,
    mail TEXT NOT NULL
  ) STRICT;
`
