import { row, transaction } from '../platform/database.ts'
import { sql } from '../platform/sql.ts'
import { type Customer, customerColumns } from './customer.ts'
import type { Claims } from './id-token.ts'
import { publishNewPlace } from './new-place.ts'
import { roles } from './permissions.ts'

const CUSTOMERS_DAYS = 90
const STAFF_HOURS = 12

/**
 * Signs in whom the provider has named: the customer of this issuer and subject, a new one when there is none yet. The
 * e-mail address decides nothing. Refuses who has been disabled, and who was signed out from
 * elsewhere since they have given their password (`stale`).
 */
export function recogniseCustomer(
  claims: Claims,
  { browser, network }: { browser: string; network: string },
) {
  const held = roles.filter((role) => claims.groups.includes(role))
  return transaction(async (tx) => {
    const known = await row<
      Omit<Customer, 'signInId'> & { isDisabled: boolean; isStale: boolean; isNew: boolean }
    >(
      sql`insert into identity.customers as customer (issuer, subject, email, is_email_verified, name, roles)
       values ($issuer, $subject, $email, $isEmailVerified, $name, $held::text[])
       on conflict (issuer, subject) do update set email = excluded.email,
         is_email_verified = excluded.is_email_verified, roles = excluded.roles,
         name = case when customer.name = '' then excluded.name else customer.name end
       returning ${customerColumns},
         disabled_at is not null as "isDisabled",
         password_after is not null and ($provedAt::timestamptz is null or $provedAt < date_trunc('second', password_after))
           as "isStale", xmax = 0 as "isNew"`,
      { ...claims, provedAt: claims.provedAt ?? null, groups: undefined, held },
      tx,
    )
    if (!known || known.isDisabled) return { refused: 'disabled' as const }
    if (known.isStale) return { refused: 'stale' as const }
    const { isDisabled: _none, isStale: _fresh, isNew, ...customer } = known
    const lasts = held.length > 0 ? `${STAFF_HOURS} hours` : `${CUSTOMERS_DAYS} days`
    const signIn = await row<{ id: string }>(
      `insert into identity.sign_ins (customer_id, browser, network, ends_at)
       values ($customerId, $browser, $network, now() + $lasts::interval) returning id`,
      { customerId: customer.id, browser, network, lasts },
      tx,
    )
    await publishNewPlace(tx, signIn!.id)
    return { customer: { ...customer, signInId: signIn!.id } satisfies Customer, isNew, refused: undefined }
  })
}

/** Notes in which session a sign-in goes on, so that the session can be ended from elsewhere. */
export function noteSession(signInId: string, sessionId: string): Promise<void> {
  return transaction(async (tx) => {
    await row(
      'update identity.sign_ins set session_id = $sessionId where id = $signInId',
      { signInId, sessionId },
      tx,
    )
  })
}
