import type { Request } from 'express'
import { z } from 'zod'
import { countOnShow, findOwners, productNames, productsOfVariants } from '../catalogue/index.ts'
import { may } from '../identity/index.ts'
import type { Form } from '../platform/forms.ts'
import {
  comparison,
  officeChoices,
  officeModels,
  placementFigures,
  placements,
  type Source,
  type Suggested,
  shownProducts,
  suggest,
} from '../recommendations/index.ts'
import { type BarChart, barChart } from './bar-chart.ts'

/** Of so many days is told what has come of what was recommended. */
export const FIGURE_DAYS = 30
const TRIED = 8

const trial = z.object({
  trail: z.string().trim().max(2_000).catch(''),
  at: z.enum(placements).catch('home'),
})

/** Everything on the screen about recommendations. */
export async function recommendationsView(req: Request, source: Source, form: Form<unknown>) {
  const [models, figures, shown, onShow, choices, { share, version }] = await Promise.all([
    officeModels(),
    placementFigures(FIGURE_DAYS),
    shownProducts(FIGURE_DAYS),
    countOnShow(),
    officeChoices(),
    comparison(),
  ])
  const names = await productNames(
    choices.map(({ productId }) => productId),
    req.locale,
  )
  return {
    ...{ form, models, figures, share, version, placements, mayEdit: may(req, 'edit-products') },
    running: models.find(({ state }) => state === 'running'),
    training: models.find(({ state }) => state === 'training'),
    chart: chartOf(models),
    coverage: { shown: Math.min(shown, onShow), onShow },
    choices: choices.map((choice) => ({ ...choice, product: names.get(choice.productId) ?? null })),
    trial: await tried(req, source),
  }
}

/** How much each of the models foresaw, the oldest on the left. */
function chartOf(models: Awaited<ReturnType<typeof officeModels>>): BarChart | null {
  const values = models.flatMap(({ id, report }) =>
    report ? [{ name: String(id), value: report.figures.recall }] : [],
  )
  return values.length > 1 ? barChart(values.reverse()) : null
}

interface Trial {
  trail: string
  at: string
  /** SKUs of which nothing is known. */
  unknown: string[]
  /** Null as long as nothing was asked. */
  found: { version: string; suggested: Suggested[] } | null
}

/** What somebody who had looked at these would see. */
async function tried(req: Request, source: Source): Promise<Trial> {
  const { trail, at } = trial.parse(req.query)
  if (req.query.at === undefined) return { trail, at, unknown: [], found: null }
  const skus = trail
    .replaceAll('\0', ' ')
    .split(/[\s,;]+/)
    .filter(Boolean)
  const owners = await findOwners(skus)
  const products = await productsOfVariants([...owners.values()].map(({ variantId }) => variantId))
  const productOf = (sku: string) => products.get(owners.get(sku)?.variantId ?? -1)
  const found = await suggest(source, {
    ...{ placement: at, hidden: [], count: TRIED, locale: req.locale, currency: req.currency },
    trail: [...new Set(skus.flatMap((sku) => productOf(sku) ?? []))].map((productId) => ({
      ...{ productId, how: 'view' as const },
    })),
  })
  return { trail, at, unknown: skus.filter((sku) => productOf(sku) === undefined), found }
}
