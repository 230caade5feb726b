import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from './refusal.ts'

export interface Secrets {
  databasePassword: string
  sessionSecret: string
  stripeWebhookSecret: string
}

/**
 * The secrets of the shop in a data folder; made at random once, then kept in a file that only its owner reads.
 * @throws Refusal when the file is there but cannot be read.
 */
export async function secretsIn(folder: string): Promise<Secrets> {
  const file = join(folder, 'secrets.json')
  const kept = await readFile(file, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '{}'
    throw new Refusal(`${file} cannot be read: ${error.message}`)
  })
  const secrets: Secrets = { ...freshSecrets(), ...parsed(kept, file) }
  const text = `${JSON.stringify(secrets, null, 2)}\n`
  if (text !== kept) {
    await writeFile(`${file}.new`, text, { mode: 0o600, flush: true })
    await rename(`${file}.new`, file)
  }
  return secrets
}

function freshSecrets(): Secrets {
  return {
    databasePassword: random(),
    sessionSecret: random(),
    stripeWebhookSecret: `whsec_${random()}`,
  }
}

function random(): string {
  return randomBytes(32).toString('base64url')
}

function parsed(text: string, file: string): Partial<Secrets> {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(`${file} is not JSON any more. Restore it, or delete the whole folder to begin anew.`)
  }
}
