import { rows } from '../platform/database.ts'

/** A variant that people wait for. */
export interface WaitedFor {
  variantId: number
  /** How many people have confirmed that they want to be told, and have not been told yet. */
  people: number
  /** Since when the first of them waits. */
  since: Date
}

const MOST = 500

/** The variants that people wait for; those that most wait for stand first. */
export function waitingAlerts(): Promise<WaitedFor[]> {
  return rows<WaitedFor>(
    `select variant_id as "variantId", count(*) as people, min(confirmed_at) as since
     from alerts.alerts where confirmed_at is not null and told_at is null
     group by variant_id order by people desc, since, variant_id limit ${MOST}`,
  )
}
