import { productsOfSlugs } from '../catalogue/index.ts'
import { publish } from '../platform/queue.ts'
import { keepPastVisits } from '../recommendations/index.ts'
import type { DemoVisit } from './demo/visits.ts'
import { once } from './seed-marks.ts'

/** Lays down what people did in the demo shop before it opened; the worker learns from it as soon as it works. */
export async function seedVisits(visits: DemoVisit[]): Promise<void> {
  const slugs = [...new Set(visits.flatMap(({ steps }) => steps.map(({ slug }) => slug)))]
  const ids = await productIdsOf(slugs)
  const begun = Date.now()
  const past = visits.map(({ minutesAgo, steps }) =>
    steps.flatMap(({ slug, kind }, step) => {
      const productId = ids.get(slug)
      const at = new Date(begun - minutesAgo * 60_000 + step * 30_000)
      return productId === undefined ? [] : [{ at, kind, productId }]
    }),
  )
  await once('visits', visits, async (tx) => {
    await keepPastVisits(tx, past)
    await publish(tx, 'training.wanted', {})
  })
}

async function productIdsOf(slugs: string[]): Promise<Map<string, number>> {
  const each = await Promise.all(
    slugs.map(async (slug) => [slug, (await productsOfSlugs([slug]))[0]] as const),
  )
  return new Map(each.flatMap(([slug, id]) => (id === undefined ? [] : [[slug, id] as const])))
}
