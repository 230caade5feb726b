import { randomBytes, randomInt, randomUUID, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Database } from '../database.ts'
import { demoAccounts, demoPassword } from './demo-accounts.ts'

/** Somebody who can sign in. `groups` come along as `cognito:groups`. */
export interface Account {
  subject: string
  email: string
  isVerified: boolean
  isDisabled: boolean
  name: string
  groups: string[]
}

export type Purpose = 'verification' | 'reset'
export type Accounts = Awaited<ReturnType<typeof keepAccounts>>

export const FEWEST_LETTERS = 12
const WRONG_PASSWORDS = 5
const LOCKED_MS = 15 * 60_000
const CODE_MS = 30 * 60_000
const WRONG_CODES = 5

/** The provider's accounts, in the sandbox's database; the demo accounts are there from the beginning. */
export async function keepAccounts(database: Database, now: () => number) {
  database.connection.exec(SCHEMA)
  const { sql } = database

  const find = (email: string): Account | undefined =>
    accountOf(sql.get`SELECT * FROM accounts WHERE email = ${email.trim().toLowerCase()}`)

  async function create(account: Omit<Account, 'subject' | 'isDisabled'>, password: string): Promise<void> {
    const { email, isVerified, name, groups } = account
    sql.run`INSERT INTO accounts (subject, email, verified, name, groups, password)
      VALUES (${randomUUID()}, ${email.trim().toLowerCase()}, ${Number(isVerified)}, ${name},
        ${JSON.stringify(groups)}, ${await hashOf(password)}) ON CONFLICT DO NOTHING`
  }

  for (const account of demoAccounts) {
    if (!find(account.email)) await create({ ...account, isVerified: true }, demoPassword)
  }

  return {
    find,
    create,

    findBySubject: (subject: string): Account | undefined =>
      accountOf(sql.get`SELECT * FROM accounts WHERE subject = ${subject}`),

    /** Whose e-mail and password these are; how many minutes to wait after too many wrong ones; else `wrong`. */
    async enter(email: string, password: string): Promise<Account | { wrong: true } | { locked: number }> {
      const address = email.trim().toLowerCase()
      const kept = sql.get`SELECT * FROM accounts WHERE email = ${address}`
      const failed = sql.get`SELECT times, until FROM failures WHERE email = ${address}`
      const wait = Number(failed?.until ?? 0) - now()
      if (wait > 0) return { locked: Math.ceil(wait / 60_000) }
      const fits = await isPassword(password, String(kept?.password ?? NOBODYS))
      if (!kept || !fits || Number(kept.disabled) === 1) {
        const times = Number(failed?.times ?? 0) + 1
        const isLast = times >= WRONG_PASSWORDS
        sql.run`INSERT INTO failures (email, times, until)
          VALUES (${address}, ${isLast ? 0 : times}, ${isLast ? now() + LOCKED_MS : 0})
          ON CONFLICT (email) DO UPDATE SET times = excluded.times, until = excluded.until`
        return isLast ? { locked: LOCKED_MS / 60_000 } : { wrong: true }
      }
      sql.run`DELETE FROM failures WHERE email = ${address}`
      return accountOf(kept)!
    },

    /** A new code for somebody's address; the one before counts no longer. */
    newCode(email: string, purpose: Purpose): string {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      sql.run`INSERT INTO codes (email, purpose, code, until, wrong)
        VALUES (${email.trim().toLowerCase()}, ${purpose}, ${code}, ${now() + CODE_MS}, 0)
        ON CONFLICT (email, purpose) DO UPDATE SET code = excluded.code, until = excluded.until, wrong = 0`
      return code
    },

    /** Whether the code is the one that was sent; each counts once, for half an hour, and may be mistyped four times. */
    useCode(email: string, purpose: Purpose, code: string): boolean {
      const address = email.trim().toLowerCase()
      const kept = sql.get`SELECT code, until, wrong FROM codes WHERE email = ${address} AND purpose = ${purpose}`
      if (!kept || Number(kept.until) < now()) return false
      const fits = String(kept.code) === code.replace(/\D/g, '')
      if (fits || Number(kept.wrong) + 1 >= WRONG_CODES) {
        sql.run`DELETE FROM codes WHERE email = ${address} AND purpose = ${purpose}`
      } else sql.run`UPDATE codes SET wrong = wrong + 1 WHERE email = ${address} AND purpose = ${purpose}`
      return fits
    },

    verify: (email: string) =>
      void sql.run`UPDATE accounts SET verified = 1 WHERE email = ${email.trim().toLowerCase()}`,

    async changePassword(email: string, password: string): Promise<void> {
      const address = email.trim().toLowerCase()
      sql.run`UPDATE accounts SET password = ${await hashOf(password)}, verified = 1 WHERE email = ${address}`
      sql.run`DELETE FROM failures WHERE email = ${address}`
    },

    /** Gives an account another address, which somebody else has proved. False when it is taken. */
    changeEmail(subject: string, email: string): boolean {
      const other = find(email)
      if (other && other.subject !== subject) return false
      sql.run`UPDATE accounts SET email = ${email.trim().toLowerCase()}, verified = 1 WHERE subject = ${subject}`
      return true
    },

    setDisabled: (subject: string, isDisabled: boolean) =>
      void sql.run`UPDATE accounts SET disabled = ${Number(isDisabled)} WHERE subject = ${subject}`,

    remove: (subject: string) => void sql.run`DELETE FROM accounts WHERE subject = ${subject}`,
  }
}

type Row = Record<string, unknown> | undefined

function accountOf(row: Row): Account | undefined {
  return (
    row && {
      subject: String(row.subject),
      email: String(row.email),
      isVerified: Number(row.verified) === 1,
      isDisabled: Number(row.disabled) === 1,
      name: String(row.name),
      groups: JSON.parse(String(row.groups)),
    }
  )
}

const derive = promisify<string, Buffer, number, Buffer>(scrypt)

async function hashOf(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('hex')}:${(await derive(password.normalize('NFKC'), salt, 32)).toString('hex')}`
}

/** So that an address without an account takes as long as one with. */
const NOBODYS = `${'0'.repeat(32)}:${'0'.repeat(64)}`

async function isPassword(password: string, kept: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split(':')
  const derived = await derive(password.normalize('NFKC'), Buffer.from(salt, 'hex'), 32)
  return timingSafeEqual(derived, Buffer.from(hash, 'hex'))
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS accounts (
    subject TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    verified INTEGER NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    groups TEXT NOT NULL,
    password TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS failures (
    email TEXT PRIMARY KEY, times INTEGER NOT NULL, until INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS codes (
    email TEXT NOT NULL, purpose TEXT NOT NULL, code TEXT NOT NULL, until INTEGER NOT NULL, wrong INTEGER NOT NULL,
    PRIMARY KEY (email, purpose)
  ) STRICT;
`
