import { row } from '../platform/database.ts'
import type { Locale } from '../platform/locale.ts'

/** What somebody wants to be told. */
export interface Alert {
  id: number
  /** In the links of its mails; whoever has it may confirm the alert and remove it. */
  key: string
  variantId: number
  email: string
  locale: Locale
  state: 'unconfirmed' | 'waiting' | 'told'
}

const columns = `id, key, variant_id as "variantId", email, locale,
  case when told_at is not null then 'told' when confirmed_at is not null then 'waiting' else 'unconfirmed' end as state`

export function findAlert(id: number): Promise<Alert | undefined> {
  return row<Alert>(`select ${columns} from alerts.alerts where id = $id`, { id })
}

export function findAlertByKey(key: string): Promise<Alert | undefined> {
  return row<Alert>(`select ${columns} from alerts.alerts where key = $key::uuid`, { key })
}
