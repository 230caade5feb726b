import { config } from '../platform/config.ts'
import { row } from '../platform/database.ts'
import { settleEmail } from './confirm-email.ts'
import { emailChangeBy } from './email-change.ts'
import type { ProviderAccounts } from './provider-accounts.ts'

type Accounts = ProviderAccounts | undefined

/** Tells the provider of an address that both mailboxes have confirmed. */
export async function changeEmailAtProvider(
  accounts: Accounts,
  { change }: { change: string },
): Promise<void> {
  const known = await emailChangeBy(change)
  const subject = known && (await subjectOf(known.customerId))
  if (!known || !subject) return
  await settleEmail(change, (await accounts?.changeEmail(subject, known.email)) ?? false)
}

/** Shuts an account at the provider as it is shut here, or opens it again. */
export async function shutAtProvider(
  accounts: Accounts,
  { customerId }: { customerId: number },
): Promise<void> {
  const found = await row<{ subject: string; isDisabled: boolean }>(
    `select subject, disabled_at is not null as "isDisabled" from identity.customers
     where id = $customerId and issuer = $issuer`,
    { customerId, issuer: config.identity.issuer },
  )
  if (found) await accounts?.setDisabled(found.subject, found.isDisabled)
}

/** Who was forgotten here is forgotten at the provider too, where the shop may do that. */
export async function eraseAtProvider(
  accounts: Accounts,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<void> {
  if (issuer === config.identity.issuer) await accounts?.remove(subject)
}

async function subjectOf(customerId: number): Promise<string | undefined> {
  const found = await row<{ subject: string }>(
    'select subject from identity.customers where id = $customerId and issuer = $issuer',
    { customerId, issuer: config.identity.issuer },
  )
  return found?.subject
}
