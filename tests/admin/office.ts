import { createApp } from '../../src/app.ts'
import { createDeps } from '../../src/deps.ts'
import { rows } from '../../src/platform/database.ts'
import { listening } from '../support/house/listening.ts'
import { runningSandbox } from '../support/running-shop.ts'
import { type Shopper, shopperAt, signsIn } from '../support/shopper.ts'

/** A shop with its back office, and staff who are signed in. */
export async function openOffice() {
  const deps = createDeps()
  const sandbox = await runningSandbox()
  const shop = await listening(createApp({ ...deps, limits: () => async () => {} }))
  return {
    url: shop.url,
    deps,
    staff: async (email = 'admin@example.com'): Promise<Shopper> => {
      const shopper = shopperAt(shop.url)
      await signsIn(shopper, email, { back: '/admin' })
      return shopper
    },
    close: async () => {
      await shop[Symbol.asyncDispose]()
      await sandbox.close()
      await deps.close()
    },
  }
}

export interface Logged {
  actor: string
  action: string
  subject: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** The audit log, the oldest first. */
export function logged(): Promise<Logged[]> {
  return rows<Logged>('select actor, action, subject, before, after from admin.audit order by id')
}
