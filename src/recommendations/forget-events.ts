import { rows, transaction } from '../platform/database.ts'

/** So long anything is kept. */
export const KEPT_DAYS = 400

/** Makes room for the months to come, and lets go of the months of which every day is longer ago than what is kept. */
export async function forgetEvents(): Promise<void> {
  await transaction(async (tx) => {
    await rows(
      `select recommendations.keep_month(now() + ahead) from unnest(array['0 days', '32 days', '64 days']::interval[]) as ahead`,
      {},
      tx,
    )
    await rows('select recommendations.drop_months($days::integer)', { days: KEPT_DAYS }, tx)
    await rows(
      'delete from recommendations.visits where last_at < now() - make_interval(days => $days::integer)',
      { days: KEPT_DAYS },
      tx,
    )
  })
}
