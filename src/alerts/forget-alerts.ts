import { rows } from '../platform/database.ts'

const DAYS_KEPT = 180
const DAYS_AFTER_TELLING = 30
const DAYS_UNCONFIRMED = 7

/** Forgets those who have been told, those who have never confirmed, and whatever nobody could tell in half a year. */
export async function forgetAlerts(): Promise<void> {
  await rows(
    `delete from alerts.alerts
     where asked_at < now() - make_interval(days => ${DAYS_KEPT})
       or told_at < now() - make_interval(days => ${DAYS_AFTER_TELLING})
       or confirmed_at is null and asked_at < now() - make_interval(days => ${DAYS_UNCONFIRMED})`,
  )
}
