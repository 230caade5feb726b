import { z } from 'zod'
import type { Query, Recommendation } from './engine/recommender.ts'

const id = z.coerce.string()

/** A question as it comes from outside, with ids as texts or numbers; what it does not say is taken as usual. */
export const queryForm = z.object({
  items: z.array(id),
  user: id.catch(''),
  k: z.int().min(0).max(10_000).catch(20),
  exclude: z.boolean().catch(false),
  now: z.number().catch(0),
  candidates: z.array(id).nullish(),
})

export function queryOf({ candidates, ...query }: z.infer<typeof queryForm>): Query {
  return { ...query, ...(candidates && { candidates }) }
}

/** The answer as it goes out: what speaks for each item stands at its place, or null where it is popular and no more. */
export function answerOf(found: readonly Recommendation[]) {
  return { items: found.map(({ item }) => item), because: found.map(({ because }) => because ?? null) }
}
